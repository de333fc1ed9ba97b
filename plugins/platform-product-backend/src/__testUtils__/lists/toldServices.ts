import fc from 'fast-check';
import { someOf } from './ListModel';
import { daysAgo, orphans, services } from './scene';
import { Row } from './Stage';

const minute = 60_000;

/** A service whose users were told of trouble that is not over. */
const told = fc.record({
  /** Of each notice, after how many minutes; no two are alike in the middle. */
  minutes: fc.constantFrom([0], [90], [10, 10, 10], [15, 15, 15]),
});

export type Told = typeof told extends fc.Arbitrary<infer T>
  ? T & { readonly key: string }
  : never;

export const toldServices: fc.Arbitrary<readonly Told[]> = someOf(
  [...services, ...orphans],
  told,
);

/** What lists show of it. */
export const toldFiguresOf = (of: Told | undefined) =>
  of && {
    openNotices: of.minutes.length,
    noticeMeasures: {
      notices: of.minutes.length,
      timeToNotify: { p50: of.minutes[0], p90: of.minutes[0] },
      promises: { kept: 0, made: 0 },
      answers: { given: 0, wanted: 0 },
    },
  };

/** Rows of `updates_notices`. */
export function toNoticeRows({ key, minutes }: Told): Row[] {
  const all = [...services, ...orphans];
  return minutes.map((after, n) => {
    const id = `00000000-0000-4000-9000-${`${all.indexOf(key)}`.padStart(
      6,
      '0',
    )}${`${n}`.padStart(6, '0')}`;
    return {
      id,
      entity_ref: key,
      kind: 'outage',
      impact: 'major',
      status: 'identified',
      title: 'Search is away',
      content: '{"text":"A node is down."}',
      detected_at: daysAgo(1),
      published_at: daysAgo(1, after * minute),
      told_afterwards: false,
      created_by: 'user:default/ada',
      created_at: daysAgo(1),
      idempotency_key: id,
      version: 1,
      reached_version: 1,
    };
  });
}
