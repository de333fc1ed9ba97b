import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import { JsonObject } from '@backstage/types';
import { BenchBackend } from './BenchBackend';
import { measure, Measurement } from './measure';

const services = Number(process.env.BENCH_SERVICES ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 200);
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

async function sweep(backend: BenchBackend) {
  const before = backend.sweeps().length;
  await fetch(
    `${backend.baseUrl}/api/platform-product/.backstage/scheduler/v1/tasks/platform-product-maturity-sweep/trigger`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${await backend.signIn('consumer')}` },
    },
  );
  while (backend.sweeps().length === before) await setTimeout(500);
  return backend.sweeps()[before];
}

function row(name: string, { median, p95 }: Measurement, base?: Measurement) {
  const ratio = base ? `  ×${(median / base.median).toFixed(2)}` : '';
  return `  ${name.padEnd(34)} median ${median
    .toFixed(1)
    .padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms${ratio}`;
}

async function compare(backend: BenchBackend) {
  const token = await backend.signIn('consumer');
  const name = 'component/default/service-00042';
  const list = 'limit=50&filter=kind=component,spec.type=service';
  const [entity, tab, catalogList, page, summary] = await measure({
    rounds,
    token,
    urls: [
      `${backend.baseUrl}/api/catalog/entities/by-name/${name}`,
      `${backend.baseUrl}/api/platform-product/entities/${name}/maturity`,
      `${backend.baseUrl}/api/catalog/entities/by-query?${list}`,
      `${backend.baseUrl}/api/platform-product/portfolio?limit=50`,
      `${backend.baseUrl}/api/platform-product/portfolio/summary`,
    ],
  });
  say(row('catalog: the entity', entity));
  say(row('maturity tab of the entity', tab, entity));
  say(row('catalog: 50 services', catalogList));
  say(row('portfolio: 50 services', page, catalogList));
  say(row('portfolio: summary', summary, catalogList));
}

async function bench(title: string, database: JsonObject) {
  say(`\n${title}, ${services} services`);
  const backend = await BenchBackend.start({
    port,
    services,
    database,
    sweep: { frequency: never, timeout: never, initialDelay: 'PT1S' },
  });
  try {
    await untilCatalogIsFull(backend);
    for (const kind of ['first', 'next']) {
      const { services: swept, seconds } = await sweep(backend);
      say(`  ${kind} sweep: ${swept} services in ${seconds.toFixed(1)} s`);
    }
    await compare(backend);
  } finally {
    await backend.stop();
  }
}

/** Prints what sweeps and pages take, beside what the catalog takes. */
async function run() {
  const wanted = process.argv.slice(2);
  if (!wanted.length || wanted.includes('sqlite')) {
    const directory = await mkdtemp(join(tmpdir(), 'platform-product-bench-'));
    await bench('SQLite', {
      client: 'better-sqlite3',
      connection: { directory },
    });
    await rm(directory, { recursive: true, force: true });
  }
  if (!wanted.length || wanted.includes('postgres')) {
    await bench('PostgreSQL', {
      client: 'pg',
      connection: process.env.BENCH_POSTGRES!,
    });
  }
}

run().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
