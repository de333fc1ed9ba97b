import { setTimeout } from 'timers/promises';
import { describeOnPostgres } from './__testUtils__/describeOnPostgres';
import { SeveralBackends } from './__testUtils__/SeveralBackends';
import { until } from './__testUtils__/until';
import { serviceName } from './generatedServices';

jest.setTimeout(180_000);

const services = 300;

describeOnPostgres('two backends on one PostgreSQL', () => {
  let several: SeveralBackends | undefined;

  afterEach(() => several?.stop());

  it('sweep once at a time and lose or double nothing', async () => {
    several = await SeveralBackends.start({
      ports: [7207, 7208],
      services,
      sweep: {
        frequency: 'PT3S',
        timeout: 'PT1M',
        initialDelay: 'PT1S',
      },
    });
    const { backends } = several;
    const table = (name: string) => several!.table(name);
    const assessed = async () =>
      Number((await table('services').count({ n: '*' }))[0].n);
    await until(
      'all services are assessed',
      async () => (await assessed()) >= services,
    );

    // Both attest all owned services at the same time, while sweeps go on.
    const token = await backends[0].signIn('consumer');
    const owned = [0, 100, 200];
    const expiresAt = new Date(Date.now() + 9e9).toISOString();
    const criteria = ['listening', 'asked', 'honest', 'workload'];
    const answers = await Promise.all(
      owned.flatMap(index =>
        criteria.flatMap(criterionId =>
          backends.map(backend =>
            backend.call(
              `platform-product/entities/component/default/${serviceName(
                index,
              )}/attestations`,
              {
                method: 'POST',
                token,
                headers: { 'Idempotency-Key': `${index}-${criterionId}` },
                body: {
                  criterionId,
                  statement: 'Seen by both backends.',
                  expiresAt,
                },
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
    await several.stop();

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

    const times = backends
      .flatMap(backend => backend.sweeps())
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
