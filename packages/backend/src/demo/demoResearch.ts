import { ResearchKind } from '@platform-product/backstage-plugin-common';
import { RatingRecords } from '@platform-product/backstage-plugin-node';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** How teams listened in a quarter, so many days before its end. */
const listening: ReadonlyArray<{
  readonly name: string;
  readonly by: string;
  readonly entries: ReadonlyArray<
    readonly [kind: ResearchKind, days: number, team: string, learned: string]
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
      ['metrics-review', 30, 'All', 'The median start takes 50 seconds now.'],
    ],
  },
  {
    name: 'event-streaming',
    by: 'tariq-aziz',
    entries: [
      [
        'interview',
        8,
        'Fulfilment',
        'They read every event twice, to be sure.',
      ],
      ['try-out', 25, 'Logs', 'Our own example needs nine lines of set-up.'],
    ],
  },
  {
    name: 'feature-flags',
    by: 'marek-nowak',
    entries: [
      ['interview', 12, 'Checkout', 'Nobody dares to remove an old flag.'],
      ['metrics-review', 28, 'All', 'Of 140 flags, 61 are on for everybody.'],
    ],
  },
  {
    name: 'search',
    by: 'chloe-dubois',
    entries: [
      ['interview', 10, 'Fulfilment', 'They look for orders by number.'],
      ['survey', 31, 'All', 'Eleven of fourteen find what they look for.'],
    ],
  },
  {
    name: 'design-system',
    by: 'finn-larsen',
    entries: [
      ['embed', 15, 'Checkout', 'They copy our table, for ours has no sums.'],
      ['interview', 36, 'Fulfilment', 'Dark rooms need a dark theme.'],
    ],
  },
  {
    name: 'payments',
    by: 'ravi-patel',
    entries: [
      ['interview', 7, 'Storefront', 'Errors of the bank reach customers raw.'],
      ['metrics-review', 22, 'All', 'Two in a thousand are retried by hand.'],
    ],
  },
  {
    name: 'basket',
    by: 'lars-eriksen',
    entries: [
      ['interview', 13, 'Storefront', 'Vouchers vanish when a session ends.'],
      ['try-out', 29, 'Checkout', 'The sandbox has no prices.'],
    ],
  },
  {
    name: 'orders',
    by: 'ben-fischer',
    entries: [
      ['interview', 5, 'Checkout', 'They poll us, as our events come late.'],
      ['survey', 24, 'All', 'Nine of twelve would use a bulk endpoint.'],
    ],
  },
  {
    name: 'shipping',
    by: 'olga-ivanova',
    entries: [
      ['interview', 16, 'Checkout', 'Costs are known too late to be shown.'],
      ['embed', 34, 'Fulfilment', 'Labels are printed twice on Mondays.'],
    ],
  },
];

/** Research logs of the demo's platforms for the quarter that ends so. */
export function createDemoResearch(
  closesAt: Date,
): NonNullable<RatingRecords['research']> {
  return listening.flatMap(({ name, by, entries }) =>
    entries.map(([kind, days, team, learned]) => ({
      entityRef: `component:default/${name}`,
      kind,
      date: new Date(closesAt.getTime() - days * millisecondsPerDay)
        .toISOString()
        .slice(0, 10),
      team,
      learned,
      by: `user:default/${by}`,
    })),
  );
}
