import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import { JsonObject } from '@backstage/types';
import { BenchBackend } from './BenchBackend';
import { pathsToAsk, serviceWithHistory } from './generatedHistory';
import { serviceName } from './generatedServices';
import { measure, Measurement } from './measure';

const services = Number(process.env.BENCH_SERVICES ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 200);
const changes = Number(process.env.BENCH_CHANGES ?? 100_000);
/** On each service; later ten times as many. */
const answers = Number(process.env.BENCH_ANSWERS ?? 200);
/** In the past of the service that all others use. */
const notices = Number(process.env.BENCH_NOTICES ?? 1_000);
/** Of each of fifty teams, which own the services. */
const teamSize = 8;
const port = 7307;
const never = 'PT10H';

function say(text: string) {
  process.stdout.write(`${text}\n`);
}

async function countServices(backend: BenchBackend): Promise<number> {
  const response = await fetch(
    `${backend.baseUrl}/api/catalog/entities/by-query?limit=1&filter=kind=component`,
    {
      headers: { Authorization: `Bearer ${await backend.signIn('consumer')}` },
    },
  );
  return response.ok ? (await response.json()).totalItems : 0;
}

async function untilCatalogIsFull(backend: BenchBackend) {
  for (let found = 0; found < services; ) {
    await setTimeout(10_000);
    found = await countServices(backend).catch(() => 0);
    say(`  the catalog has ${found} of ${services} services`);
  }
}

/** Reads the whole review history of the one service that has one. */
async function syncReviews(backend: BenchBackend) {
  const start = performance.now();
  await backend.trigger('review-sync');
  const headers = {
    Authorization: `Bearer ${await backend.signIn('consumer')}`,
  };
  for (let isDone = false; !isDone; ) {
    await setTimeout(1_000);
    const response = await fetch(
      `${backend.baseUrl}/api/platform-product/entities/component/default/${serviceWithHistory}/reviewers`,
      { headers },
    );
    isDone = Boolean((await response.json()).history?.syncedAt);
  }
  const seconds = (performance.now() - start) / 1000;
  say(`  ${changes} changes read in ${seconds.toFixed(0)} s`);
}

async function sweep(backend: BenchBackend) {
  const before = backend.sweeps().length;
  await backend.trigger('maturity-sweep');
  while (backend.sweeps().length === before) await setTimeout(500);
  return backend.sweeps()[before];
}

function row(name: string, { median, p95 }: Measurement, base?: Measurement) {
  const ratio = base ? `  ×${(median / base.median).toFixed(2)}` : '';
  return `  ${name.padEnd(40)} median ${median
    .toFixed(1)
    .padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms${ratio}`;
}

async function compare(backend: BenchBackend) {
  const token = await backend.signIn('consumer');
  const name = `component/default/${serviceWithHistory}`;
  const list = 'limit=50&filter=kind=component,spec.type=service';
  const api = `${backend.baseUrl}/api/platform-product`;
  const [entity, tab, suggestion, catalogList, page, summary] = await measure({
    rounds,
    token,
    requests: [
      { url: `${backend.baseUrl}/api/catalog/entities/by-name/${name}` },
      { url: `${api}/entities/${name}/maturity` },
      {
        url: `${api}/entities/${name}/reviewers/suggestions`,
        body: round => ({ paths: pathsToAsk(round) }),
      },
      { url: `${backend.baseUrl}/api/catalog/entities/by-query?${list}` },
      { url: `${api}/portfolio?limit=50` },
      { url: `${api}/portfolio/summary` },
    ],
  });
  say(row('catalog: the entity', entity));
  say(row('maturity tab of the entity', tab, entity));
  say(row(`reviewers for 40 paths, ${changes} changes`, suggestion, entity));
  say(row('catalog: 50 services', catalogList));
  say(row('portfolio: 50 services', page, catalogList));
  say(row('portfolio: summary', summary, catalogList));
}

/** Waits until the log has one more line with some words. */
async function untilLogged(
  backend: BenchBackend,
  words: string,
  work: () => Promise<unknown>,
) {
  const count = () => backend.log.filter(line => line.includes(words)).length;
  const before = count();
  await work();
  while (count() === before) await setTimeout(500);
}

/** What ratings cost, with some answers and with ten times as many. */
async function compareRatings(backend: BenchBackend) {
  const token = await backend.signIn('consumer');
  const name = `component/default/${serviceWithHistory}`;
  const api = `${backend.baseUrl}/api/platform-product`;
  const service = `${api}/entities/${name}/satisfaction`;
  let before: Measurement[] | undefined;
  for (const count of [answers, 10 * answers]) {
    await untilLogged(backend, 'Added answers', () =>
      backend.trigger('bench-ratings'),
    );
    const start = performance.now();
    await untilLogged(backend, 'Released ratings', () =>
      backend.trigger('ratings'),
    );
    const seconds = (performance.now() - start) / 1000;
    say(
      `  ${count} answers on each service: released in ${seconds.toFixed(0)} s`,
    );
    const measured = await measure({
      rounds,
      token,
      requests: [
        { url: `${backend.baseUrl}/api/catalog/entities/by-name/${name}` },
        { url: service },
        { url: `${service}/mine` },
        { url: `${api}/portfolio?limit=50` },
        { url: `${api}/portfolio?limit=50&sort=satisfaction&order=desc` },
      ],
    });
    const [entity, ...others] = measured;
    say(row('catalog: the entity', entity));
    for (const [index, what] of [
      'satisfaction: scores',
      'satisfaction: my answer',
      'portfolio: 50 services',
    ].entries()) {
      const relative = others[index].median / entity.median;
      const earlier = before && before[index + 1].median / before[0].median;
      const change = earlier
        ? `  ${((relative / earlier - 1) * 100).toFixed(
            0,
          )} % with ten times the answers`
        : '';
      say(`${row(what, others[index], entity)}${change}`);
    }
    const [byTitle, bySatisfaction] = others.slice(-2);
    say(row('portfolio: by satisfaction', bySatisfaction, byTitle));
    before = measured;
  }
}

/** What the tab and the banner cost, and how long it takes until all are told. */
async function compareNotices(backend: BenchBackend) {
  const token = await backend.signIn('consumer');
  const api = `${backend.baseUrl}/api/platform-product`;
  const name = `component/default/${serviceName(0)}`;
  const consumer = `component:default/${serviceName(1)}`;
  const banner = `${api}/notices?entityRef=${consumer}`;
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const published = await backend.call(
    `platform-product/entities/${name}/notices`,
    {
      token,
      method: 'POST',
      headers: { 'Idempotency-Key': `bench-${Date.now()}` },
      body: {
        kind: 'outage',
        title: 'Nothing works',
        text: 'All that others depend on is away.',
        detectedAt: new Date().toISOString(),
      },
    },
  );
  if (published.status !== 201) throw new Error(await published.text());
  const headers = { Authorization: `Bearer ${token}` };
  for (let found = 0; !found; ) {
    ({ totalItems: found } = await (await fetch(banner, { headers })).json());
    if (!found) await setTimeout(100);
  }
  say(`  a notice is on the first consumer’s page within ${seconds()}`);
  const reached = () =>
    backend.log.find(line => line.includes('Found whom a notice reaches'));
  while (!reached()) await setTimeout(100);
  say(
    `  ${
      /entities=.*catalogCalls=\d+/.exec(reached()!)?.[0]
    } within ${seconds()}`,
  );
  // Nobody is told any more once nothing was sent for some seconds.
  const sent = () =>
    backend.log.filter(line => line.includes('"POST /api/notifications '))
      .length;
  let last = seconds();
  for (let count = -1, quiet = 0; quiet < 5; ) {
    if (sent() === count) quiet++;
    else {
      [count, quiet] = [sent(), 0];
      last = seconds();
    }
    await setTimeout(1_000);
  }
  say(`  everybody is told, in ${sent()} calls, within ${last}`);
  const [entity, tab, page] = await measure({
    rounds,
    token,
    requests: [
      { url: `${backend.baseUrl}/api/catalog/entities/by-name/${name}` },
      { url: `${api}/entities/${name}/notices?limit=20` },
      { url: banner },
    ],
  });
  say(row('catalog: the entity', entity));
  say(row(`notices of a service with ${notices}`, tab, entity));
  say(row('banner of what depends on it', page, entity));
}

async function bench(
  title: string,
  database: JsonObject,
  isAboutNotices: boolean,
) {
  say(`\n${title}, ${services} services`);
  const backend = await BenchBackend.start({
    port,
    services,
    database,
    sweep: { frequency: never, timeout: never, initialDelay: 'PT1S' },
    changes,
    sync: { frequency: never, timeout: never, initialDelay: 'PT1S' },
    answers,
    notices,
    teamSize,
  });
  try {
    await untilCatalogIsFull(backend);
    await compareNotices(backend);
    if (isAboutNotices) return;
    for (const kind of ['first', 'next']) {
      const { services: swept, seconds } = await sweep(backend);
      say(`  ${kind} sweep: ${swept} services in ${seconds.toFixed(1)} s`);
    }
    await syncReviews(backend);
    await compare(backend);
    await compareRatings(backend);
  } finally {
    await backend.stop();
  }
}

/**
 * Prints what sweeps and pages take, beside what the catalog takes: on the databases
 * that are named, or on both; with `notices`, only what these take.
 */
async function run() {
  const parameters = process.argv.slice(2);
  const isAboutNotices = parameters.includes('notices');
  const wanted = parameters.filter(parameter => parameter !== 'notices');
  if (!wanted.length || wanted.includes('sqlite')) {
    const directory = await mkdtemp(join(tmpdir(), 'platform-product-bench-'));
    await bench(
      'SQLite',
      {
        client: 'better-sqlite3',
        connection: { directory },
      },
      isAboutNotices,
    );
    await rm(directory, { recursive: true, force: true });
  }
  if (!wanted.length || wanted.includes('postgres')) {
    await bench(
      'PostgreSQL',
      {
        client: 'pg',
        connection: process.env.BENCH_POSTGRES!,
      },
      isAboutNotices,
    );
  }
}

run().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
