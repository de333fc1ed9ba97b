import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  platformProductImportExtensionPoint,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { databases } from './__testUtils__/databases';
import { readTables } from './__testUtils__/fillTables';
import { startTestPlugin } from './__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const [id] = databases.eachSupportedId()[0];

describe('what runs by itself', () => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>> | undefined;

  afterEach(() => plugin?.stop());

  async function start(config = {}) {
    const knex = await databases.init(id);
    plugin = await startTestPlugin({ knex, entities: [], config });
    const tasks = plugin.scheduled();
    return {
      knex,
      tasks,
      frequencies: Object.fromEntries(
        tasks.map(task => [task.id, task.frequency]),
      ),
    };
  }

  it('runs on one backend at a time, and for a while only', async () => {
    const { tasks } = await start();
    expect(tasks).toHaveLength(14);
    for (const task of tasks) {
      expect(task).toMatchObject({ timeout: expect.anything() });
      expect(['global', undefined]).toContain(task.scope);
    }
  });

  it.each([
    [{ satisfation: {} }, 'Unrecognized key: "satisfation"'],
    [{ reviewers: { bot: [] } }, 'Unrecognized key: "bot"'],
  ])('does not start with %j in its configuration', async (config, problem) => {
    await expect(start(config)).rejects.toThrow(problem);
  });

  it.each([
    { satisfaction: { minimumAnswers: 1 } },
    { maturity: { criteria: { odd: {} } } },
    { reviewers: { bot: [] } },
    { satisfation: {} },
    {
      maturity: {
        criteria: {
          odd: { level: 1, title: 'Odd', evidence: { source: 'x' } },
        },
      },
    },
  ])('leaves the database as it was where %j is refused', async config => {
    const knex = await databases.init(id);
    await expect(
      startTestPlugin({ knex, entities: [], config }),
    ).rejects.toThrow();
    expect([...(await readTables(knex)).keys()]).toEqual([]);
  });

  it('runs as often as the configuration says', async () => {
    const every = (minutes: number) => ({
      frequency: { minutes },
      timeout: { minutes: 1 },
    });
    const { frequencies } = await start({
      maturity: { sweep: every(11) },
      reviewers: { sync: every(12), requests: every(13) },
      satisfaction: { releases: every(14) },
    });
    expect(frequencies).toEqual({
      'platform-product-maturity-sweep': { minutes: 11 },
      'platform-product-ending-waivers': { hours: 1 },
      'platform-product-review-sync': { minutes: 12 },
      'platform-product-review-requests': { minutes: 13 },
      'platform-product-ratings': { minutes: 14 },
      'platform-product-digests': { minutes: 10 },
      'platform-product-events': { minutes: 1 },
      'platform-product-notices': { minutes: 1 },
      'platform-product-announcements': { minutes: 1 },
      'platform-product-roadmap': { hours: 24 },
      'platform-product-repository-files': { hours: 24 },
      'platform-product-retention': { hours: 24 },
      'platform-product-notifications': { minutes: 1 },
      'platform-product-figures': { hours: 24 },
    });
  });

  it('forgets files that nobody has read for 30 days', async () => {
    const { knex, tasks } = await start();
    const day = 24 * 60 * 60 * 1000;
    const ages = { new: 30 * day - 60_000, old: 30 * day + 60_000 };
    await knex('repository_files').insert(
      Object.entries(ages).map(([name, age]) => ({
        url: `https://example.com/${name}`,
        status: 'missing',
        checked_at: new Date(Date.now() - age),
      })),
    );
    const forgetting = tasks.find(
      task => task.id === 'platform-product-repository-files',
    );
    await forgetting?.fn(new AbortController().signal);
    expect(await knex('repository_files').pluck('url')).toEqual([
      'https://example.com/new',
    ]);
  });
});

describe('older records', () => {
  const since = new Date('2026-01-10T00:00:00.000Z');
  const until = new Date('2026-07-10T00:00:00.000Z');
  const paper: RecordImport = {
    id: 'paper',
    load: async () => [
      {
        entityRef: 'component:default/logs',
        attestations: [
          {
            key: '1',
            criterionId: 'guide',
            statement: 'Reviewed on paper.',
            createdBy: 'user:default/olga',
            createdAt: since,
            expiresAt: until,
          },
        ],
      },
    ],
  };

  it('are brought in at every start, and once', async () => {
    const knex = await databases.init(id);
    for (let starts = 0; starts < 2; starts++) {
      const plugin = await startTestPlugin({
        knex,
        entities: [],
        features: [
          createBackendModule({
            pluginId: 'platform-product',
            moduleId: 'test-import',
            register(reg) {
              reg.registerInit({
                deps: { point: platformProductImportExtensionPoint },
                async init({ point }) {
                  point.addImport(paper);
                },
              });
            },
          }),
        ],
      });
      await plugin.stop();
      expect(await knex('maturity_attestations').pluck('statement')).toEqual([
        'Reviewed on paper.',
      ]);
    }
  });
});
