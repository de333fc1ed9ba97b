import { setTimeout } from 'timers/promises';
import { personas } from 'demo-auth';
import { describeOnPostgres } from './__testUtils__/describeOnPostgres';
import { SeveralBackends } from './__testUtils__/SeveralBackends';
import { until } from './__testUtils__/until';
import { BenchBackend } from './BenchBackend';
import { membersOf, serviceName } from './generatedServices';

jest.setTimeout(240_000);

const services = 300;
const teams = 50;
const teamSize = 3;
const never = { frequency: 'PT10H', timeout: 'PT10H', initialDelay: 'PT10H' };

/** The persona who owns the service that all others depend on, and some of these. */
const owner = 'consumer';
const path = `platform-product/entities/component/default/${serviceName(0)}`;
const notice = {
  kind: 'outage',
  title: 'Nothing works',
  text: 'All that others depend on is away.',
  detectedAt: new Date().toISOString(),
};

/** All who own something that depends on the service. */
const everybody = [
  personas[owner].userRef,
  ...Array.from({ length: teams }, (_, team) => membersOf(team, teamSize))
    .flat()
    .map(name => `user:default/${name}`),
].sort();

async function post(backend: BenchBackend, route: string, body: object) {
  const response = await backend.call(`${path}/${route}`, {
    method: 'POST',
    token: await backend.signIn(owner),
    headers: { 'Idempotency-Key': route },
    body: { ...body },
  });
  return { status: response.status, body: await response.json() };
}

describeOnPostgres(
  'a notice whose backends are killed while they tell it',
  () => {
    it('is told once to everybody whom it concerns', async () => {
      const several = await SeveralBackends.start({
        ports: [7221, 7222],
        services,
        teamSize,
        sweep: never,
        notificationDelay: 150,
      });
      const [first, second] = several.backends;
      const told = async (): Promise<string[]> =>
        several
          .table('notification', 'notifications')
          .where('scope', 'like', 'notice:%')
          .orderBy('user')
          .pluck('user');
      const untilTold = (count: number) =>
        until(`${count} are told`, async () => (await told()).length >= count);

      // The catalog has all, and knows who depends on what and who owns it.
      const last = `component:default/${serviceName(services - 1)}`;
      await until('the catalog has everybody', async () => {
        const { body } = await post(first, 'notices/preview', {
          notice,
          entityRef: last,
        });
        return body.entities === services - 1 && body.people === teamSize;
      });
      expect((await post(first, 'notices', notice)).status).toBe(201);
      await untilTold(1);
      await first.stop('SIGKILL');
      const afterFirst = (await told()).length;
      expect(afterFirst).toBeLessThan(everybody.length / 2);

      await second.trigger('notices');
      await second.trigger('notifications');
      await untilTold(afterFirst + 1);
      await second.stop('SIGKILL');
      expect((await told()).length).toBeLessThan(everybody.length);

      const third = await several.add(7221);
      await third.trigger('notices');
      await third.trigger('notifications');
      await untilTold(everybody.length);
      await setTimeout(3_000);
      expect(await told()).toEqual(everybody);
      expect(await several.table('notifications_outbox')).toEqual([]);
      await several.stop();
    });
  },
);
