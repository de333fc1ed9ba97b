import {
  Figures,
  RatedFeature,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  clearRooms,
  figuresOf,
  startRooms,
} from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { GroupedService } from './RollUpService';

jest.setTimeout(60_000);

const [logs, metrics, traces] = ['logs', 'metrics', 'traces'].map(
  name => `component:default/${name}`,
);
const olga = 'user:default/olga';
const now = '2026-11-05T10:00:00.000Z';

/** Rounds of a month each, the last of which ended as November began. */
const monthsAgo = (months: number) => {
  const opensAt = new Date(Date.UTC(2026, 10 - months, 1));
  return {
    id: opensAt.toISOString().slice(0, 7),
    opensAt,
    closesAt: new Date(Date.UTC(2026, 11 - months, 1)),
    k: 5,
    commentThreshold: 10,
  };
};

describe.each(databases.eachSupportedId())('scores on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    room = startRooms({ knex, now, config: { rounds: 'month' } });
  });

  /** Puts in place what was released in past rounds, the oldest first. */
  async function release(
    ...rounds: ReadonlyArray<Readonly<Record<string, Figures>>>
  ) {
    await room.importRatings({
      rounds: rounds.map((_, index) => monthsAgo(rounds.length - index)),
      releases: rounds.flatMap((services, index) =>
        Object.entries(services).map(([entityRef, figures]) => ({
          roundId: monthsAgo(rounds.length - index).id,
          entityRef,
          figures,
        })),
      ),
    });
  }
  const featureOf = async (feature: RatedFeature, entityRef = logs) =>
    (await room.scores.get(entityRef)).features.find(
      item => item.feature === feature,
    )!;
  const invite = (roundId: string, entityRef = logs) =>
    knex('satisfaction_invited').insert({
      entity_ref: entityRef,
      round_id: roundId,
      invited_on: new Date(now),
    });
  /** Of that many, all gave the same rating. */
  const all = (n: number, rating: number) =>
    [1, 2, 3, 4, 5].map(index => (index === rating ? n : 0));

  it('are none where nobody was asked, and hidden where somebody was lately', async () => {
    await release({}, {});
    await room.runTask();
    expect(await room.scores.get(logs)).toEqual({
      round: {
        id: '2026-11',
        opensAt: '2026-11-01T00:00:00.000Z',
        closesAt: '2026-12-01T00:00:00.000Z',
        k: 5,
        commentThreshold: 10,
      },
      scoresOf: undefined,
      state: 'none',
      participation: undefined,
      features: ['leverage', 'usability', 'reliability', 'cost', 'latency'].map(
        feature => ({ feature, state: 'none', history: [] }),
      ),
      comments: { state: 'none', items: [] },
      reply: undefined,
    });
    const state = async (entityRef = logs) => {
      const score = await room.scores.get(entityRef);
      const { state: ofFeature } = score.features[0];
      return [score.state, ofFeature, score.comments.state];
    };
    // The open round is one of the two.
    await invite('2026-09');
    expect(await state()).toEqual(['none', 'none', 'none']);
    await invite('2026-10');
    expect(await state()).toEqual(['hidden', 'hidden', 'hidden']);
    await invite('2026-11', metrics);
    expect(await state(metrics)).toEqual(['hidden', 'hidden', 'hidden']);
    expect(await state(traces)).toEqual(['none', 'none', 'none']);
  });

  it('are those of the newest round with any, of the service alone', async () => {
    await release(
      { [logs]: figuresOf({ cost: all(5, 1) }) },
      {
        [logs]: figuresOf(
          { cost: [0, 1, 0, 2, 3] },
          {
            participation: { complete: 8, partial: 2, asked: 40 },
            comments: ['Fine', 'Slow'],
          },
        ),
        [metrics]: figuresOf({ cost: all(7, 2), latency: all(7, 2) }),
      },
      { [metrics]: figuresOf({ cost: all(6, 3) }) },
    );
    const shown = await room.scores.get(logs);
    expect(shown).toMatchObject({
      state: 'shown',
      scoresOf: '2026-09',
      participation: {
        complete: 8,
        partial: 2,
        asked: 40,
        rate: 0.2,
        rateWithPartial: 0.25,
      },
      comments: { state: 'shown', items: ['Fine', 'Slow'] },
    });
    expect(shown.round).toBeUndefined();
    expect(await featureOf('cost')).toMatchObject({
      state: 'shown',
      score: { n: 6, counts: [0, 1, 0, 2, 3], good: { share: 5 / 6 } },
    });
    // Something is shown, so that what is not is hidden.
    expect(await featureOf('latency')).toEqual({
      feature: 'latency',
      state: 'hidden',
      history: [],
    });
    expect(await room.scores.get(metrics)).toMatchObject({
      scoresOf: '2026-10',
      comments: { state: 'hidden', items: [] },
    });
  });

  it('draw the mean to what the catalog was like in their own round', async () => {
    await release(
      {
        [logs]: figuresOf({ cost: all(5, 5), latency: all(5, 5) }),
        [metrics]: figuresOf({ cost: all(5, 1) }),
      },
      { [logs]: figuresOf({ cost: all(10, 5) }) },
    );
    const meanIn = async () => (await featureOf('cost')).score?.mean.mean;
    expect(await meanIn()).toBe(5);
    await knex('satisfaction_releases').where('round_id', '2026-10').delete();
    // Half of all gave 1 and half 5: (5 × 5 + 10 × 3) / (5 + 10)
    expect(await meanIn()).toBeCloseTo(55 / 15, 10);
    expect((await featureOf('latency')).score?.mean.mean).toBe(5);
    await knex('satisfaction_rounds').update({ prior: '{}' });
    expect(await meanIn()).toBe(5);
  });

  it('are compared with the last round that had any on the feature', async () => {
    await release(
      { [logs]: figuresOf({ cost: all(40, 1), latency: all(40, 5) }) },
      { [logs]: figuresOf({ cost: [20, 0, 0, 0, 20] }) },
      { [metrics]: figuresOf({ cost: all(40, 1), latency: all(40, 1) }) },
      { [logs]: figuresOf({ cost: all(40, 5), latency: all(40, 1) }) },
    );
    const cost = await featureOf('cost');
    expect(cost.change).toMatchObject({
      since: '2026-08',
      difference: 0.5,
      direction: 'up',
    });
    expect(cost.history).toMatchObject([
      { roundId: '2026-07', n: 40, share: 0 },
      { roundId: '2026-08', n: 40, share: 0.5 },
      { roundId: '2026-10', n: 40, share: 1 },
    ]);
    expect((await featureOf('latency')).change).toMatchObject({
      since: '2026-07',
      difference: -1,
      direction: 'down',
    });
    expect((await featureOf('cost', metrics)).change).toBeUndefined();
  });

  it('of an older round than the others are history, and no news', async () => {
    await release(
      { [logs]: figuresOf({ cost: all(5, 4), latency: all(5, 4) }) },
      { [logs]: figuresOf({ latency: all(5, 4) }) },
    );
    expect(await featureOf('cost')).toEqual({
      feature: 'cost',
      state: 'hidden',
      history: [expect.objectContaining({ roundId: '2026-09', share: 1 })],
    });
    expect(await featureOf('latency')).toMatchObject({
      state: 'shown',
      change: { direction: 'none' },
    });
  });

  it('tell a trend from eight rounds with figures on', async () => {
    const rising = Array.from({ length: 9 }, (_, n) => ({
      [logs]: figuresOf({
        // The first round has none on cost.
        ...(n && { cost: [90 - 10 * n, 0, 0, 0, 10 + 10 * n] }),
        latency: [10 + 10 * n, 0, 0, 0, 90 - 10 * n],
      }),
    }));
    await release(...rising.slice(0, 8));
    expect((await featureOf('cost')).trend).toBeUndefined();
    expect((await featureOf('cost')).history).toHaveLength(7);
    expect((await featureOf('latency')).trend).toMatchObject({
      rounds: 8,
      direction: 'down',
    });
    await clearRooms(knex);
    await release(...rising);
    const { trend, history } = await featureOf('cost');
    expect(trend).toMatchObject({ rounds: 8, direction: 'up' });
    expect(trend?.slope).toBeCloseTo(0.1, 10);
    expect(history.map(({ share }) => share)).toEqual([
      0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
    ]);
  });

  it('come as one for each service in lists, of its newest round', async () => {
    await release(
      {
        [logs]: figuresOf({ cost: all(9, 1) }),
        [metrics]: figuresOf({ cost: all(5, 1), latency: all(7, 1) }),
      },
      { [logs]: figuresOf({ cost: all(6, 5) }) },
    );
    const scores = await room.scores.listOverall([logs, metrics, traces]);
    expect([...scores.keys()].sort()).toEqual([logs, metrics]);
    expect(scores.get(logs)).toMatchObject({
      roundId: '2026-10',
      n: 6,
      good: { share: 1 },
      mean: { mean: 5 },
    });
    expect(scores.get(metrics)).toMatchObject({
      roundId: '2026-09',
      n: 6,
      good: { share: 0 },
      mean: { mean: 1 },
    });
    expect(await room.scores.listOverall([traces])).toEqual(new Map());
  });

  it('are found among more services than fit into one statement', async () => {
    const refs = Array.from({ length: 900 }, (_, n) => `component:a/s${n}`);
    await release(
      Object.fromEntries(
        refs.map(ref => [ref, figuresOf({ cost: all(5, 4) })]),
      ),
    );
    const found = await room.scores.listOverall(refs);
    expect([...found.keys()].sort()).toEqual([...refs].sort());
  });

  it('take what the team says to them, of each round once', async () => {
    await release(
      { [logs]: figuresOf({ cost: all(5, 4) }) },
      { [logs]: figuresOf({ cost: all(5, 4) }) },
      { [metrics]: figuresOf({ cost: all(5, 4) }) },
    );
    const link = 'https://example.com/roadmap';
    const say = (roundId: string, text: string, rest = {}) =>
      room.scores.reply(logs, { roundId, text, by: olga, ...rest });
    const replied = async (entityRef = logs) =>
      (await room.scores.get(entityRef)).reply;

    const first = await say('2026-09', 'We cache more.', { link });
    expect(first).toEqual({
      roundId: '2026-09',
      text: 'We cache more.',
      link,
      by: olga,
      at: now,
    });
    expect(await replied()).toEqual(first);
    // Another round, another service: nothing of theirs is in between.
    await say('2026-08', 'We heard you.');
    expect(await replied()).toEqual(first);
    expect(await replied(metrics)).toBeUndefined();

    room.setTime('2026-11-06T00:00:00.000Z');
    const second = await say('2026-09', 'We cache all.', {
      by: 'user:default/maya',
    });
    expect(await replied()).toEqual({ ...second, link: undefined });
    expect(second).toMatchObject({
      by: 'user:default/maya',
      at: '2026-11-06T00:00:00.000Z',
    });
    expect(await knex('satisfaction_replies')).toHaveLength(2);

    for (const roundId of ['2026-10', '2026-11', '1999-Q1']) {
      await expect(say(roundId, 'Thank you')).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'No scores of this round are released',
      });
    }
    expect(await knex('satisfaction_replies')).toHaveLength(2);
  });

  describe('added up', () => {
    const grouped: readonly GroupedService[] = [
      {
        entityRef: logs,
        owner: 'group:default/a',
        system: 'system:default/s',
        domain: 'domain:default/d',
      },
      {
        entityRef: metrics,
        owner: 'group:default/b',
        system: 'system:default/s',
        domain: 'domain:default/d',
      },
      { entityRef: traces, owner: 'group:default/a' },
    ];
    const sums = async (
      by: 'owner' | 'system' | 'domain' | 'all',
      services = grouped,
      roundId?: string,
    ) => {
      const { items } = await room.rollUps.list(services, { by, roundId });
      return items.map(({ name, services: count, features }) => [
        name,
        count,
        features.cost?.counts,
      ]);
    };
    const figures = {
      [logs]: figuresOf({ cost: all(5, 1), latency: all(5, 2) }),
      [metrics]: figuresOf({ cost: all(6, 3) }),
      [traces]: figuresOf({ cost: all(7, 5) }),
      'component:default/unknown': figuresOf({ cost: all(8, 4) }),
    };

    it.each([
      [
        'owner',
        [
          ['group:default/a', 2, [5, 0, 0, 0, 7]],
          ['group:default/b', 1, [0, 0, 6, 0, 0]],
        ],
      ],
      ['system', [['system:default/s', 2, [5, 0, 6, 0, 0]]]],
      ['domain', [['domain:default/d', 2, [5, 0, 6, 0, 0]]]],
      ['all', [['', 3, [5, 0, 6, 0, 7]]]],
    ] as const)('are those of each %s', async (by, expected) => {
      await release(figures);
      expect(await sums(by)).toEqual(expected);
    });

    it('have the features that some have, each with its own mean', async () => {
      await release(figures);
      const { items } = await room.rollUps.list(grouped.slice(0, 1), {
        by: 'all',
      });
      expect(Object.keys(items[0].features)).toEqual(['cost', 'latency']);
      const { cost, latency } = items[0].features;
      expect(latency).toMatchObject({ n: 5, mean: { mean: 2 } });
      // Of 26 ratings in the catalog: 5 × 1, 6 × 3, 8 × 4, 7 × 5
      const usual = (5 + 18 + 32 + 35) / 26;
      expect(cost?.mean.mean).toBeCloseTo((5 + 10 * usual) / 15, 10);
    });

    it('are of the newest round with any, or of one that is asked for', async () => {
      const older = { [logs]: figuresOf({ cost: all(9, 2) }) };
      await release(older, older, figures, {}, {});
      const list = (roundId?: string) =>
        room.rollUps.list(grouped, { by: 'all', roundId });
      expect(await list()).toMatchObject({
        roundId: '2026-08',
        // Of the last four rounds alone.
        rounds: ['2026-08', '2026-07'],
        items: [{ services: 3 }],
      });
      expect(await list('2026-06')).toMatchObject({
        roundId: '2026-06',
        rounds: ['2026-08', '2026-07', '2026-06'],
        items: [{ services: 1, features: { cost: { n: 9 } } }],
      });
      expect(await list('2026-10')).toEqual({
        roundId: '2026-10',
        rounds: ['2026-08', '2026-07'],
        items: [],
      });
      await expect(list('1999-Q1')).rejects.toMatchObject({
        name: 'NotFoundError',
        message: "No round found with id '1999-Q1'",
      });
      // Whoever may see none of them learns of no round.
      expect(await room.rollUps.list([], { by: 'all' })).toEqual({
        roundId: undefined,
        rounds: [],
        items: [],
      });
    });

    it.each([
      [5, 4, undefined],
      [5, 5, [0, 5, 0, 0, 0]],
      [3, 2, undefined],
      [3, 3, [0, 3, 0, 0, 0]],
    ])(
      'tell, where k is %d, of %d answers no more than %j',
      async (k, n, expected) => {
        await release(figures);
        await knex('satisfaction_rounds').update({ k });
        await knex('satisfaction_releases')
          .where('entity_ref', metrics)
          .update({ figures: JSON.stringify(figuresOf({ cost: all(n, 2) })) });
        expect(await sums('owner')).toEqual([
          ['group:default/a', 2, [5, 0, 0, 0, 7]],
          ['group:default/b', 1, expected],
        ]);
      },
    );
  });

  describe('as evidence', () => {
    const collect = async (source: string, refs = [logs]) =>
      (await room.collect(source, refs)).map(
        ({ entityRef, result, summary }) => [entityRef, result, summary],
      );
    const scored = figuresOf({ cost: all(5, 1) });
    const asked = 'Users were asked in one of the last two rounds';
    const notAsked = 'Nobody was asked in the last two rounds';

    it('count a service as asked in one of the last two rounds', async () => {
      await release({ [logs]: scored }, { [metrics]: scored }, {});
      await invite('2026-08', traces);
      expect(
        await collect('satisfaction-rounds', [logs, metrics, traces]),
      ).toEqual([
        [logs, 'fail', notAsked],
        [metrics, 'pass', asked],
        [traces, 'fail', notAsked],
      ]);
      await invite('2026-09', traces);
      await invite('2026-10', logs);
      expect(
        await collect('satisfaction-rounds', [traces, logs, metrics]),
      ).toEqual([
        [traces, 'pass', asked],
        [logs, 'pass', asked],
        [metrics, 'pass', asked],
      ]);
      // A round that begins moves the others back by one.
      await room.runTask();
      expect(
        await collect('satisfaction-rounds', [logs, metrics, traces]),
      ).toEqual([
        [logs, 'pass', asked],
        [metrics, 'fail', notAsked],
        [traces, 'fail', notAsked],
      ]);
    });

    it('wait for what the team says to the newest ones', async () => {
      await release({ [logs]: scored }, { [logs]: scored }, {});
      const say = (roundId: string) =>
        room.scores.reply(logs, { roundId, text: 'Thank you', by: olga });
      const answers = () => collect('satisfaction-answers', [logs, metrics]);
      const none = [metrics, 'fail', 'No scores are released yet'];
      const waiting = [
        logs,
        'fail',
        'The scores of 2026-09 wait for the team’s answer',
      ];
      expect(await answers()).toEqual([waiting, none]);
      await say('2026-08');
      expect(await answers()).toEqual([waiting, none]);
      await say('2026-09');
      expect(await answers()).toEqual([
        [logs, 'pass', 'The scores of 2026-09 carry the team’s answer'],
        none,
      ]);
      await knex('satisfaction_replies').update({ entity_ref: metrics });
      expect(await answers()).toEqual([waiting, none]);
    });
  });
});
