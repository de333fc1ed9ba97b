import { z } from 'zod';
import {
  fullAnswer,
  leastAnswer,
  partAt,
  placesIn,
  withPart,
  wrongFor,
} from './__testUtils__/answers';
import { Fields } from './__testUtils__/fields';
import { RouteExample } from './__testUtils__/RouteExample';
import { routeExamples } from './__testUtils__/routeExamples';
import { AnyRouteDefinition } from '../api/defineRoute';
import { routes } from './routes';

type OperationId = keyof typeof routes;

const all = Object.entries(routes) as [OperationId, AnyRouteDefinition][];
const exampleOf = (name: string): RouteExample | undefined =>
  (routeExamples as Record<string, RouteExample>)[name];

const requestOf = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { takes }]) => [name, takes[0]]),
  );

/** The names of the fields about which a schema complains. */
function complaintsOf(schema: z.ZodType, value: unknown): unknown[] {
  const { error } = schema.safeParse(value);
  return error ? error.issues.map(({ path }) => path[0]) : [];
}

const parts = all.flatMap(([name, route]) =>
  (['params', 'query', 'body'] as const).map(part => ({
    name,
    part,
    schema: route[part] as z.ZodType,
    fields: exampleOf(name)?.[part] ?? {},
  })),
);
const objects = parts.filter(({ schema }) => schema instanceof z.ZodObject);
const cases = parts.flatMap(({ fields, ...rest }) =>
  Object.entries(fields).map(([field, spec]) => ({
    ...rest,
    field,
    spec,
    request: requestOf(fields),
  })),
);

/** What a JSON schema says of the fields of an object, or of a list of them. */
interface FieldsSchema {
  readonly properties?: Record<string, FieldsSchema>;
  readonly items?: FieldsSchema;
}

/** The fields that a schema has, at any depth, and a value lacks. */
function lackingIn(
  { properties = {}, items }: FieldsSchema,
  value: unknown,
): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => lackingIn(items ?? {}, item));
  }
  return Object.entries(properties).flatMap(([name, field]) => {
    const own = (value as Record<string, unknown> | undefined)?.[name];
    return own === undefined ? [name] : lackingIn(field, own);
  });
}

/** Every route: whoever adds, moves or renames one changes this list. */
const surface = `
  getAccess              get     /entities/:kind/:namespace/:name/access
  eraseUser              delete  /users/:userRef
  getMaturity            get     /entities/:kind/:namespace/:name/maturity
  getLevelHistory        get     /entities/:kind/:namespace/:name/maturity/history
  attest                 post    /entities/:kind/:namespace/:name/attestations                 201 once
  withdrawAttestation    delete  /attestations/:id
  listWaivers            get     /entities/:kind/:namespace/:name/waivers
  listAllWaivers         get     /waivers
  requestWaiver          post    /entities/:kind/:namespace/:name/waivers                      201 once
  decideWaiver           post    /waivers/:id/decision
  takeBackDecision       delete  /waivers/:id/decision
  revokeWaiver           delete  /waivers/:id
  getContributing        get     /entities/:kind/:namespace/:name/contributing
  getRoster              get     /entities/:kind/:namespace/:name/reviewers
  putReviewer            put     /entities/:kind/:namespace/:name/reviewers/:userRef
  removeReviewer         delete  /entities/:kind/:namespace/:name/reviewers/:userRef
  suggestReviewers       post    /entities/:kind/:namespace/:name/reviewers/suggestions
  requestReview          post    /entities/:kind/:namespace/:name/review-requests              201 once
  getReviewRequest       get     /review-requests/:id
  acceptReviewRequest    post    /review-requests/:id/accept
  declineReviewRequest   post    /review-requests/:id/decline
  completeReviewRequest  post    /review-requests/:id/complete
  withdrawReviewRequest  delete  /review-requests/:id
  getReviewTimes         get     /entities/:kind/:namespace/:name/review-times
  nudgeReviewer          post    /entities/:kind/:namespace/:name/review-times/overdue/:changeId/nudge
  getMyReviews           get     /me/reviews
  putAvailability        put     /me/availability
  listReviewers          get     /reviewers
  getSatisfaction        get     /entities/:kind/:namespace/:name/satisfaction
  getMyAnswer            get     /entities/:kind/:namespace/:name/satisfaction/mine                confidential
  putMyAnswer            put     /entities/:kind/:namespace/:name/satisfaction/mine                204 confidential
  withdrawMyAnswer       delete  /entities/:kind/:namespace/:name/satisfaction/mine                204 confidential
  noteInvitation         put     /entities/:kind/:namespace/:name/satisfaction/invitation          204 confidential
  getAudience            get     /entities/:kind/:namespace/:name/satisfaction/audience
  inviteToRate           post    /entities/:kind/:namespace/:name/satisfaction/invitations
  replyToScores          put     /entities/:kind/:namespace/:name/satisfaction/replies/:roundId
  listRollUps            get     /satisfaction/roll-ups
  listFeedback           get     /entities/:kind/:namespace/:name/feedback
  giveFeedback           post    /entities/:kind/:namespace/:name/feedback                     201 once
  replyToFeedback        post    /feedback/:id/replies                                         201 once
  setFeedbackStatus      put     /feedback/:id/status
  voteForFeedback        put     /feedback/:id/vote
  withdrawVote           delete  /feedback/:id/vote
  listResearch           get     /entities/:kind/:namespace/:name/research
  addResearch            post    /entities/:kind/:namespace/:name/research                     201 once
  removeResearch         delete  /research/:id
  getFollow              get     /entities/:kind/:namespace/:name/follow
  follow                 put     /entities/:kind/:namespace/:name/follow
  chooseFollowed         put     /entities/:kind/:namespace/:name/follow/muted
  unfollow               delete  /entities/:kind/:namespace/:name/follow                           204
  listNotices            get     /entities/:kind/:namespace/:name/notices
  getNoticeMeasures      get     /entities/:kind/:namespace/:name/notice-measures
  publishNotice          post    /entities/:kind/:namespace/:name/notices                      201 once
  draftNotice            post    /entities/:kind/:namespace/:name/notice-drafts                201 once
  ingestNotice           post    /entities/:kind/:namespace/:name/notice-drafts/ingested       201 once
  previewNotice          post    /entities/:kind/:namespace/:name/notices/preview
  getNotice              get     /notices/:id
  changeDraft            put     /notice-drafts/:id
  publishDraft           post    /notice-drafts/:id/publication
  discardDraft           delete  /notice-drafts/:id                                            204
  updateNotice           post    /notices/:id/updates                                          201 once
  listNoticeAnswers      get     /notices/:id/answers
  answerNotice           put     /notices/:id/answers
  remindOfNotice         post    /notices/:id/reminders
  listConcerningNotices  get     /notices
  listPosts              get     /entities/:kind/:namespace/:name/posts
  addPost                post    /entities/:kind/:namespace/:name/posts                        201 once
  getPostFeed            get     /entities/:kind/:namespace/:name/posts.atom                   atom+xml
  listNewPosts           get     /posts
  getNewPostFeed         get     /posts.atom                                                   atom+xml
  getPost                get     /posts/:id
  changePost             put     /posts/:id
  removePost             delete  /posts/:id                                                    204
  listOccurrences        get     /entities/:kind/:namespace/:name/occurrences
  listComingOccurrences  get     /occurrences
  listEvents             get     /entities/:kind/:namespace/:name/events
  addEvent               post    /entities/:kind/:namespace/:name/events                       201 once
  getEvent               get     /events/:id
  changeEvent            put     /events/:id
  publishEvent           post    /event-drafts/:id/publication
  removeEvent            delete  /events/:id                                                       204
  changeOccurrence       put     /events/:id/occurrences/:start
  attend                 put     /events/:id/occurrences/:start/attendance
  unattend               delete  /events/:id/occurrences/:start/attendance                         204
  listAttendance         get     /events/:id/occurrences/:start/attendance
  getCalendarFile        get     /entities/:kind/:namespace/:name/calendar.ics                     calendar
  readCalendar           get     /calendars/:secret.ics                                            calendar
  getCalendarLink        get     /me/calendar-link
  makeCalendarLink       put     /me/calendar-link
  revokeCalendarLink     delete  /me/calendar-link                                                 204
  getRoadmap             get     /entities/:kind/:namespace/:name/roadmap
  addRoadmapItem         post    /entities/:kind/:namespace/:name/roadmap-items                201 once
  getRoadmapItem         get     /roadmap-items/:id
  changeRoadmapItem      put     /roadmap-items/:id
  moveRoadmapItem        put     /roadmap-items/:id/place
  removeRoadmapItem      delete  /roadmap-items/:id                                            204
  listPortfolio          get     /portfolio
  getPortfolioSummary    get     /portfolio/summary
  exportPortfolio        get     /portfolio/export.csv                                         csv
  getHome                get     /home
`
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/).join(' '));

describe('routes', () => {
  it('are these', () => {
    const found = all.map(([name, route]) => {
      expect(route.operationId).toBe(name);
      const [, form] = route.contentType.split('/');
      return [
        name,
        route.method,
        route.path,
        ...(route.status === 200 ? [] : [route.status]),
        ...(route.idempotent ? ['once'] : []),
        ...(route.confidential ? ['confidential'] : []),
        ...(form === 'json' ? [] : [form]),
      ].join(' ');
    });
    expect(found).toEqual(surface);
  });

  it('have bounds each, for every field, and an answer', () => {
    for (const [name, route] of all) {
      const example = exampleOf(name);
      const fieldsOf = (part: 'params' | 'query') =>
        Object.keys((route[part] as z.ZodObject).shape).sort();
      const bodyOf = ({ body }: AnyRouteDefinition) =>
        body instanceof z.ZodObject ? Object.keys(body.shape).sort() : [];
      expect({ name, ...example }).toHaveProperty('answer');
      expect([
        name,
        Object.keys(example?.params ?? {}).sort(),
        Object.keys(example?.query ?? {}).sort(),
        Object.keys(example?.body ?? {}).sort(),
      ]).toEqual([name, fieldsOf('params'), fieldsOf('query'), bodyOf(route)]);
    }
  });

  it.each(parts)(
    'tell a good $part of $name, with every field',
    ({ name, part, schema }) => {
      const empty = schema instanceof z.ZodObject ? {} : undefined;
      const good = routes[name].example[part as 'params'] ?? empty;
      expect(complaintsOf(schema, good)).toEqual([]);
      const asJson = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
      });
      expect(lackingIn(asJson as FieldsSchema, good)).toEqual([]);
    },
  );

  it('name each parameter of their path, and no other', () => {
    for (const [name, { path, params }] of all) {
      const named = [...path.matchAll(/:(\w+)/g)].map(match => match[1]);
      expect([name, Object.keys(params.shape)]).toEqual([name, named]);
    }
  });
});

describe('requests', () => {
  it.each(objects)('of $name take a $part as it is', ({ schema, fields }) => {
    expect(complaintsOf(schema, requestOf(fields))).toEqual([]);
  });

  // What stands in a path is told by the path.
  it.each(objects.filter(({ part }) => part !== 'params'))(
    'of $name take nothing unknown in the $part',
    ({ schema, fields }) => {
      const request = { ...requestOf(fields), nonsense: 'x' };
      expect(schema.safeParse(request).error?.issues).toMatchObject([
        { code: 'unrecognized_keys', keys: ['nonsense'] },
      ]);
    },
  );

  it.each(parts.filter(part => !objects.includes(part)))(
    'of $name take no $part',
    ({ schema }) => {
      expect(schema.safeParse(undefined).success).toBe(true);
      expect(schema.safeParse({}).success).toBe(false);
    },
  );

  it.each(cases)(
    'of $name take $field in the $part within its bounds, and refuse it beyond',
    ({ schema, field, spec, request }) => {
      for (const value of spec.takes) {
        const given = { ...request, [field]: value };
        expect([value, complaintsOf(schema, given)]).toEqual([value, []]);
      }
      for (const value of spec.refuses) {
        const complaints = complaintsOf(schema, { ...request, [field]: value });
        expect([value, complaints]).toEqual([
          value,
          expect.arrayContaining([field]),
        ]);
      }
      const { [field]: _, ...others } = request;
      expect(complaintsOf(schema, others)).toEqual(
        spec.isOptional ? [] : [field],
      );
    },
  );

  it.each<[OperationId, 'query' | 'body' | 'params', object, object]>([
    ['getLevelHistory', 'query', {}, { limit: 100 }],
    ['getLevelHistory', 'query', { limit: '7' }, { limit: 7 }],
    ['listFeedback', 'query', {}, { limit: 50 }],
    ['listFeedback', 'query', { limit: '200' }, { limit: 200 }],
    ['listResearch', 'query', {}, { limit: 20 }],
    ['listReviewers', 'query', {}, { limit: 50 }],
    ['listPortfolio', 'query', {}, { sort: 'title', order: 'asc', limit: 50 }],
    ['exportPortfolio', 'query', {}, { sort: 'title', order: 'asc' }],
    [
      'giveFeedback',
      'body',
      { title: 'Keep logs' },
      { title: 'Keep logs', visibility: 'public' },
    ],
    [
      'requestReview',
      'body',
      { reviewer: 'user:default/maya' },
      { reviewer: 'user:default/maya', paths: [] },
    ],
  ])('of %s fill in for %s %j: %j', (name, part, given, expected) => {
    const schema: z.ZodType = routes[name][part];
    expect(schema.parse(given)).toEqual(expected);
  });

  it.each<[string, OperationId, 'query' | 'body' | 'params', object, object]>([
    [
      'blanks around a text',
      'replyToFeedback',
      'body',
      { text: '  We will.\n' },
      { text: 'We will.' },
    ],
    [
      'capitals in a ref of a person',
      'eraseUser',
      'params',
      { userRef: 'User:Default/Maya-LUND' },
      { userRef: 'user:default/maya-lund' },
    ],
    [
      'capitals in the refs of a filter',
      'listPortfolio',
      'query',
      { owner: ['Group:Default/A', 'b'], kind: 'API', system: 'S' },
      { owner: ['group:default/a', 'b'], kind: ['api'], system: ['s'] },
    ],
    [
      'one value where several may stand',
      'listFeedback',
      'query',
      { status: 'open' },
      { status: ['open'] },
    ],
    [
      'numbers and flags written as text',
      'listPortfolio',
      'query',
      { level: ['0', '3'], atRisk: 'true', limit: '1' },
      { level: [0, 3], atRisk: true, limit: 1 },
    ],
    [
      'one number',
      'exportPortfolio',
      'query',
      { level: '2', atRisk: 'false' },
      { level: [2], atRisk: false },
    ],
  ])('bring %s into one form', (_, name, part, given, expected) => {
    const schema: z.ZodType = routes[name][part];
    expect(schema.parse(given)).toMatchObject(expected);
  });

  it('keep capitals and order of what people write', () => {
    const body = { title: 'Keep LOGS', text: 'One\n\tTwo', visibility: 'team' };
    expect(routes.giveFeedback.body.parse(body)).toEqual(body);
    const paths = ['b', 'A'];
    expect(routes.suggestReviewers.body.parse({ paths })).toEqual({ paths });
  });

  it('name the other feedback where one is a duplicate, and nowhere else', () => {
    const { body } = routes.setFeedbackStatus;
    const duplicateOf = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
    const given = { version: 1, status: 'duplicate', duplicateOf };
    expect(body.parse(given)).toEqual(given);
    const refused = (request: object) => body.safeParse(request).error?.issues;
    const message = 'belongs to the status duplicate, and to no other';
    const issue = { path: ['duplicateOf'], message };
    expect(refused({ version: 1, status: 'duplicate' })).toMatchObject([issue]);
    expect(refused({ ...given, status: 'declined' })).toMatchObject([issue]);
    expect(refused({ ...given, duplicateOf: '7' })).toMatchObject([
      { path: ['duplicateOf'] },
    ]);
  });

  it.each<[string, OperationId, 'query' | 'body' | 'params', object]>([
    [
      'must be an absolute https link',
      'attest',
      'body',
      { link: 'http://example.com' },
    ],
    [
      'must be an absolute http(s) link',
      'setFeedbackStatus',
      'body',
      { link: '/roadmap' },
    ],
    [
      'must be an absolute http(s) link',
      'addResearch',
      'body',
      { link: '/notes' },
    ],
    [
      'must be an absolute http(s) link',
      'replyToScores',
      'body',
      { link: '/plan' },
    ],
    [
      'must be an absolute http(s) link',
      'requestReview',
      'body',
      { changeUrl: '7' },
    ],
    [
      'must be the full ref of a User, such as user:default/maya-lund',
      'putReviewer',
      'params',
      { userRef: 'maya' },
    ],
    [
      'must be the full ref of a User, such as user:default/maya-lund',
      'eraseUser',
      'params',
      { userRef: 'maya' },
    ],
    ['has to hold at least one rating', 'putMyAnswer', 'body', { ratings: {} }],
    ['must not contain ":" or "/"', 'getFollow', 'params', { name: 'a/b' }],
  ])('are told: %s (%s)', (message, name, part, spoiled) => {
    const request = requestOf(exampleOf(name)?.[part] ?? {});
    const schema: z.ZodType = routes[name][part];
    const { error } = schema.safeParse({ ...request, ...spoiled });
    expect(error?.issues).toMatchObject([
      { path: Object.keys(spoiled), message },
    ]);
  });
});

describe('answers', () => {
  const examples = all.map(([name, { response }]) => ({
    name,
    schema: response as z.ZodType,
    full: fullAnswer(exampleOf(name)?.answer),
    least: leastAnswer(exampleOf(name)?.answer),
  }));

  it.each(examples)(
    'of $name hold all that the example does',
    ({ schema, full, least }) => {
      expect(schema.parse(full)).toEqual(full);
      expect(schema.parse(least)).toEqual(least);
    },
  );

  it.each(examples)(
    'of $name leave out nothing but what they may',
    ({ schema, least }) => {
      const isField = (place: readonly unknown[]) =>
        typeof place.at(-1) === 'string';
      const missed = placesIn(least)
        .filter(isField)
        .filter(
          place => schema.safeParse(withPart(least, place, undefined)).success,
        );
      expect(missed).toEqual([]);
    },
  );

  it.each(examples)(
    'of $name hold nothing of another type',
    ({ schema, full }) => {
      const taken = [[], ...placesIn(full)].flatMap(place =>
        wrongFor(partAt(full, place))
          .filter(
            wrong => schema.safeParse(withPart(full, place, wrong)).success,
          )
          .map(wrong => ({ place, wrong })),
      );
      expect(taken).toEqual([]);
    },
  );
});
