import {
  defaultAvailability,
  maturityRoutes,
  reviewerRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import {
  generateChanges,
  MemorySource,
  repositoryUrl,
} from '../../__testUtils__/generateChanges';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseReviewHistoryStore } from './DatabaseReviewHistoryStore';

jest.setTimeout(120_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const team = 'group:default/logs-team';
const shop = 'group:default/shop-team';
const pay = 'group:default/pay-team';
const reader = 'user:default/nina';

/** All rows of the history but for ids that depend on the order of writing. */
async function dump(knex: Knex): Promise<string> {
  const changes = await knex('reviewers_changes').orderBy('change_id');
  const names = new Map(changes.map(row => [String(row.id), row.change_id]));
  const reviews = await knex('reviewers_reviews');
  const expertise = await knex('reviewers_expertise').orderBy([
    'path',
    'person',
  ]);
  const pairs = await knex('reviewers_pairs').orderBy(['author', 'reviewer']);
  // Sums may differ in the last bits where they were added in another order.
  const rounded = (rows: Array<Record<string, unknown>>) =>
    rows.map(row =>
      Object.entries(row).map(([name, value]) =>
        /^(reviews|changes)_/.test(name) ? Number(value).toPrecision(9) : value,
      ),
    );
  return JSON.stringify([
    changes.map(({ id: _, ...row }) => row),
    reviews
      .map(({ id: _, change, ...row }) => [names.get(String(change)), row])
      .map(row => JSON.stringify(row))
      .sort(),
    rounded(expertise),
    rounded(pairs),
    await knex('reviewers_repositories').select('url', 'source', 'cursor'),
  ]);
}

describe.each(databases.eachSupportedId())('review history on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  async function start(source: MemorySource) {
    const knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', {
          annotations: { 'github.com/project-slug': 'northwind/logs' },
        }),
        groupEntity('logs-team', { members: ['olga', 'otto'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('otto', { groups: [team] }),
        userEntity('carl', { groups: [shop] }),
        userEntity('nina', { groups: [pay] }),
        userEntity('paul', { groups: [pay] }),
        userEntity('rita', { groups: [shop] }),
      ],
      groups: { 'user:default/olga': [team] },
      files: new Map([[`${repositoryUrl}/blob/HEAD/README.md`, '# Logs']]),
      reviewSources: [source],
    });
    return knex;
  }

  afterEach(() => plugin.stop());

  it('ends in the same tables however often reading is cut short', async () => {
    const changes = generateChanges(1200, new Date());
    const calm = await start(new MemorySource(changes));
    await plugin.syncReviews();
    const expected = await dump(calm);
    const [{ n }] = await calm('reviewers_changes').count({ n: '*' });
    expect(Number(n)).toBe(changes.length);
    await plugin.stop();

    const source = new MemorySource(changes);
    const knex = await start(source);
    let pages = 0;
    source.beforePage = () => {
      pages += 1;
      if (pages % 4 === 3) throw new Error('The connection was lost');
    };
    for (let round = 0; round < 20; round++) await plugin.syncReviews();
    expect(await dump(knex)).toBe(expected);

    // The same once more, from the start, changes nothing.
    await knex('reviewers_repositories').update({ cursor: null });
    source.beforePage = () => {};
    await plugin.syncReviews();
    expect(await dump(knex)).toBe(expected);

    const store = new DatabaseReviewHistoryStore(knex);
    const [{ id: repositoryId }] = await store.listRepositories([
      repositoryUrl,
    ]);
    await store.rebuildExpertise(repositoryId, { evenIfCurrent: true });
    expect(await dump(knex)).toBe(expected);
  });

  it('takes a change that has moved once, and never an older state', async () => {
    const [older, ...others] = generateChanges(40, new Date());
    const source = new MemorySource([older, ...others]);
    const knex = await start(source);
    await plugin.syncReviews();

    const newer = {
      ...older,
      title: 'Now merged',
      mergedAt: new Date(older.openedAt.getTime() + 5e6),
      closedAt: new Date(older.openedAt.getTime() + 5e6),
      updatedAt: new Date(older.updatedAt.getTime() + 5e6),
    };
    source.changes = [newer, ...others];
    await source.move(older.id);
    const once = await dump(knex);
    expect(once).toContain('Now merged');
    await source.move(older.id);
    await source.move(older.id);
    expect(await dump(knex)).toBe(once);

    source.changes = [older, ...others];
    await source.move(older.id);
    expect(await dump(knex)).toBe(once);
    await source.move('4711');
    expect(await dump(knex)).toBe(once);
  });

  it('tells how long reviews take, and nudges whose turn it is once a day', async () => {
    const source = new MemorySource(generateChanges(200, new Date()));
    await start(source);
    await plugin.syncReviews();
    const times = await plugin.call(reader, reviewerRoutes.getReviewTimes, {
      params,
    });
    expect(times.status).toBe(200);
    const { waiting, overdue, promise, months } = times.body;
    expect(promise).toEqual({ duration: 'PT8H', hours: 8, source: 'default' });
    expect(waiting.total).toBeGreaterThan(50);
    expect(waiting.low).toBeLessThan(waiting.share ?? 0);
    expect(months.length).toBeGreaterThan(0);
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue[0].waitingHours).toBeGreaterThan(8);
    const waited = overdue.find(({ turnOf }) => turnOf);

    const nudge = (changeId: string) =>
      plugin.call(reader, reviewerRoutes.nudgeReviewer, {
        params: { ...params, changeId },
      });
    const first = await nudge(waited?.changeId ?? '');
    expect(first.body.turnOf).toBe(waited?.turnOf);
    expect(plugin.sent).toHaveLength(1);
    expect(plugin.sent[0].recipients).toMatchObject({
      entityRef: [waited?.turnOf],
    });
    expect((await nudge(waited?.changeId ?? '')).status).toBe(409);
    expect((await nudge('no such change')).status).toBe(404);
    expect(plugin.sent).toHaveLength(1);
  });

  it('gives evidence for contributions and reviews', async () => {
    // Answered at once or given up, so that no weekend makes a difference.
    const changes = generateChanges(300, new Date()).map(change => ({
      ...change,
      closedAt: change.closedAt ?? change.openedAt,
      reviews: change.reviews.map(review => ({
        ...review,
        at: change.openedAt,
      })),
    }));
    await start(new MemorySource(changes));
    await plugin.syncReviews();
    for (const person of ['user:default/carl', 'user:default/nina']) {
      const body = { role: 'reviewer' as const, paths: [] };
      const at = { params: { ...params, userRef: person }, body };
      await plugin.call('user:default/olga', reviewerRoutes.putReviewer, at);
      await plugin.call(person, reviewerRoutes.putReviewer, at);
    }
    await plugin.sweep();
    const { body } = await plugin.call(reader, maturityRoutes.getMaturity, {
      params,
    });
    const evidence = Object.fromEntries(
      body.levels
        .flatMap(({ criteria }) => criteria)
        .flatMap(criterion => criterion.evidence)
        .map(({ source: from, result, summary }) => [from, [result, summary]]),
    );
    expect(evidence).toMatchObject({
      'outside-changes': [
        'pass',
        '179 merged changes from 2 other teams in 180 days',
      ],
      'outside-reviewers': [
        'pass',
        '2 active reviewers from outside the owning team',
      ],
      'timely-reviews': [
        'pass',
        'First reviews: 100 % of 220 in time (98 %–100 %)',
      ],
      'outside-reviews': [
        'pass',
        '32 % of 220 approvals came from outside reviewers',
      ],
      'healthy-reviews': [
        'pass',
        'Outside reviews: 100 % of 70 in time (95 %–100 %); the busiest person did 18 % of 220 reviews',
      ],
    });
  });

  it('finds reviewers by a change, and asks no more for 40 paths than for one', async () => {
    const source = new MemorySource(generateChanges(400, new Date()));
    const knex = await start(source);
    await plugin.syncReviews();
    for (const person of ['user:default/carl', 'user:default/rita']) {
      const body = { role: 'approver' as const, paths: [] };
      const at = { params: { ...params, userRef: person }, body };
      await plugin.call('user:default/olga', reviewerRoutes.putReviewer, at);
      await plugin.call(person, reviewerRoutes.putReviewer, at);
    }
    for (const person of ['user:default/carl', 'user:default/rita']) {
      await plugin.call(person, reviewerRoutes.putAvailability, {
        params: {},
        body: { ...defaultAvailability, maxOpenReviews: 50 },
      });
    }
    const suggest = (body: object) =>
      plugin.call(reader, reviewerRoutes.suggestReviewers, { params, body });
    const url = `${repositoryUrl}/pull/200`;
    const found = await suggest({ changeUrl: url, timeZone: 'Europe/Berlin' });
    expect(found.status).toBe(200);
    const { suggestions, paths, author } = found.body;
    expect(paths).toHaveLength(2);
    expect(author).toMatch(/^user:default\//);
    expect(suggestions.map(({ userRef }) => userRef)).not.toContain(author);
    expect(suggestions[0].reasons[0]).toMatchObject({
      kind: 'reviewed',
      path: expect.stringMatching(/^(charts|docs|pipelines)/),
    });
    expect((await suggest({})).body.leftOut).toContainEqual(
      expect.objectContaining({ reason: 'not-on-roster' }),
    );
    expect(
      (await suggest({ changeUrl: 'https://github.com/x/y/pull/1' })).status,
    ).toBe(400);
    expect(
      (await suggest({ changeUrl: `${repositoryUrl}/pull/99999` })).status,
    ).toBe(400);
    expect((await suggest({ changeUrl: 'https://example.com/1' })).status).toBe(
      400,
    );

    const count = async (some: string[]) => {
      let queries = 0;
      const listener = ({ sql }: { readonly sql: string }) => {
        // Tasks, which a test runs after each write, ask for the time.
        if (!sql.includes('clock_timestamp')) queries += 1;
      };
      knex.on('query', listener);
      plugin.catalog.getEntitiesByRefs.mockClear();
      const answer = await suggest({ paths: some });
      knex.off('query', listener);
      expect(answer.status).toBe(200);
      return [queries, plugin.catalog.getEntitiesByRefs.mock.calls.length];
    };
    const fortyFiles = Array.from(
      { length: 40 },
      (_, n) => `charts/deep/er-${n % 20}/file-${n}.yaml`,
    );
    await count(['charts/file-1.yaml']);
    const one = await count(['charts/far/away/file-2.yaml']);
    const many = await count(fortyFiles);
    expect(many).toEqual(one);
    const again = await count(fortyFiles);
    expect(again[0]).toBeLessThan(many[0]);
    // Of directories that nobody has asked about, OWNERS files are looked for once.
    expect(many[0]).toBeLessThanOrEqual(19);
    const known = await count(
      fortyFiles.map(path => path.replace('/file-', '/other-')),
    );
    expect(known[0]).toBeLessThanOrEqual(13);
    expect(many[1]).toBeLessThanOrEqual(2);
  });
});
