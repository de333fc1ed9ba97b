import { evidenceSources } from '@platform-product/backstage-plugin-common';
import { MaturityRecords } from '@platform-product/backstage-plugin-node';

/**
 * What the demo's platforms have behind them. Days count from today: negative
 * ones are past.
 */
interface DemoPlatform {
  readonly name: string;
  /** Who attests. */
  readonly by: string;
  readonly productManager: string;
  /** When the annotations were first seen. */
  readonly since: number;
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

const platforms: readonly DemoPlatform[] = [
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
      ...levelTwo(-150, 120),
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
];

/** Attestations hold for a year at most, so older ones were renewed. */
const longestAttestation = 300;

/** The demo's records, with dates relative to a moment. */
export function createDemoRecords(now: Date): MaturityRecords[] {
  const at = (days: number) =>
    new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  return platforms.map(platform => {
    const seen = { firstSeenAt: at(platform.since), lastSeenAt: now };
    const annotated = (criterionId: string, name: string, value: string) => ({
      criterionId,
      source: `annotation:${name}`,
      result: 'pass' as const,
      summary: value,
      ...(value.startsWith('https:') && { link: value }),
      ...seen,
    });
    const handbook = `https://handbook.northwind.example/${platform.name}`;
    const hasAll = platform.name !== 'compliance';
    return {
      entityRef: `component:default/${platform.name}`,
      evidence: [
        annotated(
          'product-manager',
          'platform-product/product-manager',
          `user:default/${platform.productManager}`,
        ),
        annotated(
          'vision-roadmap',
          'platform-product/vision',
          `${handbook}/vision`,
        ),
        ...(hasAll
          ? [
              annotated(
                'vision-roadmap',
                'platform-product/roadmap',
                `${handbook}/roadmap`,
              ),
            ]
          : []),
        {
          criterionId: 'consumers-known',
          source: 'consumers',
          result: 'pass' as const,
          summary: 'Known from the catalog',
          ...seen,
        },
        ...(platform.measured ?? []).map(([criterionId, source, summary]) => ({
          criterionId,
          source,
          result: 'pass' as const,
          summary,
          firstSeenAt: at(-40),
          lastSeenAt: now,
        })),
      ],
      attestations: platform.attestations.flatMap(
        ([criterionId, from, until, statement]) => {
          const terms = Math.ceil((until - from) / longestAttestation);
          const length = (until - from) / terms;
          return Array.from({ length: terms }, (_, term) => ({
            key: `demo-${platform.name}-${criterionId}-${term}`,
            criterionId,
            statement,
            link: `${handbook}/${criterionId}`,
            createdBy: `user:default/${platform.by}`,
            createdAt: at(from + term * length),
            expiresAt: at(from + (term + 1) * length),
          })).filter(({ createdAt }) => createdAt <= now);
        },
      ),
      waivers: (platform.waivers ?? []).map(waiver => ({
        key: `demo-${platform.name}-${waiver.criterionId}`,
        criterionId: waiver.criterionId,
        reason: waiver.reason,
        requestedBy: `user:default/${platform.by}`,
        requestedAt: at(waiver.from),
        expiresAt: at(waiver.until),
        ...(waiver.approvedBy && {
          decision: 'approved' as const,
          decidedBy: `user:default/${waiver.approvedBy}`,
          decidedAt: at(waiver.from + 1),
        }),
      })),
    };
  });
}
