import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import { RecordImport } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity, userEntity } from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const carl = 'user:default/carl';
const nina = 'user:default/nina';
const paul = 'user:default/paul';
const now = '2026-07-08T10:00:00.000Z';
const agreedAt = new Date('2025-02-01T10:00:00Z');
const terms = { role: 'approver' as const, paths: ['/charts/'] };

describe.each(databases.eachSupportedId())('RosterImporter on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  const start = () =>
    createTestReviewersRoom({
      knex,
      now,
      entities: [
        serviceEntity('logs'),
        ...['carl', 'nina', 'paul'].map(name => userEntity(name)),
      ],
    });
  type Records = Awaited<ReturnType<NonNullable<RecordImport['loadRosters']>>>;
  const importOf = (records: Partial<Records>): RecordImport => ({
    id: 'spreadsheet',
    load: async () => [],
    loadRosters: async () => ({ rosters: [], availability: [], ...records }),
  });

  it('brings in who reviewed before, and who has left', async () => {
    const { importRecords, roster } = await start();
    const leftAt = new Date('2026-01-31T10:00:00Z');
    await importRecords(
      importOf({
        rosters: [
          {
            entityRef: logs,
            reviewers: [
              { userRef: carl, terms, agreedAt, sponsor: paul },
              { userRef: nina, terms, agreedAt, leftAt },
            ],
          },
        ],
      }),
    );
    expect(await roster.list(logs, [])).toMatchObject([
      {
        userRef: carl,
        status: 'active',
        agreed: terms,
        proposed: undefined,
        sponsor: paul,
        since: agreedAt.toISOString(),
        leftAt: undefined,
      },
      {
        userRef: nina,
        status: 'emeritus',
        since: agreedAt.toISOString(),
        leftAt: leftAt.toISOString(),
      },
    ]);
  });

  it('leaves people as they are who are known already', async () => {
    const { importRecords, roster, availability, enlist, setAvailability } =
      await start();
    await enlist(logs, carl, paul);
    await roster.remove(logs, paul);
    await setAvailability(carl, { maxOpenReviews: 1 });
    const source = importOf({
      rosters: [
        {
          entityRef: logs,
          reviewers: [carl, nina, paul].map(userRef => ({
            userRef,
            terms,
            agreedAt,
          })),
        },
      ],
      availability: [carl, nina].map(userRef => ({
        userRef,
        availability: { ...defaultAvailability, maxOpenReviews: 7 },
      })),
    });
    for (let times = 0; times < 2; times++) await importRecords(source);
    expect(await roster.list(logs, [])).toMatchObject([
      {
        userRef: carl,
        status: 'active',
        agreed: { role: 'reviewer' },
        since: now,
      },
      { userRef: nina, status: 'active', agreed: terms },
      { userRef: paul, status: 'emeritus', agreed: { role: 'reviewer' } },
    ]);
    const people = await availability.list([carl, nina]);
    expect(people.get(carl)?.maxOpenReviews).toBe(1);
    expect(people.get(nina)?.maxOpenReviews).toBe(7);
  });

  it('asks with the time of the start, and takes no answer for none', async () => {
    const { importRecords, roster } = await start();
    const loadRosters = jest.fn(async () => ({
      rosters: [],
      availability: [],
    }));
    await importRecords({ ...importOf({}), loadRosters });
    expect(loadRosters.mock.calls).toEqual([[{ now: new Date(now) }]]);
    await importRecords({ id: 'other', load: async () => [] });
    expect(await roster.list(logs, [])).toEqual([]);
  });
});
