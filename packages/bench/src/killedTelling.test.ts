import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import { JsonObject } from '@backstage/types';
import { personas } from 'demo-auth';
import {
  describeOnPostgres,
  postgresUrl,
} from './__testUtils__/describeOnPostgres';
import { until } from './__testUtils__/until';
import { BenchBackend } from './BenchBackend';
import { serviceName } from './generatedServices';

jest.setTimeout(240_000);

const service = `platform-product/entities/component/default/${serviceName(0)}`;
const offerer = personas.reviewer;
const rarely = { frequency: 'PT1H', timeout: 'PT1M', initialDelay: 'PT1H' };

/** Whoever acts and is killed before others are told. */
async function killAfterTheAct(database: JsonObject): Promise<void> {
  const options = { port: 7211, services: 1, database, sweep: rarely };
  const victim = await BenchBackend.start({
    ...options,
    holdsNotifications: true,
  });
  try {
    const token = await victim.signIn('reviewer');
    await until(
      'the catalog has the service',
      async () => (await victim.call(`${service}/reviewers`, { token })).ok,
    );
    const offered = await victim.call(
      `${service}/reviewers/${encodeURIComponent(offerer.userRef)}`,
      { token, method: 'PUT', body: { role: 'reviewer', paths: [] } },
    );
    expect(offered.status).toBe(200);
    expect(await titlesToldBy(victim)).toEqual([]);
  } finally {
    await victim.stop('SIGKILL');
  }
}

/** What the owner of the service was told. */
async function titlesToldBy(backend: BenchBackend): Promise<string[]> {
  const token = await backend.signIn('consumer');
  const response = await backend.call('notifications/notifications', { token });
  const { notifications } = await response.json();
  return notifications.map(
    ({ payload }: { payload: { title: string } }) => payload.title,
  );
}

/** What people are told by who starts after that, and for a while. */
async function titlesToldAfterwards(database: JsonObject): Promise<string[]> {
  const survivor = await BenchBackend.start({
    port: 7211,
    services: 1,
    database,
    sweep: rarely,
  });
  try {
    await until(
      'the owner is told',
      async () => (await titlesToldBy(survivor)).length > 0,
    );
    await setTimeout(3_000);
    return await titlesToldBy(survivor);
  } finally {
    await survivor.stop();
  }
}

async function tellAfterAll(database: JsonObject): Promise<string[]> {
  await killAfterTheAct(database);
  return titlesToldAfterwards(database);
}

/** Once, and cut to what Backstage keeps of a title. */
const once = [
  expect.stringMatching(/^(?=.{255}$).* offers to review for Service 0 x+…$/u),
];

describe('what was done by a backend that is killed before it tells', () => {
  it('is told once by the next one, on SQLite', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'platform-product-tell-'));
    const told = await tellAfterAll({
      client: 'better-sqlite3',
      connection: { directory },
    });
    expect(told).toEqual(once);
    await rm(directory, { recursive: true });
  });
});

describeOnPostgres('the same', () => {
  it('holds on PostgreSQL', async () => {
    const told = await tellAfterAll({
      client: 'pg',
      connection: postgresUrl!,
      prefix: `tell_${process.pid}_`,
    });
    expect(told).toEqual(once);
  });
});
