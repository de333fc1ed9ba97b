import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { DatabaseWaiverStore } from '../maturity/waivers/DatabaseWaiverStore';
import { DatabaseReviewHistoryStore } from '../reviewers/history/DatabaseReviewHistoryStore';
import { DatabaseReviewRequestStore } from '../reviewers/requests/DatabaseReviewRequestStore';
import { DatabaseRosterStore } from '../reviewers/roster/DatabaseRosterStore';
import { DatabaseNudgeStore } from '../reviewers/times/DatabaseNudgeStore';
import { DatabaseContactStore } from '../satisfaction/audience/DatabaseContactStore';
import { DatabaseFeedbackStore } from '../satisfaction/feedback/DatabaseFeedbackStore';
import { migrationsDirectory } from './prepareDatabase';
import { lock } from './lock';

jest.setTimeout(60_000);

const entityRef = 'component:default/logs';
const userRef = 'user:default/ada';
const requestId = '7e1b1b9c-4a76-4c6a-9d2c-3f6d2f0f8a11';
const roundId = '2026-Q4';
const repositoryUrl = 'https://github.com/northwind/logs';
const at = new Date('2026-11-22T10:30:00.000Z');

/** What has to wait for whoever holds a lock of this name. */
const acts: ReadonlyArray<
  readonly [what: string, name: string, act: (knex: Knex) => Promise<unknown>]
> = [
  [
    'asking for a waiver',
    `waiver ${entityRef} guide`,
    knex =>
      new DatabaseWaiverStore(knex).add(
        {
          id: requestId,
          entityRef,
          criterionId: 'guide',
          reason: 'It is being written.',
          requestedBy: userRef,
          requestedAt: at.toISOString(),
          expiresAt: at.toISOString(),
        },
        'k',
      ),
  ],
  [
    'moving feedback',
    `feedback ${entityRef}`,
    knex =>
      new DatabaseFeedbackStore(knex)
        .setStatus(
          { id: requestId, entityRef },
          { version: 1, status: 'planned', at },
        )
        // There is none.
        .catch(() => {}),
  ],
  [
    'asking people for ratings',
    'satisfaction contacts',
    knex =>
      new DatabaseContactStore(knex).claim({
        entityRef,
        roundId,
        userRefs: [userRef],
        at,
        notForService: at,
      }),
  ],
  [
    'noting who has seen that',
    'satisfaction contacts',
    knex =>
      new DatabaseContactStore(knex).note({
        entityRef,
        roundId,
        userRef,
        outcome: 'seen',
        at,
      }),
  ],
  [
    'reading on in the review history',
    'review history 1',
    knex => new DatabaseReviewHistoryStore(knex).savePage(1, { changes: [] }),
  ],
  [
    'adding expertise up anew',
    'review history 1',
    knex => new DatabaseReviewHistoryStore(knex).rebuildExpertise(1),
  ],
  [
    'beginning a review history anew',
    'review history 1',
    knex =>
      new DatabaseReviewHistoryStore(knex).ensureRepositories([
        { url: repositoryUrl, source: 'another one' },
      ]),
  ],
  [
    'changing a roster',
    `roster ${entityRef} ${userRef}`,
    knex =>
      new DatabaseRosterStore(knex).update(
        { entityRef, userRef },
        () => ({ entityRef, userRef }),
        at,
      ),
  ],
  [
    'reminding somebody',
    'nudge 1',
    knex =>
      new DatabaseNudgeStore(knex)
        .add({ changeId: '1', by: userRef, at, unlessSince: at })
        // There is no such change.
        .catch(() => {}),
  ],
  [
    'answering a request for a review',
    `review request ${requestId}`,
    knex =>
      new DatabaseReviewRequestStore(knex).endTurn({
        id: requestId,
        reviewer: userRef,
        outcome: 'accepted',
        at,
      }),
  ],
  [
    'closing a request for a review',
    `review request ${requestId}`,
    knex =>
      new DatabaseReviewRequestStore(knex).close(requestId, {
        from: ['pending'],
        to: 'withdrawn',
        at,
      }),
  ],
];

async function isSomebodyWaiting(knex: Knex): Promise<boolean> {
  const rows = await knex('pg_locks')
    .join('pg_database', 'pg_database.oid', 'pg_locks.database')
    .whereRaw('datname = current_database()')
    .where({ locktype: 'advisory', granted: false });
  return rows.length > 0;
}

/** Does something while somebody else holds a lock, and tells what comes first. */
async function actWhileLocked(
  knex: Knex,
  name: string,
  act: (knex: Knex) => Promise<unknown>,
): Promise<'waits' | 'goes on'> {
  let isDone = false;
  let acting: Promise<unknown> | undefined;
  const first = await knex.transaction(async transaction => {
    await lock(transaction, name);
    acting = act(knex).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      if (await isSomebodyWaiting(knex)) return 'waits';
    }
    return 'goes on';
  });
  await acting;
  return first;
}

const lockAlone = (name: string) => (knex: Knex) =>
  knex.transaction(transaction => lock(transaction, name));

describe.each(databases.eachSupportedId())('locks on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await knex('reviewers_repositories').insert({
      id: 1,
      url: repositoryUrl,
      source: 'one',
      expertise_version: 0,
    });
  });

  it('end with their transaction, however that ends', async () => {
    const failing = knex.transaction(async transaction => {
      await lock(transaction, 'a');
      // Whoever has it may ask for it again.
      await lock(transaction, 'a');
      throw new Error('Not to be');
    });
    await expect(failing).rejects.toThrow('Not to be');
    await expect(lockAlone('a')(knex)).resolves.toBeUndefined();
  });

  // It runs one transaction at a time anyway.
  if (id === 'SQLITE_3') return;

  it('let one transaction at a time go on with a name', async () => {
    expect(await actWhileLocked(knex, 'a', lockAlone('a'))).toBe('waits');
    expect(await actWhileLocked(knex, 'a', lockAlone('b'))).toBe('goes on');
  });

  it.each(acts)('make %s wait', async (_, name, act) => {
    expect(await actWhileLocked(knex, name, act)).toBe('waits');
    expect(await actWhileLocked(knex, `another ${name}`, act)).toBe('goes on');
  });
});
