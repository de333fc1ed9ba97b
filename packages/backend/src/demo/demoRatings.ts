import {
  Figures,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  roundPeriodAt,
} from '@platform-product/backstage-plugin-common/rules';
import { RatingRecords } from '@platform-product/backstage-plugin-node';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
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
  'log-aggregation': {
    course: [
      [0.55, 0.62],
      [0.5, 0.55],
      [0.8, 0.45],
      [0.6, 0.58],
      [0.6, 0.5],
    ],
    answers: 16,
    asked: 52,
  },
  'dev-environment': {
    course: [
      [0.6, 0.7],
      [0.45, 0.6],
      [0.5, 0.62],
      [0.7, 0.7],
      [0.4, 0.55],
    ],
    answers: 14,
    asked: 38,
  },
};

/** What the teams answered to their scores; Deployment still owes the last one. */
const teamAnswers: ReadonlyArray<{
  readonly name: string;
  readonly by: string;
  readonly text: string;
  readonly isLate?: boolean;
}> = [
  {
    name: 'deployment',
    by: 'jon-berg',
    text: 'You told us that deployments take too long. We cache images now, and look at the rest next quarter.',
    isLate: true,
  },
  {
    name: 'monitoring',
    by: 'elif-aydin',
    text: 'The query language was hard to learn. There is a course now, and twelve examples to copy.',
  },
  {
    name: 'log-aggregation',
    by: 'emma-novak',
    text: 'Search was down twice. We move to the new storage by the end of the year, and say so each week.',
  },
  {
    name: 'dev-environment',
    by: 'luca-moretti',
    text: 'Starting took minutes. Images are built at night now.',
  },
];

/** How the teams listened in the last quarter. */
const listening: ReadonlyArray<{
  readonly name: string;
  readonly by: string;
  readonly entries: ReadonlyArray<
    readonly [
      kind: ResearchKind,
      daysBeforeItsEnd: number,
      team: string,
      learned: string,
    ]
  >;
}> = [
  {
    name: 'monitoring',
    by: 'elif-aydin',
    entries: [
      [
        'interview',
        9,
        'Checkout',
        'They copy dashboards by hand, and forget which one is newest.',
      ],
      [
        'embed',
        20,
        'Storefront',
        'A week with them: alerts wake people who can do nothing about it.',
      ],
      [
        'metrics-review',
        33,
        'All',
        'Half of all dashboards are opened once and never again.',
      ],
    ],
  },
  {
    name: 'deployment',
    by: 'jon-berg',
    entries: [
      [
        'interview',
        14,
        'Search',
        'They wait for images more than for reviews.',
      ],
      [
        'try-out',
        26,
        'Deployment',
        'Our own first deployment took a day and four questions.',
      ],
    ],
  },
  {
    name: 'log-aggregation',
    by: 'emma-novak',
    entries: [
      [
        'interview',
        6,
        'Payments',
        'They keep a second copy of their logs, because ours were late twice.',
      ],
      [
        'survey',
        18,
        'All',
        'Of 31 answers, 19 name the search as what they miss most.',
      ],
    ],
  },
  {
    name: 'dev-environment',
    by: 'luca-moretti',
    entries: [
      [
        'interview',
        11,
        'Storefront',
        'They start it once on Mondays and never stop it.',
      ],
      ['metrics-review', 30, 'All', 'The median start takes 210 seconds.'],
    ],
  },
];

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
    replies: teamAnswers.flatMap(({ name, by, text, isLate }) =>
      rounds.slice(0, isLate ? -1 : undefined).map(round => ({
        roundId: round.id,
        entityRef: `component:default/${name}`,
        text,
        by: `user:default/${by}`,
        at: new Date(round.closesAt.getTime() + 7 * millisecondsPerDay),
      })),
    ),
    research: listening.flatMap(({ name, by, entries }) =>
      entries.map(([kind, days, team, learned]) => ({
        entityRef: `component:default/${name}`,
        kind,
        date: new Date(
          rounds[rounds.length - 1].closesAt.getTime() -
            days * millisecondsPerDay,
        )
          .toISOString()
          .slice(0, 10),
        team,
        learned,
        by: `user:default/${by}`,
      })),
    ),
  };
}
