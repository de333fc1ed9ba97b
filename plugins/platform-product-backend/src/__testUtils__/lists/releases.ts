import {
  Figures,
  OverallScore,
} from '@platform-product/backstage-plugin-common';
import { overallScore } from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import { seldom, someOf } from './ListModel';
import { daysAgo, orphans, services } from './scene';
import { Row } from './Stage';

/** Rounds, the newest first; the newest is open, and nothing was rated before the oldest. */
export const rounds = [0, 1, 2, 3, 4, 5].map(age => ({
  id: `round-${'fbdace'[age]}`,
  opensAt: daysAgo(100 * age + 10),
  closesAt: daysAgo(100 * age - 80),
  status: age ? 'closed' : 'open',
  prior: age === 5 ? {} : { usability: [1, 2, 3, 4 + age, 5] },
}));

/** Figures of at least five people on each topic, of which no sum hides any. */
const figures: fc.Arbitrary<Figures> = fc.constantFrom<Figures>(
  { features: { usability: { counts: [5, 0, 0, 0, 0] } } },
  { features: { usability: { counts: [0, 0, 0, 0, 6] } } },
  { features: { usability: { counts: [0, 3, 3, 0, 0] } } },
  {
    features: {
      usability: { counts: [0, 3, 3, 0, 0] },
      cost: { counts: [9, 0, 0, 0, 0] },
    },
  },
  { features: { leverage: { counts: [0, 0, 5, 5, 5] } } },
  { features: {}, participation: { complete: 5, partial: 0, asked: 9 } },
);

const released = fc.record({
  inRound: fc.tuple(...rounds.map(() => seldom(figures, 3))),
});

export type Released = typeof released extends fc.Arbitrary<infer T>
  ? T & { readonly key: string }
  : never;

/** Some services with what was published of them last in each round. */
export const releasedServices: fc.Arbitrary<readonly Released[]> = someOf(
  [...services, ...orphans],
  released,
);

export const roundRows: readonly Row[] = [3, 0, 5, 1, 4, 2]
  .map(age => rounds[age])
  .map(({ id, opensAt, closesAt, status, prior }) => ({
    id,
    opens_at: opensAt,
    closes_at: closesAt,
    k: 5,
    comment_threshold: 10,
    status,
    secret: status === 'open' ? 'c2VjcmV0' : null,
    prior: JSON.stringify(prior),
  }));

/** What was published before the newest release must be in no list. */
const older: Figures = {
  features: {
    usability: { counts: [50, 0, 0, 0, 0] },
    latency: { counts: [50, 0, 0, 0, 0] },
  },
};

/** Rows of `satisfaction_releases`. */
export function toReleaseRows({ key, inRound }: Released): Row[] {
  return inRound.flatMap((newest, age) =>
    newest
      ? [older, newest].map((some, sequence) => ({
          round_id: rounds[age].id,
          entity_ref: key,
          sequence,
          is_newest: sequence === 1,
          figures: JSON.stringify(some),
        }))
      : [],
  );
}

/** The score of the newest round that shows one. */
export function newestScore(
  service: Released | undefined,
): OverallScore | undefined {
  for (const [age, own] of (service?.inRound ?? []).entries()) {
    const score = own && overallScore(own.features, rounds[age].prior);
    if (score) return { roundId: rounds[age].id, ...score };
  }
  return undefined;
}
