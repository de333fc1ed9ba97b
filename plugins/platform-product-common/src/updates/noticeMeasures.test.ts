import { measureNotices } from './noticeMeasures';
import { Notice, NoticeUpdate } from './notices';

const now = new Date('2026-11-20T12:00:00.000Z');
const at = (time: string) => `2026-11-${time}:00.000Z`;

const update = (time: string, rest: Partial<NoticeUpdate> = {}) => ({
  id: time,
  status: 'investigating' as const,
  impact: 'major' as const,
  text: 'News.',
  at: at(time),
  ...rest,
});

const notice = (rest: Partial<Notice> = {}): Notice => ({
  id: 'n',
  entityRef: 'component:default/logs',
  kind: 'outage',
  impact: 'major',
  status: 'resolved',
  title: 'Search is away',
  text: 'We look into it.',
  detectedAt: at('10T10:00'),
  publishedAt: at('10T10:10'),
  toldAfterwards: false,
  endedAt: at('10T12:00'),
  version: 1,
  createdBy: 'user:default/maya',
  createdAt: at('10T10:10'),
  updates: [],
  ...rest,
});

const nothing = {
  notices: 0,
  promises: { kept: 0, made: 0 },
  answers: { given: 0, wanted: 0 },
};

it('measures nothing without notices, nor by what was withdrawn, merged or never published', () => {
  expect(measureNotices([], now)).toEqual(nothing);
  expect(
    measureNotices(
      [
        notice({ status: 'withdrawn' }),
        notice({ status: 'merged' }),
        notice({ publishedAt: undefined }),
      ],
      now,
    ),
  ).toEqual(nothing);
});

it('measures how early users heard, in minutes, but for maintenance', () => {
  const { notices, timeToNotify } = measureNotices(
    [
      notice(),
      notice({ publishedAt: at('10T10:30') }),
      notice({ publishedAt: at('10T11:50') }),
      notice({ kind: 'maintenance', publishedAt: at('01T00:00') }),
    ],
    now,
  );
  expect(notices).toBe(4);
  expect(timeToNotify).toEqual({ p50: 30, p90: expect.closeTo(94) });
});

describe('a promise', () => {
  const due = { nextUpdateDueAt: at('10T11:10') };
  it.each<[string, NoticeUpdate[], number, number]>([
    [
      'is kept to the very minute',
      [update('10T11:10'), update('10T10:10', due)],
      1,
      1,
    ],
    [
      'is broken a minute later',
      [update('10T11:11'), update('10T10:10', due)],
      0,
      1,
    ],
    ['is broken where nothing came', [update('10T10:10', due)], 0, 1],
    [
      'is none before it is due',
      [update('20T11:00', { nextUpdateDueAt: at('20T12:01') })],
      0,
      0,
    ],
    [
      'is none where there was none',
      [update('10T11:10'), update('10T10:10')],
      0,
      0,
    ],
    [
      'is each of several',
      [
        update('10T13:30'),
        update('10T11:00', { nextUpdateDueAt: at('10T13:00') }),
        update('10T10:10', due),
      ],
      1,
      2,
    ],
  ])('%s', (_, updates, kept, made) => {
    const { promises } = measureNotices([notice({ updates })], now);
    expect(promises).toEqual({ kept, made });
  });
});

it('measures how much was said, once a notice is over', () => {
  expect(
    measureNotices([notice({ status: 'monitoring' })], now).completeness,
  ).toBeUndefined();
  expect(
    measureNotices(
      [
        notice({ whatToDo: 'Wait.', notAffected: 'Writing.' }),
        notice({ whatToDo: 'Wait.' }),
      ],
      now,
    ).completeness,
  ).toBe(0.75);
});

it('adds up what was answered', () => {
  const reach = (entities: number, answered: number) => ({
    entities,
    answered,
    answers: { seen: answered, 'not-affected': 0, affected: 0, repaired: 0 },
    spared: 0,
  });
  expect(
    measureNotices(
      [
        notice({ reach: reach(14, 9) }),
        notice({ reach: reach(2, 2) }),
        notice(),
      ],
      now,
    ).answers,
  ).toEqual({ given: 11, wanted: 16 });
});

it('measures how soon the final post-mortem came, in days', () => {
  const explained = (day: string, isFinal: boolean) =>
    notice({
      status: 'post-mortem',
      updates: [update(day, { status: 'post-mortem', isFinal })],
    });
  const { timeToPostMortem } = measureNotices(
    [
      explained('12T12:00', true),
      explained('16T12:00', true),
      explained('11T12:00', false),
    ],
    now,
  );
  expect(timeToPostMortem).toBe(4);
});
