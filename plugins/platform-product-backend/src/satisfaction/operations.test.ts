import { createBackendModule } from '@backstage/backend-plugin-api';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import {
  feedbackRoutes,
  researchRoutes,
  satisfactionRoutes,
  updatesRoutes,
  peopleRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import {
  platformProductImportExtensionPoint,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../__testUtils__/entities';
import { figuresOf } from '../__testUtils__/startRooms';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const team = 'group:default/logs-team';
const [ada, ben, denied, stranger, olga, otto, maya, root] = [
  'ada',
  'ben',
  'denied',
  'stranger',
  'olga',
  'otto',
  'maya',
  'root',
].map(name => `user:default/${name}`);
const people = Array.from({ length: 5 }, (_, n) => `user:default/p${n}`);

const params = (name: string, rest = {}) => ({
  params: { kind: 'component', namespace: 'default', name, ...rest },
});
const refOf = (name: string) => `component:default/${name}`;
const unknown = '00000000-0000-4000-8000-000000000000';

/** Each test has a service of its own; these are they. */
const names = [
  'audited',
  'wished',
  'team',
  'moved',
  'asked',
  'rated',
  'left',
  'hidden',
  'keyed',
];

/** Scores from before the suite was there. */
const survey: RecordImport = {
  id: 'survey',
  load: async () => [],
  loadRatings: async () => ({
    rounds: [
      {
        id: 'survey',
        opensAt: new Date('2020-01-01T00:00:00Z'),
        closesAt: new Date('2020-02-01T00:00:00Z'),
        k: 5,
        commentThreshold: 10,
      },
    ],
    releases: ['audited', 'imported'].map(name => ({
      roundId: 'survey',
      entityRef: refOf(name),
      figures: figuresOf({ cost: [0, 0, 7, 0, 0] }),
    })),
    replies: [],
    feedback: [
      {
        key: 'ticket-1',
        entityRef: refOf('imported'),
        title: 'Search by number',
        visibility: 'public',
        by: 'user:default/carl',
        at: new Date('2020-01-05T08:00:00Z'),
      },
    ],
  }),
};

const surveyModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'test-survey',
  register(reg) {
    reg.registerInit({
      deps: { point: platformProductImportExtensionPoint },
      async init({ point }) {
        point.addImport(survey);
      },
    });
  },
});

describe.each(databases.eachSupportedId())('routes on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        ...names.map(name => serviceEntity(name)),
        serviceEntity('imported', { title: 'Old search' }),
        serviceEntity('shop', { owner: 'group:default/shop-team' }),
        groupEntity('shop-team', { members: ['ada'] }),
        userEntity('ada'),
      ],
      config: { admins: [root] },
      groups: { [olga]: [team], [otto]: [team] },
      hidden: { [stranger]: [...names, 'imported'].map(refOf) },
      denied: {
        [denied]: [
          'platform-product.rating.create',
          'platform-product.feedback.create',
        ],
        [otto]: ['platform-product.feedback.manage'],
      },
      features: [surveyModule],
    });
    await plugin.releaseRatings();
    await plugin.sweep();
  });
  afterAll(() => plugin.stop());
  beforeEach(() => {
    plugin.told.splice(0);
    plugin.audited.splice(0);
    plugin.sent.splice(0);
  });

  /** All but what teams hear of new feedback. */
  const sentToOthers = () =>
    plugin.sent.filter(({ payload }) => payload.topic !== 'New feedback');
  const give = async (
    user: string,
    name: string,
    body: { title: string; text?: string; visibility?: 'public' | 'team' },
  ) =>
    (
      await plugin.call(user, feedbackRoutes.giveFeedback, {
        ...params(name),
        body: body as never,
      })
    ).body.id;
  const list = async (user: string, name: string, query = {}) =>
    (
      await plugin.call(user, feedbackRoutes.listFeedback, {
        ...params(name),
        query,
      })
    ).body;
  const byId = (
    user: string,
    route: AnyRouteDefinition,
    feedbackId: string,
    body?: object,
  ) => plugin.call(user, route, { params: { id: feedbackId }, body });
  const reply = (feedbackId: string) =>
    [feedbackRoutes.replyToFeedback, feedbackId, { text: 'Sorry' }] as const;
  const resultOf = async (criterion: string, name: string) =>
    (
      await knex('maturity_evidence')
        .where({
          criterion_id: criterion,
          entity_ref: refOf(name),
          superseded_at: null,
        })
        .first()
    )?.result;

  it('answer feedback that was brought in as any other', async () => {
    const found = await plugin.call(
      olga,
      feedbackRoutes.listFeedback,
      params('imported'),
    );
    const [item] = found.body.items;
    const ofItem = { params: { id: item.id } };
    const answered = await plugin.call(olga, feedbackRoutes.setFeedbackStatus, {
      ...ofItem,
      body: { version: item.version, status: 'planned', note: 'In March.' },
    });
    expect(answered.body).toMatchObject({ status: 'planned' });
    const replied = await plugin.call(olga, feedbackRoutes.replyToFeedback, {
      ...ofItem,
      body: { text: 'By number, and by name?' },
    });
    expect(replied.status).toBe(201);
    const voted = await plugin.call(
      otto,
      feedbackRoutes.voteForFeedback,
      ofItem,
    );
    expect(voted.body).toMatchObject({ votes: 1 });
  });

  it('leave an audit event of each write, with who it was about and nothing of what was said', async () => {
    const name = 'audited';
    const entityRef = refOf(name);
    const where = { kind: 'component', namespace: 'default', name };
    const secret = 'Nobody may read this';
    const wish = await give(ada, name, { title: 'A wish of hers' });
    const { body: entry } = await plugin.call(
      olga,
      researchRoutes.addResearch,
      {
        ...params(name),
        body: { kind: 'embed', date: '2026-11-01', learned: secret },
      },
    );
    plugin.told.splice(0);

    const answer = { ratings: { cost: 3 }, comment: secret } as const;
    const status = { version: 1, status: 'planned', note: secret };
    const ofWish = { id: wish };
    const calls: ReadonlyArray<
      readonly [
        eventId: string,
        user: string,
        route: AnyRouteDefinition,
        input: { params: object; body?: object },
        status: number,
        meta: object,
        particulars: object,
      ]
    > = [
      [
        'put-my-answer',
        ada,
        satisfactionRoutes.putMyAnswer,
        { ...params(name), body: answer },
        204,
        where,
        {},
      ],
      [
        'put-my-answer',
        denied,
        satisfactionRoutes.putMyAnswer,
        { ...params(name), body: answer },
        403,
        where,
        {},
      ],
      [
        'withdraw-my-answer',
        ada,
        satisfactionRoutes.withdrawMyAnswer,
        params(name),
        204,
        where,
        {},
      ],
      [
        'note-invitation',
        ada,
        satisfactionRoutes.noteInvitation,
        { ...params(name), body: { outcome: 'declined' } },
        204,
        where,
        {},
      ],
      [
        'invite-to-rate',
        olga,
        satisfactionRoutes.inviteToRate,
        params(name),
        200,
        where,
        { entityRef },
      ],
      [
        'invite-to-rate',
        ada,
        satisfactionRoutes.inviteToRate,
        params(name),
        403,
        where,
        { entityRef },
      ],
      [
        'reply-to-scores',
        olga,
        satisfactionRoutes.replyToScores,
        { ...params(name, { roundId: 'survey' }), body: { text: secret } },
        200,
        { ...where, roundId: 'survey' },
        { entityRef },
      ],
      [
        'reply-to-scores',
        olga,
        satisfactionRoutes.replyToScores,
        { ...params(name, { roundId: '1999-Q1' }), body: { text: secret } },
        409,
        { ...where, roundId: '1999-Q1' },
        { entityRef },
      ],
      [
        'give-feedback',
        ada,
        feedbackRoutes.giveFeedback,
        {
          ...params(name),
          body: { title: secret, text: secret, visibility: 'team' },
        },
        201,
        where,
        { entityRef, visibility: 'team' },
      ],
      [
        'give-feedback',
        denied,
        feedbackRoutes.giveFeedback,
        { ...params(name), body: { title: secret } },
        403,
        where,
        { entityRef, visibility: 'public' },
      ],
      [
        'reply-to-feedback',
        ben,
        feedbackRoutes.replyToFeedback,
        { params: ofWish, body: { text: secret } },
        201,
        ofWish,
        { entityRef },
      ],
      [
        'set-feedback-status',
        ben,
        feedbackRoutes.setFeedbackStatus,
        { params: ofWish, body: status },
        403,
        ofWish,
        { entityRef, status: 'planned' },
      ],
      [
        'set-feedback-status',
        olga,
        feedbackRoutes.setFeedbackStatus,
        { params: ofWish, body: status },
        200,
        ofWish,
        { entityRef, status: 'planned' },
      ],
      [
        'set-feedback-status',
        olga,
        feedbackRoutes.setFeedbackStatus,
        { params: ofWish, body: status },
        409,
        ofWish,
        { entityRef, status: 'planned' },
      ],
      [
        'vote-for-feedback',
        ben,
        feedbackRoutes.voteForFeedback,
        { params: ofWish },
        200,
        ofWish,
        { entityRef },
      ],
      [
        'vote-for-feedback',
        denied,
        feedbackRoutes.voteForFeedback,
        { params: ofWish },
        403,
        ofWish,
        { entityRef },
      ],
      [
        // To take a vote back is nobody's to forbid.
        'withdraw-vote',
        denied,
        feedbackRoutes.withdrawVote,
        { params: ofWish },
        200,
        ofWish,
        { entityRef },
      ],
      [
        'vote-for-feedback',
        ben,
        feedbackRoutes.voteForFeedback,
        { params: { id: unknown } },
        404,
        { id: unknown },
        {},
      ],
      [
        'add-research',
        olga,
        researchRoutes.addResearch,
        {
          ...params(name),
          body: { kind: 'interview', date: '2026-11-01', learned: secret },
        },
        201,
        where,
        { entityRef, kind: 'interview' },
      ],
      [
        'add-research',
        ada,
        researchRoutes.addResearch,
        {
          ...params(name),
          body: { kind: 'interview', date: '2026-11-01', learned: secret },
        },
        403,
        where,
        { entityRef, kind: 'interview' },
      ],
      [
        'remove-research',
        ada,
        researchRoutes.removeResearch,
        { params: { id: entry.id } },
        403,
        { id: entry.id },
        { entityRef },
      ],
      [
        'remove-research',
        olga,
        researchRoutes.removeResearch,
        { params: { id: entry.id } },
        200,
        { id: entry.id },
        { entityRef },
      ],
      [
        'follow',
        ada,
        updatesRoutes.follow,
        params(name),
        200,
        where,
        { entityRef },
      ],
      [
        'unfollow',
        ada,
        updatesRoutes.unfollow,
        params(name),
        204,
        where,
        { entityRef },
      ],
      [
        'erase-user',
        ada,
        peopleRoutes.eraseUser,
        { params: { userRef: ben } },
        403,
        { userRef: ben },
        {},
      ],
      [
        'erase-user',
        root,
        peopleRoutes.eraseUser,
        { params: { userRef: 'user:default/nobody' } },
        200,
        { userRef: 'user:default/nobody' },
        {},
      ],
      [
        'erase-user',
        otto,
        peopleRoutes.eraseUser,
        { params: { userRef: otto } },
        200,
        { userRef: otto },
        {},
      ],
    ];
    const expected: string[] = [];
    for (const [
      eventId,
      user,
      route,
      input,
      code,
      meta,
      particulars,
    ] of calls) {
      const { status: answered } = await plugin.call(
        user,
        route,
        input as never,
      );
      expect([eventId, user, answered]).toEqual([eventId, user, code]);
      expected.push(JSON.stringify([eventId, meta, particulars]));
    }
    expect(plugin.audited).toEqual([
      // The first two were there before the others.
      'give-feedback success',
      'add-research success',
      ...calls.map(
        ([eventId, , , , code]) =>
          `${eventId} ${code < 400 ? 'success' : 'fail'}`,
      ),
    ]);
    const events = plugin.told
      .map(line => JSON.parse(line) as unknown[])
      .filter(([eventId]) => calls.some(([known]) => known === eventId));
    expect(events.map(parts => JSON.stringify(parts.slice(0, 3)))).toEqual(
      expected,
    );
    expect(plugin.told.filter(line => line.includes(secret))).toEqual([]);

    // To read leaves none.
    plugin.audited.splice(0);
    await list(ada, name);
    await plugin.call(ada, satisfactionRoutes.getMyAnswer, params(name));
    await plugin.call(ada, satisfactionRoutes.getSatisfaction, params(name));
    await plugin.call(ada, researchRoutes.listResearch, params(name));
    await plugin.call(ada, updatesRoutes.getFollow, params(name));
    expect(plugin.audited).toEqual([]);
  });

  it('list feedback in the statuses that are asked for', async () => {
    const wish = await give(ada, 'wished', { title: 'Slow search' });
    await give(ada, 'wished', { title: 'Dark theme' });
    const done = await give(ada, 'wished', { title: 'More space' });
    for (const [feedbackId, status] of [
      [wish, 'planned'],
      [done, 'completed'],
    ]) {
      const moved = await byId(
        olga,
        feedbackRoutes.setFeedbackStatus,
        feedbackId,
        { version: 1, status },
      );
      expect(moved.status).toBe(200);
    }
    const titles = async (query: object) =>
      (await list(ben, 'wished', query)).items.map(({ title }) => title).sort();
    expect(await titles({ status: 'planned' })).toEqual(['Slow search']);
    expect(await titles({ status: ['open', 'completed'] })).toEqual([
      'Dark theme',
      'More space',
    ]);
    expect(await list(ben, 'wished', { status: 'declined' })).toEqual({
      items: [],
      totalItems: 0,
      counts: { open: 1, planned: 1, completed: 1 },
      pageInfo: {},
    });
    expect(await titles({})).toHaveLength(3);
    const wrong = await plugin.call(ben, feedbackRoutes.listFeedback, {
      ...params('wished'),
      query: { status: 'lost' as never },
    });
    expect(wrong.status).toBe(400);
  });

  it('keep what is for the team from all others, as if it were not there', async () => {
    const wish = await give(ada, 'team', {
      title: 'Your on-call was rude',
      visibility: 'team',
    });
    expect(await list(ada, 'team')).toMatchObject({ totalItems: 1 });
    const routes = [
      [feedbackRoutes.voteForFeedback, undefined],
      [feedbackRoutes.withdrawVote, undefined],
      [feedbackRoutes.replyToFeedback, { text: 'Me, too' }],
      [feedbackRoutes.setFeedbackStatus, { version: 1, status: 'declined' }],
    ] as const;
    // Of the team, too, whoever may not deal with feedback.
    for (const reader of [ben, otto, stranger]) {
      for (const [route, body] of routes) {
        const hidden = await byId(reader, route, wish, body);
        const missing = await byId(reader, route, unknown, body);
        expect([hidden.status, missing.status]).toEqual([404, 404]);
        expect(hidden.text.replaceAll(wish, unknown)).toBe(missing.text);
      }
    }
    for (const reader of [ben, otto]) {
      expect(await list(reader, 'team')).toEqual({
        items: [],
        totalItems: 0,
        counts: {},
        pageInfo: {},
      });
    }
    expect(sentToOthers()).toEqual([]);
    const rows = await knex('satisfaction_feedback').where({ id: wish });
    expect(rows).toMatchObject([{ status: 'open', version: 1 }]);

    // The team and the author talk about it, and only they are told.
    for (const reader of [olga, maya]) {
      expect(await list(reader, 'team')).toMatchObject({
        counts: { open: 1 },
      });
    }
    expect((await byId(maya, ...reply(wish))).status).toBe(201);
    expect((await byId(ada, ...reply(wish))).status).toBe(201);
    const { replies } = (await list(ada, 'team')).items[0];
    expect(replies.map(({ by, fromTeam }) => [by, fromTeam])).toEqual([
      [maya, true],
      [ada, false],
    ]);
    expect(sentToOthers().map(({ recipients }) => recipients)).toEqual([
      { type: 'entity', entityRef: [ada] },
    ]);
  });

  it('are not there for those who may not read the service', async () => {
    const name = 'hidden';
    const wish = await give(ada, name, { title: 'Slow search' });
    const { body: entry } = await plugin.call(
      olga,
      researchRoutes.addResearch,
      {
        ...params(name),
        body: {
          kind: 'embed',
          date: '2026-11-01',
          learned: 'They search a lot',
        },
      },
    );
    const ofService: ReadonlyArray<readonly [AnyRouteDefinition, object?]> = [
      [satisfactionRoutes.getSatisfaction],
      [satisfactionRoutes.putMyAnswer, { ratings: { cost: 3 } }],
      [satisfactionRoutes.noteInvitation, { outcome: 'seen' }],
      [satisfactionRoutes.inviteToRate],
      [satisfactionRoutes.replyToScores, { text: 'Thank you' }],
      [feedbackRoutes.listFeedback],
      [feedbackRoutes.giveFeedback, { title: 'Slow, too' }],
      [researchRoutes.listResearch],
      [
        researchRoutes.addResearch,
        { kind: 'embed', date: '2026-11-01', learned: 'They search a lot' },
      ],
      [updatesRoutes.getFollow],
      [updatesRoutes.follow],
    ];
    const answers: unknown[] = [];
    for (const [route, body] of ofService) {
      const { status, text } = await plugin.call(stranger, route, {
        ...params(name, { roundId: 'survey' }),
        body,
      });
      answers.push([
        route.operationId,
        status,
        text.includes(`No service found with ref '${refOf(name)}'`),
      ]);
    }
    expect(answers).toEqual(
      ofService.map(([{ operationId }]) => [operationId, 404, true]),
    );
    // Whoever has an id learns nothing from it, not even of which service it is.
    const ofThings: ReadonlyArray<
      readonly [AnyRouteDefinition, string, object?]
    > = [
      [feedbackRoutes.voteForFeedback, wish],
      [feedbackRoutes.withdrawVote, wish],
      [feedbackRoutes.replyToFeedback, wish, { text: 'Me, too' }],
      [
        feedbackRoutes.setFeedbackStatus,
        wish,
        { version: 1, status: 'declined' },
      ],
      [researchRoutes.removeResearch, entry.id],
    ];
    for (const [route, thing, body] of ofThings) {
      const hidden = await byId(stranger, route, thing, body);
      const missing = await byId(stranger, route, unknown, body);
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect(hidden.text.replaceAll(thing, unknown)).toBe(missing.text);
    }
    const { items, totalItems } = await list(ada, name);
    expect(totalItems).toBe(1);
    expect(items).toMatchObject([{ votes: 0, replies: [], status: 'open' }]);
    const log = await plugin.call(
      ada,
      researchRoutes.listResearch,
      params(name),
    );
    expect(log.body.items.map(item => item.id)).toEqual([entry.id]);
    expect(sentToOthers()).toEqual([]);
    for (const table of ['answers', 'contacts', 'replies']) {
      const rows = knex(`satisfaction_${table}`).where(
        'entity_ref',
        refOf(name),
      );
      expect(await rows).toEqual([]);
    }
  });

  it('take what carries the same key once', async () => {
    const wish = await give(ada, 'keyed', { title: 'Fewer clicks' });
    const twice = async (
      user: string,
      route: AnyRouteDefinition,
      input: { params: object; body: object },
    ) => {
      const answers = [];
      for (const idempotencyKey of ['one', 'one', 'two']) {
        answers.push(
          await plugin.call(user, route, { ...input, idempotencyKey } as never),
        );
      }
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    };
    await twice(olga, feedbackRoutes.replyToFeedback, {
      params: { id: wish },
      body: { text: 'Soon' },
    });
    await twice(olga, researchRoutes.addResearch, {
      ...params('keyed'),
      body: { kind: 'embed', date: '2026-11-01', learned: 'They click a lot' },
    });
    await twice(ben, feedbackRoutes.giveFeedback, {
      ...params('keyed'),
      body: { title: 'No clicks' },
    });
    const { items } = await list(ben, 'keyed');
    const of = (title: string) => items.filter(item => item.title === title);
    expect(of('Fewer clicks')[0].replies).toHaveLength(2);
    expect(of('No clicks')).toHaveLength(2);
    const log = await plugin.call(
      ben,
      researchRoutes.listResearch,
      params('keyed'),
    );
    expect(log.body.totalItems).toBe(2);
  });

  it('tell of feedback by the name that its service has, with a link to its page', async () => {
    const wish = await give(ada, 'imported', { title: 'Slow search' });
    await byId(olga, ...reply(wish));
    await byId(olga, feedbackRoutes.setFeedbackStatus, wish, {
      version: 1,
      status: 'planned',
    });
    const other = await give(ada, 'moved', { title: 'Slow search' });
    await byId(olga, ...reply(other));
    expect(
      sentToOthers().map(({ payload }) => [payload.title, payload.link]),
    ).toEqual([
      [
        'There is a reply to your feedback on Old search',
        `/catalog/default/component/imported/satisfaction?feedback=${wish}`,
      ],
      [
        'Old search: “Slow search” is planned',
        `/catalog/default/component/imported/satisfaction?feedback=${wish}`,
      ],
      [
        'There is a reply to your feedback on moved',
        `/catalog/default/component/moved/satisfaction?feedback=${other}`,
      ],
    ]);
  });

  it('assess a service anew when its users are asked, or its ratings released', async () => {
    expect(await resultOf('asked', 'asked')).toBe('fail');
    await plugin.call(people[0], updatesRoutes.follow, params('asked'));
    const invited = await plugin.call(
      olga,
      satisfactionRoutes.inviteToRate,
      params('asked'),
    );
    expect(invited.body).toMatchObject({ asked: 2 });
    expect(await resultOf('asked', 'asked')).toBe('pass');

    expect(await resultOf('asked', 'rated')).toBe('fail');
    for (const user of people) {
      const { status } = await plugin.call(
        user,
        satisfactionRoutes.putMyAnswer,
        { ...params('rated'), body: { ratings: { cost: 3 } } },
      );
      expect(status).toBe(204);
    }
    expect(await resultOf('asked', 'rated')).toBe('fail');
    await plugin.releaseRatings();
    expect(await resultOf('asked', 'rated')).toBe('pass');
  });

  it('show scores that a module has imported', async () => {
    const { body } = await plugin.call(
      ben,
      satisfactionRoutes.getSatisfaction,
      params('imported'),
    );
    expect(body).toMatchObject({ state: 'shown', scoresOf: 'survey' });
    const hidden = await plugin.call(
      stranger,
      satisfactionRoutes.getSatisfaction,
      params('imported'),
    );
    expect(hidden.status).toBe(404);
  });

  it('let go who has lost sight of what they follow', async () => {
    const entityRef = refOf('left');
    await knex('updates_follows').insert(
      [stranger, ben].map(userRef => ({
        entity_ref: entityRef,
        user_ref: userRef,
        followed_at: new Date('2026-11-01T00:00:00Z'),
      })),
    );
    const { status } = await plugin.call(
      stranger,
      updatesRoutes.unfollow,
      params('LEFT', { kind: 'Component' }),
    );
    expect(status).toBe(204);
    const rows = knex('updates_follows').where('entity_ref', entityRef);
    expect(await rows.pluck('user_ref')).toEqual([ben]);
  });

  it('note what people say to invitations while a round is open, and not otherwise', async () => {
    const note = (outcome: 'seen' | 'declined' | 'invited') =>
      plugin.call(ben, satisfactionRoutes.noteInvitation, {
        ...params('asked'),
        body: { outcome: outcome as 'seen' },
      });
    const contact = async () =>
      (await plugin.call(ben, satisfactionRoutes.getMyAnswer, params('asked')))
        .body.contact;
    expect(await contact()).toBeUndefined();
    expect((await note('invited')).status).toBe(400);
    expect((await note('seen')).status).toBe(204);
    expect(await contact()).toBe('seen');
    expect((await note('declined')).status).toBe(204);
    await note('seen');
    expect(await contact()).toBe('declined');

    const open = () => knex('satisfaction_rounds').where('status', 'open');
    const [round] = await open();
    await open().update({ closes_at: new Date(0) });
    const tooLate = [
      await note('seen'),
      await plugin.call(olga, satisfactionRoutes.inviteToRate, params('moved')),
    ];
    expect(tooLate.map(({ status }) => status)).toEqual([409, 409]);
    await open().update({ closes_at: round.closes_at });
    const kept = knex('satisfaction_contacts').where('user_ref', ben);
    expect(await kept.pluck('outcome')).toEqual(['declined']);
    expect(plugin.sent).toEqual([]);
  });

  it('erase a person in every room, for themselves and for admins alone', async () => {
    const eve = 'user:default/eve';
    const at = new Date('2026-11-01T00:00:00Z');
    const rows: Record<string, Record<string, unknown>> = {
      updates_follows: {
        entity_ref: refOf('left'),
        user_ref: eve,
        followed_at: at,
      },
      satisfaction_contacts: {
        entity_ref: refOf('left'),
        user_ref: eve,
        round_id: 'survey',
        outcome: 'seen',
        is_invited: false,
        contacted_on: at,
      },
      maturity_attestations: {
        id: unknown,
        entity_ref: refOf('left'),
        criterion_id: 'honest',
        statement: 'We do',
        created_by: eve,
        created_at: at,
        expires_at: at,
        idempotency_key: 'key',
      },
      reviewers_availability: {
        user_ref: eve,
        availability: '{}',
        changed_at: at,
      },
    };
    for (const [table, row] of Object.entries(rows)) {
      await knex(table).insert(row);
    }
    const found = async () => {
      const all = await Promise.all(Object.keys(rows).map(name => knex(name)));
      return all.filter(own => JSON.stringify(own).includes(eve)).length;
    };
    const erase = (user: string, userRef: string) =>
      plugin.call(user, peopleRoutes.eraseUser, {
        params: { userRef },
      });
    expect((await erase(olga, eve)).status).toBe(403);
    expect((await erase(eve, 'user:default/ev')).status).toBe(403);
    for (const wrong of ['group:default/eve', 'eve', 'user:default/']) {
      expect((await erase(root, wrong)).status).toBe(400);
    }
    expect(await found()).toBe(4);
    // Whatever the case in which the ref is written.
    const erased = await erase(eve, 'User:Default/Eve');
    expect(erased.body).toEqual({ erased: true });
    expect(await found()).toBe(0);
  });
});
