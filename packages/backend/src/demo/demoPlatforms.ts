import { evidenceSources } from '@platform-product/backstage-plugin-common';

/**
 * What the demo's platforms have behind them. Days count from today: negative
 * ones are past.
 */
export interface DemoPlatform {
  readonly name: string;
  /** Who attests. */
  readonly by: string;
  readonly productManager: string;
  /** When the annotations were first seen. */
  readonly since: number;
  /** Whether nothing was annotated but the product manager and the vision. */
  readonly isNew?: boolean;
  /** What the company's other tools have measured. */
  readonly measured?: ReadonlyArray<
    readonly [criterionId: string, source: string, finding: string]
  >;
  readonly attestations: ReadonlyArray<
    readonly [
      criterionId: string,
      from: number,
      until: number,
      statement: string,
    ]
  >;
  readonly waivers?: ReadonlyArray<{
    readonly criterionId: string;
    readonly reason: string;
    readonly from: number;
    readonly until: number;
    readonly approvedBy?: string;
  }>;
}

const levelOne = (from: number, until: number) =>
  [
    [
      'listening',
      from,
      until,
      'Twelve interviews and a survey; findings are in the handbook.',
    ],
    [
      'asked',
      from - 9,
      until,
      'The five features were put to all consuming teams last quarter.',
    ],
    [
      'honest',
      from - 20,
      until,
      'No notice of the last 90 days was late; see the incident review.',
    ],
    [
      'workload',
      from - 4,
      until,
      'KTLO share was recorded for the last full quarter: 31 %.',
    ],
    [
      'in-the-loop',
      from - 13,
      until,
      'Release notes every two weeks and office hours on Thursdays.',
    ],
  ] as const;

const levelTwo = (from: number, until: number) =>
  [
    [
      'guide',
      from - 40,
      until,
      'The guide covers what is welcome, how to build and when we answer.',
    ],
    [
      'outside-changes',
      from,
      until,
      'Nine merged changes from four other teams in six months.',
    ],
    [
      'timely-review',
      from - 6,
      until,
      'First reviews came within a business day for 88 % of 42 changes.',
    ],
    [
      'answered',
      from - 15,
      until,
      'Each released score got our answer in the channel.',
    ],
    [
      'loop-closed',
      from - 3,
      until,
      'All feedback older than a month has a status and a reply.',
    ],
    [
      'ktlo-in-hand',
      from - 11,
      until,
      'KTLO is at 24 % against a target of 30 %.',
    ],
  ] as const;

const levelThree = (from: number, until: number) =>
  [
    [
      'outside-reviewers',
      from - 30,
      until,
      'Chloé Dubois and Ravi Patel have reviewed for us since spring.',
    ],
    [
      'path-to-reviewer',
      from - 44,
      until,
      'The guide says how one becomes a reviewer.',
    ],
    [
      'outside-reviews',
      from,
      until,
      'A third of all approvals came from outside reviewers.',
    ],
    [
      'healthy-reviews',
      from - 8,
      until,
      'Outside reviews are as timely as ours; nobody does more than 30 %.',
    ],
    [
      'traced',
      from - 17,
      until,
      'Recording rules v2 goes back to the storefront team’s feedback.',
    ],
    ['post-mortems', from - 21, until, 'Both data notices have a post-mortem.'],
  ] as const;

export const demoPlatforms: readonly DemoPlatform[] = [
  {
    name: 'monitoring',
    by: 'elif-aydin',
    productManager: 'sofia-rossi',
    since: -420,
    measured: [
      [
        'honest',
        evidenceSources.notices,
        'Both notices of the last 90 days came within 20 minutes.',
      ],
      [
        'workload',
        evidenceSources.ktloRecorded,
        '24 % of the last full quarter.',
      ],
      [
        'in-the-loop',
        evidenceSources.postsAndEvents,
        'Four posts and six office hours in 90 days.',
      ],
      ['ktlo-in-hand', evidenceSources.ktloInHand, '24 % of 30 %.'],
      [
        'traced',
        evidenceSources.roadmapTraces,
        'Recording rules v2 goes back to the storefront team’s feedback.',
      ],
      [
        'post-mortems',
        evidenceSources.postMortems,
        'Both data notices have one, the later after six business days.',
      ],
    ],
    attestations: [
      ...levelOne(-390, 160),
      ...levelTwo(-240, 150),
      ...levelThree(-85, 140),
    ],
  },
  {
    name: 'deployment',
    by: 'jon-berg',
    productManager: 'leila-farouk',
    since: -340,
    attestations: [
      ...levelOne(-310, 130),
      ...levelTwo(-150, 120).filter(([criterion]) => criterion !== 'answered'),
      // Until the scores came that still wait for an answer.
      [
        'answered',
        -165,
        -45,
        'Each released score got our answer in the channel.',
      ],
      levelThree(-20, 120)[1],
      levelThree(-20, 120)[5],
    ],
  },
  {
    name: 'dev-environment',
    by: 'luca-moretti',
    productManager: 'freja-holm',
    since: -280,
    // Nobody has said anything of the workload yet.
    attestations: [
      ...levelOne(-205, 110).filter(([criterion]) => criterion !== 'workload'),
      ...levelTwo(-60, 115).filter(([criterion]) => criterion !== 'guide'),
    ],
  },
  {
    name: 'log-aggregation',
    by: 'emma-novak',
    productManager: 'maya-lund',
    since: -360,
    attestations: [
      ...levelOne(-330, 95).filter(([criterion]) => criterion !== 'workload'),
      [
        'workload',
        -330,
        -3,
        'KTLO share was recorded for the last full quarter: 44 %.',
      ],
      ...levelTwo(-170, 100).filter(
        ([criterion]) => criterion !== 'ktlo-in-hand',
      ),
    ],
    waivers: [
      {
        criterionId: 'ktlo-in-hand',
        reason:
          'The move to the new storage doubles KTLO until the end of the year.',
        from: -168,
        until: 60,
        approvedBy: 'ingrid-solberg',
      },
    ],
  },
  {
    name: 'compliance',
    by: 'grace-okafor',
    productManager: 'mei-chen',
    since: -120,
    isNew: true,
    attestations: [
      [
        'listening',
        -35,
        120,
        'We sat with checkout for a week while they prepared the audit.',
      ],
      [
        'workload',
        -20,
        70,
        'KTLO share was recorded for the last full quarter: 52 %.',
      ],
    ],
    waivers: [
      {
        criterionId: 'asked',
        reason:
          'The first rating round starts next quarter, with the new rota.',
        from: -4,
        until: 80,
      },
    ],
  },
  {
    name: 'event-streaming',
    by: 'tariq-aziz',
    productManager: 'maya-lund',
    since: -260,
    attestations: [
      ...levelOne(-230, 140),
      ...levelTwo(-60, 120).filter(([criterion]) => criterion !== 'answered'),
    ],
  },
  {
    name: 'feature-flags',
    by: 'marek-nowak',
    productManager: 'leila-farouk',
    since: -150,
    attestations: levelOne(-120, 90),
  },
  // It rose when the guide of its repository was written.
  {
    name: 'search',
    by: 'chloe-dubois',
    productManager: 'aisha-khan',
    since: -300,
    attestations: [
      ...levelOne(-270, 150),
      ...levelTwo(-22, 170).map(
        ([criterion, , until, statement]) =>
          [criterion, -22, until, statement] as const,
      ),
    ],
  },
  {
    name: 'design-system',
    by: 'finn-larsen',
    productManager: 'nina-petrova',
    since: -240,
    attestations: levelOne(-190, 100),
  },
  {
    name: 'catalogue',
    by: 'finn-larsen',
    productManager: 'tom-becker',
    since: -180,
    attestations: levelOne(-140, 80).filter(
      ([criterion]) => criterion !== 'asked',
    ),
  },
  {
    name: 'payments',
    by: 'ravi-patel',
    productManager: 'ines-costa',
    since: -330,
    attestations: [...levelOne(-300, 130), ...levelTwo(-130, 120)],
  },
  {
    name: 'basket',
    by: 'lars-eriksen',
    productManager: 'ines-costa',
    since: -210,
    attestations: levelOne(-170, 95),
  },
  {
    name: 'orders',
    by: 'ben-fischer',
    productManager: 'kate-murphy',
    since: -250,
    attestations: levelOne(-200, 105),
  },
  {
    name: 'shipping',
    by: 'olga-ivanova',
    productManager: 'kate-murphy',
    since: -170,
    attestations: levelOne(-130, 85).filter(
      ([criterion]) => criterion !== 'workload',
    ),
  },
  // It dropped when nobody had listened for half a year.
  {
    name: 'notifications',
    by: 'ben-fischer',
    productManager: 'kate-murphy',
    since: -280,
    attestations: [
      ...levelOne(-240, 90).filter(([criterion]) => criterion !== 'listening'),
      ['listening', -240, -12, 'Eight interviews in spring.'],
    ],
  },
];
