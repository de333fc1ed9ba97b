import { annotations } from '../annotations';
import { Criterion, EvidenceRule, Ladder } from './ladder';

/**
 * Sources of evidence that the suite’s own rooms collect from. A criterion
 * may name one that is not installed yet; its evidence is then unknown.
 *
 * @public
 */
export const evidenceSources = {
  consumers: 'consumers',
  followers: 'followers',
  research: 'research',
  satisfactionRounds: 'satisfaction-rounds',
  satisfactionAnswers: 'satisfaction-answers',
  feedback: 'feedback',
  notices: 'notices',
  postMortems: 'post-mortems',
  roadmap: 'roadmap',
  roadmapTraces: 'roadmap-traces',
  postsAndEvents: 'posts-and-events',
  ktloRecorded: 'ktlo-recorded',
  ktloInHand: 'ktlo-in-hand',
  guideCoverage: 'guide-coverage',
  guideReviewerPath: 'guide-reviewer-path',
  outsideChanges: 'outside-changes',
  timelyReviews: 'timely-reviews',
  outsideReviewers: 'outside-reviewers',
  outsideReviews: 'outside-reviews',
  healthyReviews: 'healthy-reviews',
} as const;

/**
 * Source of the evidence that attestations give.
 *
 * @public
 */
export const attestationSource = 'attestation';

type Row = readonly [
  id: string,
  title: string,
  rule: EvidenceRule,
  freshForDays: number,
  more?: Pick<Partial<Criterion>, 'attestable' | 'description'>,
];

const from = (source: string): EvidenceRule => ({ source });
const annotated = (annotation: string, matches?: string): EvidenceRule => ({
  annotation,
  ...(matches ? { matches } : {}),
});
const webLink = '^https?://';
const ktlo =
  'KTLO, “keep the lights on”, is work that leaves the service as it is: on-call, upgrades, repairs, support.';

const rows: readonly (readonly Row[])[] = [
  [
    [
      'product-manager',
      'A product manager is named and known to the catalog',
      { annotation: annotations.productManager, refKind: 'User' },
      180,
      { attestable: false },
    ],
    [
      'vision-roadmap',
      'The vision is written down and the roadmap moves',
      {
        allOf: [
          annotated(annotations.vision, webLink),
          {
            anyOf: [
              from(evidenceSources.roadmap),
              annotated(annotations.roadmap, webLink),
            ],
          },
        ],
      },
      90,
    ],
    [
      'listening',
      'Two kinds of research with users in 180 days',
      from(evidenceSources.research),
      180,
    ],
    [
      'asked',
      'Users were asked to rate all five features',
      from(evidenceSources.satisfactionRounds),
      180,
      {
        description:
          'Leverage, usability, reliability, cost and latency, in one of the last two rounds.',
      },
    ],
    [
      'honest',
      'An SLA is declared and notices were early and complete',
      {
        allOf: [
          annotated(annotations.sla, webLink),
          from(evidenceSources.notices),
        ],
      },
      90,
      {
        description:
          'An SLA, a service level agreement, says what users may rely on; a notice tells them when it did not hold.',
      },
    ],
    [
      'workload',
      'The KTLO share of the last full quarter is recorded',
      from(evidenceSources.ktloRecorded),
      90,
      { description: ktlo },
    ],
    [
      'in-the-loop',
      'Docs exist, and users heard and met the team in 90 days',
      {
        allOf: [
          annotated(annotations.techdocs),
          from(evidenceSources.postsAndEvents),
        ],
      },
      90,
    ],
    [
      'consumers-known',
      'It is known who uses the service',
      {
        anyOf: [
          from(evidenceSources.consumers),
          from(evidenceSources.followers),
        ],
      },
      30,
      { attestable: false },
    ],
  ],
  [
    [
      'guide',
      'The contribution guide says what is welcome, how to build and how soon a review comes',
      from(evidenceSources.guideCoverage),
      30,
    ],
    [
      'outside-changes',
      'Three merged changes from two or more other teams in 180 days',
      from(evidenceSources.outsideChanges),
      30,
    ],
    [
      'timely-review',
      '80 % of first reviews come within the promised time',
      from(evidenceSources.timelyReviews),
      30,
    ],
    [
      'answered',
      'Released scores carry the team’s answer',
      from(evidenceSources.satisfactionAnswers),
      120,
    ],
    [
      'loop-closed',
      '70 % of feedback older than 30 days has a status and a reply',
      from(evidenceSources.feedback),
      30,
    ],
    [
      'ktlo-in-hand',
      'KTLO is within its target, or cutting it is on the roadmap now',
      from(evidenceSources.ktloInHand),
      90,
      { description: ktlo },
    ],
  ],
  [
    [
      'outside-reviewers',
      'Two active reviewers come from outside the owning team',
      from(evidenceSources.outsideReviewers),
      90,
      {
        description:
          'From outside is who is in no group that owns the service, nor in one of their child groups.',
      },
    ],
    [
      'path-to-reviewer',
      'The guide says how one becomes a reviewer',
      from(evidenceSources.guideReviewerPath),
      30,
    ],
    [
      'outside-reviews',
      '20 % of approvals in 180 days come from outside reviewers',
      from(evidenceSources.outsideReviews),
      30,
    ],
    [
      'healthy-reviews',
      'Outside reviews are timely too, and no one does half of all reviews',
      from(evidenceSources.healthyReviews),
      30,
    ],
    [
      'traced',
      'A shipped roadmap item traces back to a user’s feedback',
      from(evidenceSources.roadmapTraces),
      180,
    ],
    [
      'post-mortems',
      'Every data notice has a post-mortem within ten business days',
      from(evidenceSources.postMortems),
      180,
      {
        description:
          'A post-mortem says what happened, why, and what keeps it from happening again.',
      },
    ],
  ],
];

const criteria: Criterion[] = rows.flatMap((level, levelIndex) =>
  level.map(([id, title, rule, freshForDays, more], index) => ({
    id,
    label: `${levelIndex + 1}.${index + 1}`,
    level: levelIndex + 1,
    title,
    rule,
    freshForDays,
    attestable: true,
    ...more,
  })),
);

/**
 * The ladder in use when the configuration does not say otherwise: three levels
 * and twenty criteria.
 *
 * @public
 */
export const defaultLadder: Ladder = {
  levels: [
    {
      level: 1,
      name: 'The platform team builds and listens',
      description:
        'The platform team builds the service, and its stakeholders are heard.',
    },
    {
      level: 2,
      name: 'Stakeholders contribute',
      description:
        'Stakeholders contribute changes, and the platform team reviews them in a timely manner.',
    },
    {
      level: 3,
      name: 'Stakeholders review',
      description: 'People outside the platform team are reviewers too.',
    },
  ],
  criteria,
  gracePeriodDays: 14,
};
