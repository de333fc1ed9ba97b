import { setTimeout } from 'timers/promises';
import { JsonObject } from '@backstage/types';
import { BenchRound } from './__testUtils__/BenchRound';
import { describeOnPostgres } from './__testUtils__/describeOnPostgres';
import { until } from './__testUtils__/until';
import { membersOf, serviceName } from './generatedServices';
import { unlockedIdOf } from './unlockedTasks';

jest.setTimeout(180_000);

const { raters } = BenchRound;
const features = ['leverage', 'usability', 'reliability', 'cost', 'latency'];

/** Two teams use the first and the last; one of these and its manager the other. */
const services = [25, 50, 75].map(serviceName);
const teamSize = 6;
const asked = [2 * teamSize, teamSize, 2 * teamSize];
const everybody = [0, 1]
  .flatMap(team => membersOf(team, teamSize))
  .map(name => `user:default/${name}`);

const past = new Date(0);

const refOf = (service: string) => `component:default/${service}`;

/** Ratings that differ for any two numbers below 5 ** 5. */
function ratingsOf(number: number): JsonObject {
  return Object.fromEntries(
    features.map((feature, place) => [
      feature,
      1 + (Math.floor(number / 5 ** place) % 5),
    ]),
  );
}

const closedOnce = {
  rounds: [{ id: BenchRound.id, status: 'closed', secret: null }],
  answers: [],
  tallies: [],
  releases: services.map((service, index) => ({
    round_id: BenchRound.id,
    entity_ref: refOf(service),
    sequence: 1,
    is_newest: true,
    complete: raters.length,
    partial: 0,
    asked: asked[index],
  })),
  closings: 1,
  failures: [],
};

function expectOk(replies: readonly Response[]) {
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
}

describeOnPostgres('two backends in a round of ratings', () => {
  let round: BenchRound;
  let closings = 0;

  beforeAll(async () => {
    round = await BenchRound.start({
      ports: [7210, 7211],
      services: 160,
      teamSize,
    });
    await until('the catalog knows who uses what', async () => {
      const answers = await Promise.all(
        services.map(async service =>
          (await round.invite(round.backends[0], service)).json(),
        ),
      );
      return answers.every((answer, index) => answer.asked === asked[index]);
    });
  });

  afterAll(() => round?.several.stop());

  /** Invites for all services on both at once; how many people that were. */
  async function inviteAll(): Promise<void> {
    const replies = await Promise.all(
      services.flatMap(service =>
        round.backends.map(backend => round.invite(backend, service)),
      ),
    );
    expectOk(replies);
  }

  /** One person sends other ratings to each of the backends. */
  async function rateAtOnce(service: string, sent: readonly JsonObject[]) {
    const replies = await Promise.all(
      round.backends.map((backend, index) =>
        round.rate(backend, { service, ratings: sent[index] }),
      ),
    );
    expectOk(replies);
  }

  /** Everybody rates all services, some here and some there. */
  async function rateAll() {
    const { backends } = round;
    const replies = await Promise.all(
      raters.flatMap((persona, person) =>
        services.map((service, place) =>
          round.rate(backends[(person + place) % backends.length], {
            service,
            persona,
            ratings: ratingsOf(person),
          }),
        ),
      ),
    );
    expectOk(replies);
  }

  /** A round that both have opened at the same moment, and all have answered. */
  async function beginAnew() {
    await round.halt();
    await round.forget();
    await round.runOnAll();
    expect(await round.table('rounds')).toEqual([
      expect.objectContaining({ id: BenchRound.id, status: 'open' }),
    ]);
    await rateAll();
    closings = round.several.logged('A round of ratings was closed').length;
  }

  /** What the database and the logs have of a round that was closed. */
  async function whatIsLeft() {
    const logged = () => round.several.logged('A round of ratings was closed');
    await until('it is logged', async () => logged().length > closings);
    const releases = await round.table('releases').orderBy('entity_ref');
    return {
      rounds: await round.table('rounds').select('id', 'status', 'secret'),
      answers: await round.table('answers'),
      tallies: await round.table('tallies'),
      releases: releases.map(({ figures, ...row }) => ({
        ...row,
        ...JSON.parse(figures).participation,
      })),
      closings: logged().length - closings,
      failures: round.several.logged('could not be'),
    };
  }

  it('invite everybody once for each service, and ask for all at once', async () => {
    const { several, backends } = round;
    const notifications = () => several.table('notification', 'notifications');
    const digests = () => several.table('updates_digests');
    // What one backend finds the other one at, it leaves for the next time.
    const isEverythingTold = async () => {
      await backends[0].trigger('notifications');
      const [{ n }] = await several
        .table('notifications_outbox')
        .count({ n: '*' });
      return Number(n) === 0;
    };
    for (let time = 0; time < 3; time++) {
      await round.table('contacts').delete();
      await digests().delete();
      await several.table('updates_digest_runs').delete();
      await inviteAll();
      const contacts = await round.table('contacts');
      const invited = contacts.map(row => `${row.entity_ref} ${row.user_ref}`);
      expect(new Set(invited).size).toBe(invited.length);
      expect(invited).toHaveLength(asked.reduce((sum, n) => sum + n, 0));
      await until('nothing is left', isEverythingTold);
      await notifications().delete();
      await Promise.all(
        backends.map(backend => backend.trigger(unlockedIdOf('digests'))),
      );
      await until(
        'everybody has a digest',
        async () => (await digests()).length === everybody.length,
      );
      await until('all are told', isEverythingTold);
      // Who is told twice of the same has one notification, which was updated.
      expect(await notifications().orderBy('user')).toEqual(
        [...everybody]
          .sort()
          .map(user =>
            expect.objectContaining({ user, scope: 'digest', updated: null }),
          ),
      );
    }
    expect(several.logged('could not be sent')).toEqual([]);
  });

  it('keep one answer of somebody who gives two at once', async () => {
    const { backends } = round;
    const [service] = services;
    for (let time = 0; time < 40; time++) {
      // Every other time they have not answered before.
      if (time % 2) await round.forgetAnswers();
      const sent = backends.map((_, index) => ratingsOf(2 * time + index));
      await rateAtOnce(service, sent);
      expect(await round.table('answers')).toHaveLength(1);
      const [one, other] = await round.mine(service);
      expect(sent).toContainEqual(one);
      expect(other).toEqual(one);
    }
    for (const [index, backend] of backends.entries()) {
      const ratings = ratingsOf(1000 + index);
      expectOk([await round.rate(backend, { service, ratings })]);
      expect(await round.mine(service)).toEqual([ratings, ratings]);
    }
    expect(await round.table('answers')).toHaveLength(1);
  });

  it('close it once by the schedule that they share', async () => {
    await beginAnew();
    await round.endAt(past);
    await round.goOn();
    await until(
      'the secret is gone',
      async () => !(await round.table('rounds').first()).secret,
    );
    // Long enough for the next runs.
    await setTimeout(5_000);
    expect(await whatIsLeft()).toEqual(closedOnce);

    const [one, other] = await round.scores(services[0]);
    expect(one).toMatchObject({
      scoresOf: BenchRound.id,
      participation: { complete: raters.length },
    });
    expect(other).toEqual(one);
    for (const backend of round.backends) {
      const late = { service: services[0], ratings: ratingsOf(0) };
      expect((await round.rate(backend, late)).status).toBe(409);
    }
  });

  // Neither gets past the service before both have come to it.
  it.each(services)(
    'close it once even when both do so at the same moment, at %s',
    async service => {
      await beginAnew();
      await round.endAt(past);
      let runs: Promise<void> | undefined;
      await round.hold(service, async () => {
        runs = round.runOnAll();
        await round.untilWaiting('tallies', 2);
      });
      await runs;
      expect(await whatIsLeft()).toEqual(closedOnce);
    },
  );

  it('close it with the answer that is under way', async () => {
    const [service] = services;
    await beginAnew();
    const end = Date.now() + 2_000;
    await round.endAt(new Date(end));
    let answer: Promise<Response> | undefined;
    let runs: Promise<void> | undefined;
    await round.hold(service, async () => {
      answer = round.rate(round.backends[0], {
        service,
        persona: raters[0],
        ratings: { ...ratingsOf(0), leverage: 5 },
      });
      await round.untilWaiting('tallies', 1);
      await setTimeout(end - Date.now() + 100);
      runs = round.runOnAll();
      await round.untilWaiting('rounds', 2);
    });
    await runs;
    expectOk([(await answer)!]);
    expect(await whatIsLeft()).toEqual(closedOnce);
    const [{ figures }] = await round
      .table('releases')
      .where({ entity_ref: refOf(service) });
    // Without it: one of each.
    expect(JSON.parse(figures).features.leverage.counts).toEqual([
      0, 1, 1, 1, 2,
    ]);
  });
});
