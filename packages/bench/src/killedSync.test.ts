import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import knexFactory, { Knex } from 'knex';
import { BenchBackend } from './BenchBackend';

jest.setTimeout(480_000);

const changes = 5_000;
const directories: string[] = [];
const backends: BenchBackend[] = [];

async function start(directory: string, pageDelay: number, timeout: string) {
  const backend = await BenchBackend.start({
    port: 7209,
    services: 50,
    changes,
    pageDelay,
    database: { client: 'better-sqlite3', connection: { directory } },
    sweep: { frequency: 'PT1H', timeout: 'PT1M', initialDelay: 'PT1H' },
    // The lock of a killed run holds for as long as a run may take.
    sync: { frequency: 'PT1S', timeout, initialDelay: 'PT1S' },
  });
  backends.push(backend);
  return backend;
}

async function withDatabase<T>(
  directory: string,
  read: (knex: Knex) => Promise<T>,
): Promise<T> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: join(directory, 'platform-product.sqlite'),
    useNullAsDefault: true,
  });
  try {
    return await read(knex);
  } finally {
    await knex.destroy();
  }
}

async function untilSynced(directory: string, atLeast: number) {
  for (let tries = 0; ; tries++) {
    expect(tries).toBeLessThan(1_800);
    const count = await withDatabase(directory, async knex => {
      const [row] = await knex('reviewers_changes').count({ n: '*' });
      return Number(row.n);
    }).catch(() => 0);
    if (count >= atLeast) return count;
    await setTimeout(100);
  }
}

const dump = (directory: string) =>
  withDatabase(directory, async knex => ({
    changes: await knex('reviewers_changes').orderBy('id'),
    reviews: await knex('reviewers_reviews')
      .select('change', 'person', 'reviewed_at', 'is_approval')
      .orderBy(['change', 'person']),
    expertise: await knex('reviewers_expertise').orderBy(['path', 'person']),
    pairs: await knex('reviewers_pairs').orderBy(['author', 'reviewer']),
    cursors: await knex('reviewers_repositories').select('url', 'cursor'),
  }));

describe('a backend that is killed in the middle of a sync', () => {
  afterEach(async () => {
    await Promise.all(backends.map(backend => backend.stop('SIGKILL')));
    await Promise.all(
      directories.map(directory => rm(directory, { recursive: true })),
    );
  });

  it('ends in the same tables as one that was left alone', async () => {
    const newDirectory = async () => {
      const directory = await mkdtemp(join(tmpdir(), 'platform-product-kill-'));
      directories.push(directory);
      return directory;
    };
    const calm = await newDirectory();
    const undisturbed = await start(calm, 0, 'PT1M');
    await untilSynced(calm, changes);
    await undisturbed.stop();

    const rough = await newDirectory();
    for (const enough of [1_000, 3_000]) {
      const victim = await start(rough, 60, 'PT6S');
      const reached = await untilSynced(rough, enough);
      await victim.stop('SIGKILL');
      expect(reached).toBeLessThan(changes);
    }
    const survivor = await start(rough, 0, 'PT6S');
    await untilSynced(rough, changes);
    await survivor.stop();

    expect(await dump(rough)).toEqual(await dump(calm));
  });
});
