import { Figures } from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  roundPeriodAt,
} from '@platform-product/backstage-plugin-common/rules';
import { RatingRecords } from '@platform-product/backstage-plugin-node';

const quarters = 9;
const k = 5;
const commentThreshold = 10;

/** Shares of good ratings in the oldest and the newest quarter, by feature. */
type Course = readonly (readonly [from: number, to: number])[];

const courses: Readonly<
  Record<string, { course: Course; answers: number; asked: number }>
> = {
  monitoring: {
    course: [
      [0.6, 0.8],
      [0.35, 0.82],
      [0.7, 0.75],
      [0.55, 0.5],
      [0.5, 0.65],
    ],
    answers: 24,
    asked: 61,
  },
  deployment: {
    course: [
      [0.7, 0.72],
      [0.6, 0.58],
      [0.75, 0.55],
      [0.5, 0.52],
      [0.65, 0.45],
    ],
    answers: 18,
    asked: 44,
  },
};

const comments = [
  'Alerts reach us before our users do.',
  'I would like to copy a dashboard to another team.',
  'The query language took me a week.',
];

/** Counts of 1 to 5 with about such a share of good ones. */
function spread(answers: number, share: number): number[] {
  const good = Math.round(answers * share);
  const bad = answers - good;
  const best = Math.round(good * 0.4);
  const middle = Math.round(bad * 0.6);
  const worst = Math.round((bad - middle) * 0.4);
  return [worst, bad - middle - worst, middle, good - best, best];
}

/** Scores that the demo's platforms got in past quarters. */
export function createDemoRatings(now: Date): RatingRecords {
  const rounds: RatingRecords['rounds'][number][] = [];
  let at = now;
  for (let count = 0; count < quarters; count++) {
    const current = roundPeriodAt({ every: 'quarter' }, at)!;
    at = new Date(current.opensAt.getTime() - 1);
    const past = roundPeriodAt({ every: 'quarter' }, at)!;
    rounds.unshift({ ...past, k, commentThreshold });
  }
  const services = Object.entries(courses);
  return {
    rounds,
    releases: rounds.flatMap((round, index) =>
      services.map(([name, { course, answers, asked }]) => ({
        roundId: round.id,
        entityRef: `component:default/${name}`,
        figures: {
          participation: {
            complete: answers - 2,
            partial: 2,
            asked,
          },
          features: Object.fromEntries(
            ratedFeatures.map((feature, place) => {
              const [from, to] = course[place];
              const share = from + ((to - from) * index) / (quarters - 1);
              return [feature, { counts: spread(answers - place, share) }];
            }),
          ) as Figures['features'],
          comments: name === 'monitoring' ? comments : [],
        },
      })),
    ),
    replies: rounds.slice(0, -1).map(round => ({
      roundId: round.id,
      entityRef: 'component:default/deployment',
      text: 'You told us that deployments take too long. We cache images now, and look at the rest next quarter.',
      by: 'user:default/jon-berg',
      at: new Date(round.closesAt.getTime() + 7 * 24 * 60 * 60 * 1000),
    })),
  };
}
