import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../__testUtils__/createTestReviewersRoom';
import { databases } from '../__testUtils__/databases';
import { serviceEntity, userEntity } from '../__testUtils__/entities';
import { createEraseFromReviewers } from './eraseFromReviewers';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const url = 'https://github.com/northwind/logs';
const entity = serviceEntity('logs', {
  annotations: { 'github.com/project-slug': 'northwind/logs' },
});
const ada = 'user:default/ada';
/** Somebody whose ref begins as Ada's does. */
const adam = 'user:default/adam';
const ben = 'user:default/ben';
const nobody = 'user:default/erased-1';

describe.each(databases.eachSupportedId())('erasing on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  it('forgets a person in every table, and nobody else', async () => {
    const { enlist, roster, requests, times, keepChanges, setAvailability } =
      await createTestReviewersRoom({
        knex,
        now: '2026-07-08T12:00:00Z',
        entities: [
          entity,
          ...['ada', 'adam', 'ben'].map(name => userEntity(name)),
        ],
      });
    const service = { entityRef: logs, entity };
    const wider = { role: 'approver' as const, paths: [] };
    await enlist(logs, ada, adam, ben);
    for (const person of [ada, adam, ben]) await setAvailability(person, {});
    for (const [userRef, by, sponsor] of [
      [adam, ada, ada],
      [ben, adam, adam],
    ]) {
      const proposal = { userRef, by, sponsor, terms: wider };
      await roster.putForward({ ...proposal, entityRef: logs, side: 'owners' });
    }
    const ask = (by: string, reviewer: string, author: string) =>
      requests.request(service, {
        by,
        reviewer,
        author,
        paths: [`${by} ${reviewer}`],
        note: 'Please',
      });
    await ask(ada, ben, ada);
    await ask(adam, ada, 'user:default/carl');
    const passedOn = await ask(ben, ada, adam);
    await requests.decline(passedOn.id, ada).catch(() => {});
    await keepChanges(
      url,
      ['1', '2'].map(changeId =>
        changeRecord({
          changeId,
          author: 'github.com/ada',
          reviews: [
            reviewRecord({ person: 'github.com/ben', isAwaited: true }),
          ],
        }),
      ),
    );
    await times.nudge(service, '1', { by: ada, claims: [ada] });
    await times.nudge(service, '2', { by: adam, claims: [ada] });

    const people = async () => ({
      availability: (
        await knex('reviewers_availability').orderBy('user_ref')
      ).map(row => row.user_ref),
      roster: (await knex('reviewers_roster').orderBy('user_ref')).map(row => [
        row.user_ref,
        row.proposed_by,
        row.sponsor,
      ]),
      requests: (await knex('reviewers_requests').orderBy('paths')).map(row => [
        row.requested_by,
        row.reviewer,
        row.author,
      ]),
      turns: (
        await knex('reviewers_request_turns').orderBy(['reviewer', 'turn'])
      ).map(row => row.reviewer),
      nudges: (await knex('reviewers_nudges').orderBy('change')).map(
        row => row.nudged_by,
      ),
    });
    const before = await people();
    const erasedAt = new Date('2026-11-06T10:00:00.000Z');
    const put = jest.fn();
    const erase = createEraseFromReviewers({ outbox: { put } });
    await knex.transaction(transaction =>
      erase(transaction, {
        userRef: ada,
        replacement: nobody,
        at: erasedAt,
      }),
    );
    const renamed = (name: string | null) => (name === ada ? nobody : name);
    const after = await people();
    expect(after).toEqual({
      availability: [adam, ben],
      roster: [
        [adam, nobody, nobody],
        [ben, adam, adam],
      ],
      requests: before.requests.map(row => row.map(renamed)),
      turns: before.turns.map(renamed).sort(),
      nudges: [nobody, adam],
    });
    // Who was asked by her is told, and what is with her is passed on.
    expect(
      put.mock.calls.flatMap(([, ...told]) =>
        told.map(({ to, title }: { to: string[]; title: string }) => [
          to,
          title,
        ]),
      ),
    ).toEqual([[[ben], 'A review request for logs was taken back']]);
    const withHer = await knex('reviewers_requests').where('reviewer', nobody);
    expect(
      withHer.map(({ status, answer_due_at: dueAt }) => [
        status,
        +new Date(dueAt),
      ]),
    ).toEqual(withHer.map(() => ['pending', +erasedAt]));
    expect(withHer).not.toEqual([]);
    // All of it was there to be forgotten.
    expect(JSON.stringify(before.requests).split(`"${ada}"`)).toHaveLength(4);
    expect(before.turns).toContain(ada);
    expect(JSON.stringify(after)).not.toContain(`"${ada}"`);
    // Logins are for the forges to forget.
    expect((await knex('reviewers_changes')).map(row => row.author)).toEqual([
      'github.com/ada',
      'github.com/ada',
    ]);
  });
});
