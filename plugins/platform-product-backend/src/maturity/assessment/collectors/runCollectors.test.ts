import { mockServices } from '@backstage/backend-test-utils';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { serviceEntity } from '../../../__testUtils__/entities';
import { runCollectors } from './runCollectors';

const now = new Date('2026-06-01T12:00:00Z');
const logs = 'component:default/logs';
const metrics = 'component:default/metrics';
const services = [logs, metrics].map(entityRef => ({
  entityRef,
  entity: serviceEntity(entityRef.split('/')[1]),
}));

const finding = (rest: object = {}) => ({
  entityRef: logs,
  source: 'rota',
  result: 'pass',
  ...rest,
});

function collector(
  collect: (options: CollectOptions) => unknown,
  id = 'on-call',
  provides = ['rota', 'pager'],
): EvidenceCollector {
  return {
    id,
    provides,
    collect: async options => collect(options) as CollectedEvidence[],
  };
}

function run(...collectors: EvidenceCollector[]) {
  const logger = mockServices.logger.mock();
  const failures = { add: jest.fn() };
  const running = runCollectors({
    collectors,
    services,
    now,
    timeout: 50,
    logger,
    failures,
  });
  return { running, logger, failures };
}

/** What one collector's answer becomes. */
async function take(answer: unknown) {
  const { running, logger } = run(collector(() => answer));
  const { evidence, failed } = await running;
  const [problem] = logger.warn.mock.calls.map(
    ([, meta]) => (meta as unknown as { error: string }).error,
  );
  return { evidence, failed, problem };
}

describe('runCollectors', () => {
  it('hands over the batch, and gives back what all of them found', async () => {
    const asked: Array<Omit<CollectOptions, 'signal'>> = [];
    const full = finding({
      summary: 'Two people',
      link: 'https://rota.example.com/logs',
      validUntil: new Date('2026-07-01T00:00:00Z'),
      criterionId: 'on-call',
    });
    const { running, logger, failures } = run(
      collector(({ signal: _, ...options }) => {
        asked.push(options);
        return [full, finding({ entityRef: metrics, result: 'fail' })];
      }),
      collector(
        () => [finding({ source: 'chat', result: 'not-applicable' })],
        'chat',
        ['chat'],
      ),
      collector(() => [], 'nothing', ['nothing']),
    );
    expect(await running).toEqual({
      evidence: [
        full,
        finding({ entityRef: metrics, result: 'fail' }),
        finding({ source: 'chat', result: 'not-applicable' }),
      ],
      failed: [],
    });
    expect(asked).toEqual([{ services, now }]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(failures.add).not.toHaveBeenCalled();
  });

  it('names a collector that throws, and keeps what the others found', async () => {
    const { running, logger, failures } = run(
      collector(
        () => {
          throw new Error('The rota is down');
        },
        'broken',
        ['x'],
      ),
      collector(() => [finding()]),
    );
    expect(await running).toEqual({
      evidence: [finding()],
      failed: ['broken'],
    });
    expect(logger.warn.mock.calls).toEqual([
      [
        'An evidence collector failed',
        { collector: 'broken', error: 'Error: The rota is down' },
      ],
    ]);
    expect(failures.add.mock.calls).toEqual([[1, { collector: 'broken' }]]);
  });

  describe('with a collector that takes long', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    const after = (milliseconds: number, id: string) => {
      const signals: AbortSignal[] = [];
      const slow = collector(
        ({ signal }) => {
          signals.push(signal);
          return new Promise(resolve => {
            setTimeout(() => resolve([finding({ source: id })]), milliseconds);
          });
        },
        id,
        [id],
      );
      return { slow, signals };
    };

    it('gives up on it after its time, and on no other', async () => {
      const inTime = after(49, 'in-time');
      const late = after(51, 'late');
      const { running, logger } = run(inTime.slow, late.slow);
      await jest.advanceTimersByTimeAsync(49);
      expect(late.signals[0].aborted).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      expect(await running).toEqual({
        evidence: [finding({ source: 'in-time' })],
        failed: ['late'],
      });
      expect(late.signals[0].aborted).toBe(true);
      expect(inTime.signals[0].aborted).toBe(false);
      expect(logger.warn.mock.calls[0][1]).toEqual({
        collector: 'late',
        error: 'Error: Took longer than 50 ms',
      });
    });

    it('leaves no clock running', async () => {
      const { running } = run(collector(() => [finding()]));
      await running;
      expect(jest.getTimerCount()).toBe(0);
    });
  });

  it.each([
    [undefined, 'The answer is not an array'],
    [{ 0: finding() }, 'The answer is not an array'],
  ])('names a collector that answers %j', async (answer, problem) => {
    expect(await take(answer)).toEqual({
      evidence: [],
      failed: ['on-call'],
      problem,
    });
  });

  it.each<[string, object, string]>([
    ['without a service', { entityRef: undefined }, 'expected string'],
    ['without a source', { source: 3 }, 'expected string'],
    ['with a strange result', { result: 'maybe' }, 'Invalid option'],
    ['with a long summary', { summary: 'x'.repeat(501) }, '<=500 characters'],
    ['with a bad link', { link: 'rota' }, 'must be an absolute http(s) link'],
    [
      'with an unsafe link',
      { link: 'data:text/html,x' },
      'must be an absolute http(s) link',
    ],
    ['with a date as text', { validUntil: '2026-07-01' }, 'expected date'],
    ['for no criterion', { criterionId: 3 }, 'expected string'],
  ])('leaves out a finding %s, and keeps the rest', async (_, bad, problem) => {
    const taken = await take([finding(bad), finding({ entityRef: metrics })]);
    expect(taken).toEqual({
      evidence: [finding({ entityRef: metrics })],
      failed: ['on-call'],
      problem: expect.stringContaining(problem),
    });
  });

  it('takes a summary of 500 characters', async () => {
    const summary = 'x'.repeat(500);
    expect(await take([finding({ summary })])).toEqual({
      evidence: [finding({ summary })],
      failed: [],
    });
  });

  it('cleans texts of what no database keeps', async () => {
    const { evidence } = await take([
      finding({ summary: 'a\u0000b\u001fc\u007fd e' }),
    ]);
    expect(evidence[0].summary).toBe('a b c d e');
  });

  it('takes nothing for a service or a source that was not asked about', async () => {
    expect(
      await take([
        finding({ entityRef: 'component:default/other' }),
        finding({ source: 'other' }),
        finding({ source: 'pager' }),
      ]),
    ).toEqual({ evidence: [finding({ source: 'pager' })], failed: [] });
  });

  it('takes the first of two answers, and names who gave them', async () => {
    expect(
      await take([
        finding({ criterionId: 'a' }),
        finding({ criterionId: 'b' }),
        finding({ criterionId: 'a', result: 'fail' }),
      ]),
    ).toEqual({
      evidence: [finding({ criterionId: 'a' }), finding({ criterionId: 'b' })],
      failed: ['on-call'],
      problem: "Two answers from 'rota' for a service",
    });
  });
});
