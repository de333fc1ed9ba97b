import { mockServices } from '@backstage/backend-test-utils';
import { AudienceService } from '../audience/AudienceService';
import { RoundStore, StoredRound } from '../rounds/RoundStore';
import { ReleaseService } from './ReleaseService';
import { ReleaseStore } from './ReleaseStore';

const now = new Date('2027-01-01T00:00:00.000Z');
const hour = 60 * 60 * 1000;

const roundOf = (id: string, rest: Partial<StoredRound> = {}): StoredRound => ({
  id,
  opensAt: new Date('2026-10-01T00:00:00.000Z'),
  closesAt: new Date(+now + hour),
  k: 5,
  commentThreshold: 10,
  status: 'open',
  prior: {},
  ...rest,
});

const refsUntil = (count: number) =>
  Array.from({ length: count }, (_, n) => `service-${`${n}`.padStart(3, '0')}`);

/** Rounds and releases that are noted, of services that have all been answered. */
function start(options: {
  readonly rounds: readonly StoredRound[];
  readonly services?: readonly string[];
  readonly make?: (entityRef: string, roundId: string) => boolean;
  readonly forget?: (entityRef: string) => void;
  readonly countPeople?: AudienceService['countPeople'];
}) {
  const { services = refsUntil(1), make = () => true } = options;
  const done: string[] = [];
  const pageAfter =
    (name: string): ReleaseStore['listDirty'] =>
    async (roundId, { after, limit }) => {
      done.push(`${name} ${roundId}`);
      return services
        .filter(ref => ref > after)
        .slice(0, limit)
        .map(entityRef => ({ entityRef, roundId }));
    };
  const logger = mockServices.logger.mock();
  const reassess = jest.fn(async (_: string) => {});
  const rounds: RoundStore = {
    list: async () => [...options.rounds],
    open: async ({ id }) => void done.push(`open ${id}`),
    startClosing: async (id, at) =>
      void done.push(`start closing ${id} ${at.toISOString()}`),
    async close(id) {
      done.push(`close ${id}`);
      return true;
    },
  };
  const controller = new AbortController();
  const made: string[] = [];
  const service = new ReleaseService({
    rounds,
    releases: {
      listDirty: pageAfter('dirty'),
      listAnswered: pageAfter('answered'),
      async make({ entityRef, roundId }, _, { isLast }) {
        made.push(`${entityRef}${isLast ? ' for the last time' : ''}`);
        return make(entityRef, roundId);
      },
      async forget({ entityRef }) {
        options.forget?.(entityRef);
        done.push(`forget ${entityRef}`);
      },
      listOf: async () => [],
      listIn: async () => [],
    },
    audience: {
      countPeople: options.countPeople ?? (async () => new Map()),
    } as Partial<AudienceService> as AudienceService,
    schedule: { dates: [] },
    k: 5,
    commentThreshold: 10,
    reassess,
    logger,
    now: () => now,
  });
  return {
    done,
    made,
    reassess,
    logger,
    controller,
    run: () => service.run(controller.signal),
  };
}

describe('ReleaseService', () => {
  it('goes once through as many services as there are', async () => {
    const services = refsUntil(250);
    const { made, reassess, done, run } = start({
      rounds: [roundOf('now')],
      services,
      make: ref => !ref.endsWith('7'),
    });
    await run();
    expect(made).toEqual(services);
    expect(done).toEqual(Array(4).fill('dirty now'));
    // Only what has changed is told to others.
    expect(reassess.mock.calls.flat()).toEqual(
      services.filter(ref => !ref.endsWith('7')),
    );
  });

  it.each([
    ['is open', { closesAt: new Date(+now + 1) }, 'releases'],
    ['is over', { closesAt: now }, 'closes'],
    ['was over', { closesAt: new Date(+now - hour) }, 'closes'],
    ['is closing', { status: 'closing' as const }, 'closes'],
    ['is closed', { status: 'closed' as const }, 'nothing'],
  ])('does what is due to a round that %s', async (_, round, what) => {
    const { done, made, run } = start({ rounds: [roundOf('one', round)] });
    await run();
    const expected: Record<string, readonly [string[], string[]]> = {
      releases: [['dirty one', 'dirty one'], ['service-000']],
      closes: [
        [
          'start closing one 2027-01-01T00:00:00.000Z',
          'answered one',
          'answered one',
          'close one',
        ],
        ['service-000 for the last time'],
      ],
      nothing: [[], []],
    };
    expect([done, made]).toEqual(expected[what]);
  });

  it('goes on with others where one fails, or its assessment does', async () => {
    const services = refsUntil(3);
    const { made, reassess, logger, run } = start({
      rounds: [roundOf('now')],
      services,
      make(ref) {
        if (ref === services[0]) throw new Error('It is broken');
        return true;
      },
    });
    reassess.mockRejectedValueOnce(new Error('No assessment'));
    await run();
    expect(made).toEqual(services);
    expect(reassess.mock.calls.flat()).toEqual(services.slice(1));
    expect(logger.warn.mock.calls).toEqual([
      [
        'Ratings could not be released',
        { entityRef: services[0], error: 'Error: It is broken' },
      ],
      [
        'A service could not be assessed again',
        { entityRef: services[1], error: 'Error: No assessment' },
      ],
    ]);
    expect(logger.info.mock.calls).toEqual([
      ['Released ratings', { round: 'now', services: 2 }],
    ]);
  });

  it('releases nothing without knowing who uses a service, and goes on with other rounds', async () => {
    const { made, done, logger, run } = start({
      rounds: [
        roundOf('broken'),
        roundOf('over', { closesAt: now }),
        roundOf('older', { status: 'closed' }),
      ],
      countPeople: async () => {
        throw new Error('The catalog is down');
      },
    });
    await run();
    expect(made).toEqual(['service-000 for the last time']);
    expect(done).toContain('close over');
    expect(logger.warn.mock.calls).toEqual([
      [
        'A round of ratings could not be looked after',
        { round: 'broken', error: 'Error: The catalog is down' },
      ],
      [
        'It is not known who uses services',
        { error: 'Error: The catalog is down' },
      ],
    ]);
  });

  it('says nothing where there is nothing to release', async () => {
    const { logger, run } = start({
      rounds: [roundOf('now')],
      make: () => false,
    });
    await run();
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('keeps the secret of a round while anything of it is left', async () => {
    const services = refsUntil(150);
    const { done, made, run } = start({
      rounds: [roundOf('over', { closesAt: now })],
      services,
      make(ref) {
        if (ref === services[1]) throw new Error('It is broken');
        return true;
      },
    });
    await run();
    expect(made).toHaveLength(150);
    expect(done).not.toContain('close over');
    expect(done).not.toContain(`forget ${services[1]}`);
  });

  it('keeps it also where only some answers could be deleted', async () => {
    const { done, logger, run } = start({
      rounds: [
        roundOf('over', {
          status: 'closing',
          closingSince: new Date(+now - 48 * hour),
        }),
      ],
      services: refsUntil(2),
      make() {
        throw new Error('It is broken');
      },
      forget(ref) {
        if (ref === 'service-000') throw new Error('It is worse');
      },
    });
    await run();
    expect(done).toContain('forget service-001');
    expect(done).not.toContain('close over');
    expect(logger.error.mock.calls).toEqual([
      [
        'Answers could not be deleted',
        { entityRef: 'service-000', error: 'Error: It is worse' },
      ],
      [
        'Answers were deleted without a last release',
        { entityRef: 'service-001' },
      ],
    ]);
  });

  it.each([
    [24 * hour - 1, false],
    [24 * hour, true],
  ])(
    'waits %d milliseconds for a service, and then deletes its answers: %s',
    async (since, isForgotten) => {
      const { done, run } = start({
        rounds: [
          roundOf('over', {
            status: 'closing',
            closesAt: new Date(+now - 100 * hour),
            closingSince: new Date(+now - since),
          }),
        ],
        make() {
          throw new Error('It is broken');
        },
      });
      await run();
      expect(done.includes('forget service-000')).toBe(isForgotten);
      expect(done.includes('close over')).toBe(isForgotten);
    },
  );

  it('stops where it is told to, and closes nothing half done', async () => {
    const { done, made, controller, run } = start({
      rounds: [roundOf('over', { closesAt: now }), roundOf('next')],
      services: refsUntil(150),
      make(ref) {
        if (ref === 'service-050') controller.abort();
        return true;
      },
    });
    await run();
    // A batch is brought to its end.
    expect(made).toHaveLength(100);
    expect(done).toEqual([
      'start closing over 2027-01-01T00:00:00.000Z',
      'answered over',
    ]);
  });
});
