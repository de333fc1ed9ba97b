import { Figures } from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  roundPeriodAt,
} from '@platform-product/backstage-plugin-common/rules';
import { RatingRecords } from '@platform-product/backstage-plugin-node';
import { createDemoFeedback } from './demoFeedback';
import { createDemoResearch } from './demoResearch';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const quarters = 9;
const k = 5;
const commentThreshold = 10;

/**
 * Share of good ratings in the oldest and the newest quarter. With a quarter, it
 * jumped there, because something had happened; without, it went slowly.
 */
type Course = readonly [from: number, to: number, quarter?: number];

/** Of the features in their order. */
const courses: Readonly<
  Record<string, { course: readonly Course[]; answers: number; asked: number }>
> = {
  // The course in its query language is there since the seventh quarter.
  monitoring: {
    course: [
      [0.6, 0.8],
      [0.35, 0.82, 6],
      [0.7, 0.75],
      [0.55, 0.5],
      [0.5, 0.65],
    ],
    answers: 24,
    asked: 41,
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
    asked: 38,
  },
  // Its search was down twice in the last quarter, in which queries got names; the one
  // before, an index came.
  'log-aggregation': {
    course: [
      [0.55, 0.62],
      [0.4, 0.8, 8],
      [0.85, 0.4, 8],
      [0.6, 0.58],
      [0.35, 0.8, 7],
    ],
    answers: 25,
    asked: 40,
  },
  'dev-environment': {
    course: [
      [0.6, 0.7],
      [0.45, 0.6],
      [0.5, 0.62],
      [0.7, 0.7],
      [0.4, 0.75, 7],
    ],
    answers: 16,
    asked: 35,
  },
  'event-streaming': {
    course: [
      [0.7, 0.74],
      [0.4, 0.5],
      [0.8, 0.82],
      [0.6, 0.6],
      [0.75, 0.8],
    ],
    answers: 12,
    asked: 22,
  },
  search: {
    course: [
      [0.7, 0.8],
      [0.6, 0.75],
      [0.7, 0.72],
      [0.5, 0.55],
      [0.6, 0.66],
    ],
    answers: 11,
    asked: 19,
  },
  payments: {
    course: [
      [0.8, 0.85],
      [0.65, 0.6],
      [0.85, 0.9],
      [0.4, 0.45],
      [0.7, 0.7],
    ],
    answers: 13,
    asked: 24,
  },
};

/** Of whom there is less to tell: a share for all features, all the time. */
const steady: ReadonlyArray<
  readonly [name: string, share: number, answers: number, asked: number]
> = [
  ['feature-flags', 0.66, 12, 20],
  ['design-system', 0.72, 10, 17],
  ['basket', 0.6, 9, 16],
  ['orders', 0.64, 11, 21],
  ['shipping', 0.58, 9, 14],
  ['notifications', 0.5, 9, 18],
];

const scored = [
  ...Object.entries(courses).map(([name, rest]) => ({ name, ...rest })),
  ...steady.map(([name, share, answers, asked]) => ({
    name,
    course: ratedFeatures.map(
      (_, place): Course => [share, share + 0.03 * (place - 2)],
    ),
    answers,
    asked,
  })),
];

const shareAt = ([from, to, jump]: Course, quarter: number) =>
  jump === undefined
    ? from + ((to - from) * quarter) / (quarters - 1)
    : [from, to][Number(quarter >= jump)];

/**
 * What the teams answered to their scores, each from some quarter on; Deployment
 * and Event streaming still owe the last one.
 */
const teamAnswers: ReadonlyArray<{
  readonly name: string;
  readonly by: string;
  readonly texts: ReadonlyArray<readonly [from: number, text: string]>;
  readonly isLate?: boolean;
}> = [
  {
    name: 'deployment',
    by: 'jon-berg',
    texts: [
      [
        0,
        'You told us that deployments take too long. We cache images now, and look at the rest next quarter.',
      ],
    ],
    isLate: true,
  },
  {
    name: 'monitoring',
    by: 'elif-aydin',
    texts: [
      [0, 'The query language is hard to learn. We write a course.'],
      [6, 'The course is there, with twelve examples to copy, and you use it.'],
      [7, 'The course stays. Next are dashboards that can be copied.'],
    ],
  },
  {
    name: 'log-aggregation',
    by: 'emma-novak',
    texts: [
      [0, 'Thank you. We make the search faster, step by step.'],
      [
        8,
        'Search was down twice. We move to the new storage by the end of the year, and say so each week.',
      ],
    ],
  },
  {
    name: 'dev-environment',
    by: 'luca-moretti',
    texts: [
      [0, 'Starting takes minutes, and we know it.'],
      [7, 'Images are built at night now; half of all starts take 50 seconds.'],
    ],
  },
  {
    name: 'event-streaming',
    by: 'tariq-aziz',
    texts: [[0, 'More examples are what you ask for. One comes each month.']],
    isLate: true,
  },
  {
    name: 'search',
    by: 'chloe-dubois',
    texts: [[0, 'You find more now. Orders by their number come next.']],
  },
  {
    name: 'payments',
    by: 'ravi-patel',
    texts: [[0, 'Fees are what hurts. We talk to the bank again.']],
  },
];

const comments: Readonly<Record<string, readonly string[]>> = {
  monitoring: [
    'Alerts reach us before our users do.',
    'I would like to copy a dashboard to another team.',
    'The query language took me a week.',
  ],
  deployment: [
    'Rolling back is one click, and it works.',
    'Nights with a release are quiet since canaries came.',
    'What a failed step means I have to ask.',
  ],
  'log-aggregation': [
    'Searching is fast now, even over a week.',
    'I trust it less since the disk was full.',
  ],
};

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
  return {
    rounds,
    releases: rounds.flatMap((round, index) =>
      scored.map(({ name, course, answers, asked }) => ({
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
              const share = shareAt(course[place], index);
              return [feature, { counts: spread(answers - place, share) }];
            }),
          ) as Figures['features'],
          comments:
            answers >= commentThreshold ? comments[name] ?? [] : undefined,
        },
      })),
    ),
    replies: teamAnswers.flatMap(({ name, by, texts, isLate }) =>
      rounds.slice(0, isLate ? -1 : undefined).map((round, index) => ({
        roundId: round.id,
        entityRef: `component:default/${name}`,
        text: texts.filter(([from]) => from <= index).pop()![1],
        by: `user:default/${by}`,
        at: new Date(round.closesAt.getTime() + 7 * millisecondsPerDay),
      })),
    ),
    feedback: createDemoFeedback(now),
    research: createDemoResearch(rounds[rounds.length - 1].closesAt),
  };
}
