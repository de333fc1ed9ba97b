import { peopleRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { fillTables, readTables } from '../__testUtils__/fillTables';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const gone = { service: 'component:default/gone', person: 'user:default/ada' };
const kept = { service: 'component:default/kept', person: 'user:default/ben' };

/** What forges say of people, which is for them to forget, and the plugin's own state. */
const ofNobody = [
  'maturity_ladder_activations',
  'maturity_ladders',
  'maturity_sweeps',
  'repository_files',
  'reviewers_accounts',
  'reviewers_changes',
  'reviewers_expertise',
  'reviewers_pairs',
  'reviewers_repositories',
  'reviewers_reviews',
  'rewrites_due',
  'satisfaction_imported_feedback',
  'satisfaction_rounds',
  'updates_announcements',
  'updates_digest_runs',
  'updates_discarded_notices',
  'updates_imported',
];

describe.each(databases.eachSupportedId())('every table on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({ knex, entities: [] });
    await fillTables(knex, gone);
    await fillTables(knex, kept);
    await knex('services')
      .where('entity_ref', kept.service)
      .update({ gone_at: null });
  });
  afterEach(() => plugin.stop());

  /** How many rows of each table name somebody, or belong to a row that does. */
  async function countRows(refs: readonly string[]) {
    const tables = await readTables(knex);
    const isOf = new Map<string, Record<string, unknown>[]>();
    async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
      const known = isOf.get(table);
      if (known) return known;
      const columns = tables.get(table)!;
      const found = [];
      for (const row of await knex(table)) {
        let matches = columns.some(
          ({ name, isRef }) => isRef && refs.includes(row[name]),
        );
        for (const { name, of } of columns) {
          if (!of || of.table === table) continue;
          const owners = await rowsOf(of.table);
          matches ||= owners.some(owner => owner[of.column] === row[name]);
        }
        if (matches) found.push(row);
      }
      isOf.set(table, found);
      return found;
    }
    const counts: Record<string, number> = {};
    for (const table of tables.keys()) {
      counts[table] = (await rowsOf(table)).length;
    }
    return counts;
  }

  const tablesWith = (counts: Record<string, number>) =>
    Object.keys(counts).filter(table => counts[table] > 0);

  it('names a service or a person, or is known to name none', async () => {
    const all = [...(await readTables(knex)).keys()];
    const naming = tablesWith(
      await countRows([gone.service, gone.person, kept.service, kept.person]),
    );
    expect(all.filter(table => !naming.includes(table))).toEqual(
      ofNobody.filter(table => all.includes(table)),
    );
    expect(ofNobody.filter(table => !all.includes(table))).toEqual([]);
  });

  it('forgets a service that is gone for longer than is kept', async () => {
    const before = await countRows([gone.service]);
    expect(tablesWith(before).length).toBeGreaterThan(15);
    const others = await countRows([kept.service]);
    await plugin.forgetGone();
    expect(tablesWith(await countRows([gone.service]))).toEqual([]);
    expect(await countRows([kept.service])).toEqual(others);
  });

  it('forgets a person who is erased', async () => {
    const before = await countRows([gone.person]);
    expect(tablesWith(before).length).toBeGreaterThan(10);
    const others = await countRows([kept.person]);
    // What others are still to be told stays.
    plugin.failToSend.mockRejectedValue(new Error('Mail is down'));
    const { status } = await plugin.call(gone.person, peopleRoutes.eraseUser, {
      params: { userRef: gone.person },
    });
    expect(status).toBe(200);
    expect(tablesWith(await countRows([gone.person]))).toEqual([]);
    expect(await countRows([kept.person])).toEqual(others);
  });
});
