import {
  Access,
  AnyRouteDefinition,
  routes,
} from '@platform-product/backstage-plugin-common';
import { randomUUID } from 'crypto';
import { databases } from '../__testUtils__/databases';
import {
  MatrixWorld,
  PolicyMode,
  secretWord,
  ServiceName,
  services,
} from '../__testUtils__/permissions/MatrixWorld';
import { matrixRequests } from '../__testUtils__/permissions/matrixRequests';
import { MatrixRow, readMatrix } from '../__testUtils__/permissions/matrixRows';
import { callers, Role, roles } from '../__testUtils__/permissions/roles';

jest.setTimeout(300_000);

/**
 * What every route answers to every role: a status, or two of them, the first
 * where the policy allows and the second where it denies. In brackets, whose
 * record it is about where that is not the author's. Reviewers are asked for a
 * review; strangers may not read the services; a service is another plugin.
 */
const matrix = `
                                 owner    manager  steward  admin    reviewer author   person   stranger service  nobody

getMaturity                      200      200      200      200      200      200      200      404      200      401
getLevelHistory                  200      200      200      200      200      200      200      404      200      401
getAccess                        200      200      200      200      200      200      200      404      200      401
attest                           201/403  201/403  403      201/403  403      403      403      404      403      401
withdrawAttestation              200/403  200/403  403      200/403  403      403      403      404      403      401
listWaivers                      200      200      200      200      200      200      200      404      200      401
listAllWaivers                   200      200      200      200      200      200      200      200      200      401
requestWaiver                    201/403  201/403  403      201/403  403      403      403      404      403      401
decideWaiver                     403      403      200/403  200/403  403      403      403      404      403      401
decideWaiver (own)               403      403      403      403      403      403      403      404      403      401
takeBackDecision                 403      403      200/403  200/403  403      403      403      404      403      401
revokeWaiver                     200/403  200/403  200/403  200/403  403      403      403      404      403      401
revokeWaiver (own)               200/403  200/403  200/403  200/403  403      403      403      404      403      401

getContributing                  200      200      200      200      200      200      200      404      200      401

getRoster                        200      200      200      200      200      200      200      404      200      401
putReviewer (oneself)            200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
putReviewer (another)            200/403  200/403  403      200/403  403      403      403      404      403      401
removeReviewer (oneself)         200      200      200      200      200      200      200      200      403      401
removeReviewer (another)         200/403  200/403  403      200/403  403      403      403      404      403      401
suggestReviewers                 200      200      200      200      200      200      200      404      403      401
requestReview                    201/403  201/403  201/403  201/403  201/403  201/403  201/403  404      403      401
getReviewRequest                 404      404      404      404      200      200      404      404      403      401
getReviewRequest (own)           200      200      200      200      200      200      200      404      403      401
acceptReviewRequest              404      404      404      404      200      409      404      404      403      401
acceptReviewRequest (asked)      200      200      200      200      200      200      200      404      403      401
declineReviewRequest             404      404      404      404      200      409      404      404      403      401
declineReviewRequest (asked)     200      200      200      200      200      200      200      200      403      401
completeReviewRequest            404      404      404      404      200      200      404      404      403      401
completeReviewRequest (own)      200      200      200      200      200      200      200      200      403      401
withdrawReviewRequest            404      404      404      404      403      200      404      404      403      401
withdrawReviewRequest (own)      200      200      200      200      200      200      200      200      403      401
getReviewTimes                   200      200      200      200      200      200      200      404      200      401
nudgeReviewer                    200/403  200/403  403      403      200/403  200/403  403      404      403      401
getMyReviews                     200      200      200      200      200      200      200      200      403      401
getMyReviews (own)               200      200      200      200      200      200      200      200      403      401
putAvailability                  200      200      200      200      200      200      200      200      403      401
listReviewers                    200      200      200      200      200      200      200      200      200      401

getSatisfaction                  200      200      200      200      200      200      200      404      200      401
getMyAnswer                      200      200      200      200      200      200      200      200      403      401
putMyAnswer                      403      403      204/403  204/403  204/403  204/403  204/403  404      403      401
withdrawMyAnswer                 204      204      204      204      204      204      204      204      403      401
noteInvitation                   204      204      204      204      204      204      204      404      403      401
getAudience                      200      200      200      200      200      200      200      404      200      401
inviteToRate                     200/403  200/403  403      200/403  403      403      403      404      403      401
replyToScores                    200/403  200/403  403      200/403  403      403      403      404      403      401
listRollUps                      200      200      200      200      200      200      200      200      200      401
eraseUser (oneself)              200      200      200      200      200      200      200      200      403      401
eraseUser (another)              403      403      403      200      403      403      403      403      403      401

listFeedback                     200      200      200      200      200      200      200      404      200      401
giveFeedback                     201/403  201/403  201/403  201/403  201/403  201/403  201/403  404      403      401
replyToFeedback                  201/403  201/403  201/403  201/403  201/403  201/403  201/403  404      403      401
replyToFeedback (for the team)   201/404  201/404  404      201/404  404      201/403  404      404      403      401
setFeedbackStatus                200/403  200/403  403      200/403  403      403      403      404      403      401
setFeedbackStatus (for the team) 200/404  200/404  404      200/404  404      403      404      404      403      401
voteForFeedback                  200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
voteForFeedback (for the team)   200/404  200/404  404      200/404  404      200/403  404      404      403      401
withdrawVote                     200      200      200      200      200      200      200      404      403      401
withdrawVote (for the team)      200/404  200/404  404      200/404  404      200      404      404      403      401
listResearch                     200      200      200      200      200      200      200      404      200      401
addResearch                      201/403  201/403  403      201/403  403      403      403      404      403      401
removeResearch                   200/403  200/403  403      200/403  403      403      403      404      403      401

getFollow                        200      200      200      200      200      200      200      404      200      401
follow                           200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
chooseFollowed                   200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
unfollow                         204      204      204      204      204      204      204      204      403      401

listNotices                      200      200      200      200      200      200      200      404      200      401
getNoticeMeasures                200      200      200      200      200      200      200      404      200      401
publishNotice                    201/403  201/403  403      201/403  403      403      403      404      403      401
draftNotice                      201/403  201/403  403      201/403  403      403      403      404      403      401
ingestNotice                     403      403      403      403      403      403      403      403      201      401
previewNotice                    200/403  200/403  403      200/403  403      403      403      404      403      401
getNotice                        200      200      200      200      200      200      200      404      200      401
getNotice (draft)                200/404  200/404  404      200/404  404      404      404      404      404      401
changeDraft                      200/404  200/404  404      200/404  404      404      404      404      403      401
publishDraft                     200/404  200/404  404      200/404  404      404      404      404      403      401
discardDraft                     204/404  204/404  404      204/404  404      404      404      404      403      401
updateNotice                     201/403  201/403  403      201/403  403      403      403      404      403      401
listNoticeAnswers                200/403  200/403  403      200/403  403      403      403      404      403      401
answerNotice                     200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
remindOfNotice                   200/403  200/403  403      200/403  403      403      403      404      403      401
listConcerningNotices            200      200      200      200      200      200      200      200      200      401

listPosts                        200      200      200      200      200      200      200      404      200      401
addPost                          201/403  201/403  403      201/403  403      403      403      404      403      401
getPostFeed                      200      200      200      200      200      200      200      404      200      401
listNewPosts                     200      200      200      200      200      200      200      200      200      401
getNewPostFeed                   200      200      200      200      200      200      200      200      200      401
getPost                          200      200      200      200      200      200      200      404      200      401
getPost (draft)                  200/404  200/404  404      200/404  404      404      404      404      404      401
changePost                       200/403  200/403  403      200/403  403      403      403      404      403      401
changePost (draft)               200/404  200/404  404      200/404  404      404      404      404      403      401
removePost                       204/403  204/403  403      204/403  403      403      403      404      403      401
removePost (draft)               204/404  204/404  404      204/404  404      404      404      404      403      401
listOccurrences                  200      200      200      200      200      200      200      404      200      401
listComingOccurrences            200      200      200      200      200      200      200      200      200      401
listEvents                       200      200      200      200      200      200      200      404      200      401
addEvent                         201/403  201/403  403      201/403  403      403      403      404      403      401
getEvent                         200      200      200      200      200      200      200      404      200      401
getEvent (draft)                 200/404  200/404  404      200/404  404      404      404      404      404      401
changeEvent                      200/403  200/403  403      200/403  403      403      403      404      403      401
changeEvent (draft)              200/404  200/404  404      200/404  404      404      404      404      403      401
publishEvent                     200/404  200/404  404      200/404  404      404      404      404      403      401
removeEvent                      204/403  204/403  403      204/403  403      403      403      404      403      401
removeEvent (draft)              204/404  204/404  404      204/404  404      404      404      404      403      401
changeOccurrence                 200/403  200/403  403      200/403  403      403      403      404      403      401
attend                           200/403  200/403  200/403  200/403  200/403  200/403  200/403  404      403      401
unattend                         404      404      404      404      404      204      404      404      403      401
unattend (own)                   204      204      204      204      204      204      204      204      403      401
listAttendance                   200/403  200/403  403      200/403  403      403      403      404      403      401
getCalendarFile                  200      200      200      200      200      200      200      404      200      401
readCalendar                     200      200      200      200      200      200      200      200      200      200
getCalendarLink                  200      200      200      200      200      200      200      200      403      401
makeCalendarLink                 200      200      200      200      200      200      200      200      403      401
revokeCalendarLink               204      204      204      204      204      204      204      204      403      401
getRoadmap                       200      200      200      200      200      200      200      404      200      401
addRoadmapItem                   201/403  201/403  403      201/403  403      403      403      404      403      401
getRoadmapItem                   200      200      200      200      200      200      200      404      200      401
getRoadmapItem (draft)           200/404  200/404  404      200/404  404      404      404      404      404      401
changeRoadmapItem                200/403  200/403  403      200/403  403      403      403      404      403      401
changeRoadmapItem (draft)        200/404  200/404  404      200/404  404      404      404      404      403      401
moveRoadmapItem                  200/403  200/403  403      200/403  403      403      403      404      403      401
moveRoadmapItem (draft)          200/404  200/404  404      200/404  404      404      404      404      403      401
removeRoadmapItem                204/403  204/403  403      204/403  403      403      403      404      403      401
removeRoadmapItem (draft)        204/404  204/404  404      204/404  404      404      404      404      403      401

listPortfolio                    200      200      200      200      200      200      200      200      200      401
getPortfolioSummary              200      200      200      200      200      200      200      200      200      401
exportPortfolio                  200      200      200      200      200      200      200      200      200      401
getHome                          200      200      200      200      200      200      200      200      403      401
`;

const rows = readMatrix(matrix);
const rowOf = new Map(rows.map(row => [row.title, row]));
const routeOf = (row: MatrixRow): AnyRouteDefinition =>
  routes[row.operationId as keyof typeof routes];

/** What `getAccess` says may be done, and the row that tells whether it may. */
const actionRows: Readonly<Record<string, string>> = {
  attest: 'attest',
  withdrawAttestation: 'withdrawAttestation',
  requestWaiver: 'requestWaiver',
  decideWaiver: 'decideWaiver',
  manageRoster: 'putReviewer (another)',
  offerReview: 'putReviewer (oneself)',
  requestReview: 'requestReview',
  rate: 'putMyAnswer',
  inviteToRate: 'inviteToRate',
  replyToScores: 'replyToScores',
  giveFeedback: 'giveFeedback',
  manageFeedback: 'setFeedbackStatus',
  writeResearch: 'addResearch',
  follow: 'follow',
  writeNotices: 'updateNotice',
  answerNotices: 'answerNotice',
  writePosts: 'changePost',
  writeEvents: 'changeEvent',
  attendEvents: 'attend',
  writeRoadmap: 'addRoadmapItem',
};

/** With the condition, the first service is as if allowed, the second denied. */
const cases: ReadonlyArray<{
  mode: PolicyMode;
  name: ServiceName;
  column: 'allow' | 'deny';
}> = [
  { mode: 'allow', name: services[0], column: 'allow' },
  { mode: 'deny', name: services[0], column: 'deny' },
  { mode: 'condition', name: services[0], column: 'allow' },
  { mode: 'condition', name: services[1], column: 'deny' },
];

describe('the permission matrix', () => {
  let world: MatrixWorld;

  beforeAll(async () => {
    world = await MatrixWorld.start(await databases.init('SQLITE_3'));
  });
  afterAll(() => world.stop());

  const call = (
    row: MatrixRow,
    role: Role,
    { mode, name }: { mode: PolicyMode; name: ServiceName },
  ) => {
    const caller = callers[role];
    const request = matrixRequests[row.title]({ name, caller, world });
    const { before, ...input } = request;
    return world.call(caller, routeOf(row), input, { mode, before });
  };

  it('has a row for every route, and a request for every row', () => {
    expect([...new Set(rows.map(row => row.operationId))].sort()).toEqual(
      Object.keys(routes).sort(),
    );
    expect([...rowOf.keys()].sort()).toEqual(
      Object.keys(matrixRequests).sort(),
    );
  });

  describe.each(rows)('$title', row => {
    const route = routeOf(row);
    const isWrite = route.method !== 'get';
    const eventId = row.operationId.replace(
      /[A-Z]/g,
      letter => `-${letter.toLowerCase()}`,
    );

    it.each(row.asksPolicy ? cases : cases.slice(0, 2))(
      'answers each role as written where the policy says $mode, on $name',
      async ({ mode, name, column }) => {
        const answered: Record<string, number> = {};
        const wrongs: string[] = [];
        for (const role of roles) {
          const eventsBefore = world.audited.length;
          const { status, text, hasChanged } = await call(row, role, {
            mode,
            name,
          });
          answered[role] = status;
          if (hasChanged && (status >= 400 || !isWrite)) {
            wrongs.push(`${role}: ${status}, and yet something has changed`);
          }
          if (
            text.includes(secretWord) &&
            (status >= 400 || role === 'stranger')
          ) {
            wrongs.push(`${role}: is told what is not theirs to know: ${text}`);
          }
          const events = world.audited.slice(eventsBefore);
          const isHeard =
            isWrite &&
            role !== 'nobody' &&
            (role === 'service') === (route.caller === 'service');
          const outcome = status < 400 ? 'success' : 'fail';
          const wanted = isHeard ? [`${eventId} ${outcome}`] : [];
          if (`${events}` !== `${wanted}`) {
            wrongs.push(`${role}: audited ${events} instead of ${wanted}`);
          }
        }
        expect(answered).toEqual(
          Object.fromEntries(
            roles.map(role => [role, row.expected[role][column]]),
          ),
        );
        expect(wrongs).toEqual([]);
      },
    );
  });

  it('lets whoever asks for an id not tell what they may not see from what is not there', async () => {
    for (const row of rows) {
      for (const role of roles) {
        const refused = row.expected[role].allow === 404;
        if (!refused || !routeOf(row).path.includes('/:id')) continue;
        const asked = { name: services[0], caller: callers[role], world };
        const { before, ...input } = matrixRequests[row.title](asked);
        const { id } = input.params as { id: string };
        const unknown = randomUUID();
        const [hidden, missing] = [
          await world.call(callers[role], routeOf(row), input, {
            mode: 'allow',
            before,
          }),
          await world.call(
            callers[role],
            routeOf(row),
            { ...input, params: { ...input.params, id: unknown } },
            { mode: 'allow' },
          ),
        ];
        const messageOf = ({ body }: { body: unknown }) =>
          (body as { error: { message: string } }).error.message;
        expect([row.title, role, messageOf(hidden).replace(id, '…')]).toEqual([
          row.title,
          role,
          messageOf(missing).replace(unknown, '…'),
        ]);
      }
    }
  });

  it.each(cases)(
    'is what getAccess says where the policy says $mode, on $name',
    async ({ mode, name, column }) => {
      for (const role of roles) {
        const access = rowOf.get('getAccess')!;
        if (access.expected[role].allow !== 200) continue;
        const { body } = await call(access, role, { mode, name });
        const said = Object.entries(body as Record<string, unknown>).filter(
          ([key, value]) => typeof value === 'boolean' && key !== 'isOwn',
        );
        expect([role, (body as Access).isOwn]).toEqual([
          role,
          ['owner', 'manager'].includes(role),
        ]);
        const written = Object.entries(actionRows).map(([action, title]) => [
          action,
          rowOf.get(title)!.expected[role][column] < 300,
        ]);
        expect({ role, ...Object.fromEntries(said) }).toEqual({
          role,
          ...Object.fromEntries(written),
        });
      }
    },
  );

  it('changes something with every write that somebody may do', async () => {
    const without: string[] = [];
    for (const row of rows.filter(r => routeOf(r).method !== 'get')) {
      const may = roles.filter(role => row.expected[role].allow < 300);
      let hasChanged = !may.length;
      for (const role of may) {
        hasChanged ||= (await call(row, role, cases[0])).hasChanged;
      }
      if (!hasChanged) without.push(row.title);
    }
    // A question, and what takes back something that is not there.
    expect(without).toEqual([
      'suggestReviewers',
      'withdrawMyAnswer',
      'withdrawVote',
      'withdrawVote (for the team)',
      'previewNotice',
    ]);
  });
});
