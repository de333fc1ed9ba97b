import { setTimeout } from 'timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { BenchBackend } from './BenchBackend';

jest.setTimeout(180_000);

const services = 300;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const connectionString =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

const describeOnPostgres = connectionString ? describe : describe.skip;
if (!connectionString) {
  // eslint-disable-next-line no-console
  console.warn(
    'Skipping several backends: set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING, or run "yarn test"',
  );
}

describeOnPostgres('two backends on one PostgreSQL', () => {
  const backends: BenchBackend[] = [];
  const sweeps: ReturnType<BenchBackend['sweeps']> = [];

  afterEach(async () => {
    await Promise.all(backends.map(backend => backend.stop()));
  });

  it('sweep once at a time and lose or double nothing', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { database } = knex.client.config.connection;
    const options = {
      services,
      database: {
        client: 'pg',
        connection: connectionString!.replace(/[^/]*$/, database),
        pluginDivisionMode: 'schema',
      },
      sweep: {
        frequency: 'PT3S',
        timeout: 'PT1M',
        initialDelay: 'PT1S',
      },
    };
    backends.push(await BenchBackend.start({ ...options, port: 7207 }));
    backends.push(await BenchBackend.start({ ...options, port: 7208 }));

    const table = (name: string) =>
      knex.withSchema('platform-product').table(name);
    const assessed = async () =>
      Number((await table('maturity_services').count({ n: '*' }))[0].n);
    for (let tries = 0; (await assessed()) < services; tries++) {
      expect(tries).toBeLessThan(120);
      await setTimeout(500);
    }

    // Both attest all owned services at the same time, while sweeps go on.
    const token = await backends[0].signIn('consumer');
    const owned = [0, 100, 200];
    const expiresAt = new Date(Date.now() + 9e9).toISOString();
    const criteria = ['listening', 'asked', 'honest', 'workload'];
    const answers = await Promise.all(
      owned.flatMap(index =>
        criteria.flatMap(criterionId =>
          backends.map(backend =>
            fetch(
              `${
                backend.baseUrl
              }/api/platform-product/entities/component/default/service-${String(
                index,
              ).padStart(5, '0')}/attestations`,
              {
                method: 'POST',
                headers: {
                  Authorization: `Bearer ${token}`,
                  'Content-Type': 'application/json',
                  'Idempotency-Key': `${index}-${criterionId}`,
                },
                body: JSON.stringify({
                  criterionId,
                  statement: 'Seen by both backends.',
                  expiresAt,
                }),
              },
            ),
          ),
        ),
      ),
    );
    expect(answers.map(answer => answer.status)).toEqual(
      answers.map(() => 201),
    );
    await setTimeout(8_000);
    await Promise.all(
      backends.splice(0).map(async backend => {
        sweeps.push(...backend.sweeps());
        await backend.stop();
      }),
    );

    expect(await table('maturity_attestations')).toHaveLength(
      owned.length * criteria.length,
    );
    const evidence: Array<{ entity_ref: string; criterion_id: string }> =
      await table('maturity_evidence').where({
        source: 'attestation',
        superseded_at: null,
      });
    expect(
      new Set(evidence.map(row => `${row.entity_ref} ${row.criterion_id}`))
        .size,
    ).toBe(owned.length * criteria.length);
    expect(evidence).toHaveLength(owned.length * criteria.length);

    const history: Array<{
      entity_ref: string;
      from_level: number;
      to_level: number;
      reason: string;
    }> = await table('maturity_history').orderBy('id');
    expect(
      history.filter(row => row.reason === 'first-assessment'),
    ).toHaveLength(services);
    const levels = new Map<string, number>();
    for (const row of history) {
      expect(row.from_level).toBe(levels.get(row.entity_ref) ?? 0);
      levels.set(row.entity_ref, row.to_level);
    }

    const times = sweeps
      .map(({ finishedAt, seconds }) => ({
        from: +finishedAt - seconds * 1000,
        to: +finishedAt,
      }))
      .sort((a, b) => a.from - b.from);
    expect(times.length).toBeGreaterThan(1);
    times.slice(1).forEach((sweep, index) => {
      expect(sweep.from).toBeGreaterThanOrEqual(times[index].to);
    });
  });
});
