import { Notice } from './notices';
import {
  defaultNextUpdate,
  firstStatuses,
  isLate,
  isOpen,
  missingFields,
  nextStatuses,
  overdueBy,
  statusAt,
  timeToNotify,
} from './noticeStates';

const now = new Date('2026-11-20T12:00:00.000Z');

const notice = (rest: Partial<Notice> = {}): Notice => ({
  id: 'n',
  entityRef: 'component:default/logs',
  kind: 'outage',
  impact: 'major',
  status: 'investigating',
  title: 'Search is away',
  text: 'We look into it.',
  detectedAt: '2026-11-20T11:00:00.000Z',
  publishedAt: '2026-11-20T11:20:00.000Z',
  toldAfterwards: false,
  version: 1,
  createdBy: 'user:default/maya',
  createdAt: '2026-11-20T11:20:00.000Z',
  updates: [],
  ...rest,
});

const maintenance = (rest: Partial<Notice> = {}) =>
  notice({
    kind: 'maintenance',
    status: 'scheduled',
    from: '2026-11-20T11:30:00.000Z',
    until: '2026-11-20T12:30:00.000Z',
    ...rest,
  });

describe('the status of a notice', () => {
  it.each<[Notice['status'], boolean]>([
    ['investigating', true],
    ['identified', true],
    ['monitoring', true],
    ['resolved', false],
    ['post-mortem', false],
    ['scheduled', true],
    ['in-progress', true],
    ['verifying', true],
    ['completed', false],
    ['withdrawn', false],
    ['merged', false],
  ])('%s is one that is open: %s', (status, expected) => {
    expect(isOpen({ status })).toBe(expected);
  });

  it.each<[string, Notice['kind'], Notice['status'][]]>([
    [
      'an outage',
      'outage',
      ['investigating', 'identified', 'monitoring', 'resolved'],
    ],
    ['maintenance', 'maintenance', ['scheduled']],
  ])('of %s begins with %j', (_, kind, expected) => {
    expect(firstStatuses({ kind })).toEqual(expected);
  });

  it.each<[Notice['kind'], Notice['status'], Notice['status'][]]>([
    [
      'outage',
      'identified',
      [
        'investigating',
        'identified',
        'monitoring',
        'resolved',
        'withdrawn',
        'merged',
      ],
    ],
    [
      'missing-data',
      'resolved',
      // Reopened is an update.
      ['investigating', 'identified', 'monitoring', 'resolved', 'post-mortem'],
    ],
    [
      'maintenance',
      'in-progress',
      [
        'scheduled',
        'in-progress',
        'verifying',
        'completed',
        'withdrawn',
        'merged',
      ],
    ],
    ['outage', 'withdrawn', ['withdrawn']],
    ['outage', 'merged', ['merged']],
  ])('of %s goes from %s to %j', (kind, status, expected) => {
    expect(nextStatuses({ kind, status })).toEqual(expected);
  });

  it.each<[string, Partial<Notice>, string, Notice['status']]>([
    ['before it begins', {}, '2026-11-20T11:29:59.999Z', 'scheduled'],
    ['when it begins', {}, '2026-11-20T11:30:00.000Z', 'in-progress'],
    ['when it ends', {}, '2026-11-20T12:30:00.000Z', 'completed'],
    [
      'when it ends and was begun by hand',
      { status: 'in-progress' },
      '2026-11-20T12:30:00.000Z',
      'completed',
    ],
    [
      'when its team still verifies',
      { status: 'verifying' },
      '2026-11-20T13:00:00.000Z',
      'verifying',
    ],
    [
      'when it was withdrawn',
      { status: 'withdrawn' },
      '2026-11-20T12:00:00.000Z',
      'withdrawn',
    ],
    [
      'when it has no end yet',
      { until: undefined },
      '2026-12-01T00:00:00.000Z',
      'in-progress',
    ],
  ])('of maintenance goes by the clock: %s', (_, rest, at, expected) => {
    expect(statusAt(maintenance(rest), new Date(at))).toBe(expected);
  });

  it('of anything else does not', () => {
    const told = notice({ until: '2026-11-20T11:30:00.000Z' });
    expect(statusAt(told, now)).toBe('investigating');
  });
});

describe('the next update', () => {
  it.each<[Notice['impact'], string]>([
    ['critical', '2026-11-20T12:30:00.000Z'],
    ['major', '2026-11-20T13:00:00.000Z'],
    ['minor', '2026-11-21T12:00:00.000Z'],
    ['none', '2026-11-21T12:00:00.000Z'],
  ])('of a notice of impact %s is due at %s', (impact, expected) => {
    expect(defaultNextUpdate(impact, now)).toBe(expected);
  });

  it.each<[string, Partial<Notice>, number | undefined]>([
    ['was never promised', {}, undefined],
    [
      'is due right now',
      { nextUpdateDueAt: '2026-11-20T12:00:00.000Z' },
      undefined,
    ],
    [
      'was due',
      { nextUpdateDueAt: '2026-11-20T11:35:00.000Z' },
      25 * 60 * 1000,
    ],
    [
      'was due when it was over',
      { nextUpdateDueAt: '2026-11-20T11:35:00.000Z', status: 'resolved' },
      undefined,
    ],
  ])('that %s is overdue by %s', (_, rest, expected) => {
    expect(overdueBy(notice(rest), now)).toBe(expected);
  });
});

describe('how early users hear', () => {
  it.each<[string, Notice, number | undefined, boolean]>([
    ['a draft', notice({ publishedAt: undefined }), undefined, false],
    ['within the hour', notice(), 20 * 60_000, false],
    [
      'within the very hour',
      notice({ publishedAt: '2026-11-20T12:00:00.000Z' }),
      60 * 60_000,
      false,
    ],
    [
      'a moment later',
      notice({ publishedAt: '2026-11-20T12:00:00.001Z' }),
      60 * 60_000 + 1,
      true,
    ],
    [
      'within the hour of what turned out to be critical',
      notice({
        publishedAt: '2026-11-20T11:40:00.000Z',
        updates: [
          {
            id: 'u',
            status: 'identified',
            impact: 'critical',
            text: 'All of it is away.',
            at: '2026-11-20T12:00:00.000Z',
          },
        ],
      }),
      40 * 60_000,
      true,
    ],
    [
      'only when it was over',
      notice({ toldAfterwards: true }),
      20 * 60_000,
      true,
    ],
    ['ahead of maintenance', maintenance(), 0, false],
    [
      'during maintenance',
      maintenance({ publishedAt: '2026-11-20T11:31:00.000Z' }),
      60_000,
      true,
    ],
  ])('of %s', (_, told, time, expected) => {
    expect(timeToNotify(told)).toBe(time);
    expect(isLate(told)).toBe(expected);
  });
});

describe('what a notice still has to say', () => {
  const said = {
    whatToDo: 'Do not bill by them.',
    notAffected: 'Metrics.',
    safeAgain: 'The page shows 100 %.',
    from: '2026-11-20T02:10:00.000Z',
    until: '2026-11-20T04:40:00.000Z',
    data: {
      effect: 'lost',
      what: 'Logs',
      amount: '3 %',
      certainty: 'estimated',
      recoverable: 'partly',
    },
  } as const;

  it.each<[string, Notice, string[]]>([
    ['an outage', notice(), ['whatToDo', 'notAffected']],
    ['a whole outage', notice(said), []],
    ['maintenance', maintenance(), ['whatToDo', 'notAffected']],
    [
      'missing data',
      notice({ kind: 'missing-data' }),
      [
        'whatToDo',
        'notAffected',
        'from',
        'until',
        'data.what',
        'data.amount',
        'data.certainty',
        'data.recoverable',
        'safeAgain',
      ],
    ],
    ['all of missing data', notice({ ...said, kind: 'missing-data' }), []],
    [
      'what nobody knows',
      notice({
        ...said,
        kind: 'data-corruption',
        data: { ...said.data, certainty: 'unknown', recoverable: 'unknown' },
      }),
      ['data.certainty', 'data.recoverable'],
    ],
  ])('of %s is %j', (_, told, expected) => {
    expect(missingFields(told)).toEqual(expected);
  });
});
