import {
  attestationSource,
  evidenceSources,
  defaultLadder,
} from './defaultLadder';
import { EvidenceRule, evidenceLeaves, evidenceSourceOf } from './ladder';

/** A rule as one would say it. */
function inWords(rule: EvidenceRule): string {
  if ('allOf' in rule) return rule.allOf.map(inWords).join(' and ');
  if ('anyOf' in rule) return `(${rule.anyOf.map(inWords).join(' or ')})`;
  if ('source' in rule) return rule.source;
  if ('attestation' in rule) return rule.attestation;
  const { annotation, matches, refKind } = rule;
  return [`@${annotation}`, matches, refKind].filter(Boolean).join(' ');
}

const byWordToo = 'or a word';
const measured = 'alone';

/** As in the design: what holds, for how many days, and where it is known from. */
const table: [string, string, number, string, string, string][] = [
  [
    '1.1',
    'product-manager',
    180,
    '@platform-product/product-manager User',
    measured,
    'A product manager is named and known to the catalog',
  ],
  [
    '1.2',
    'vision-roadmap',
    90,
    '@platform-product/vision ^https?:// and (roadmap or @platform-product/roadmap ^https?://)',
    byWordToo,
    'The vision is written down and the roadmap moves',
  ],
  [
    '1.3',
    'listening',
    180,
    'research',
    byWordToo,
    'Two kinds of research with users in 180 days',
  ],
  [
    '1.4',
    'asked',
    180,
    'satisfaction-rounds',
    byWordToo,
    'Users were asked to rate all five features',
  ],
  [
    '1.5',
    'honest',
    90,
    '@platform-product/sla ^https?:// and notices',
    byWordToo,
    'An SLA is declared and notices were early and complete',
  ],
  [
    '1.6',
    'workload',
    90,
    'ktlo-recorded',
    byWordToo,
    'The KTLO share of the last full quarter is recorded',
  ],
  [
    '1.7',
    'in-the-loop',
    90,
    '@backstage.io/techdocs-ref and posts-and-events',
    byWordToo,
    'Docs exist, and users heard and met the team in 90 days',
  ],
  [
    '1.8',
    'consumers-known',
    30,
    '(consumers or followers)',
    measured,
    'It is known who uses the service',
  ],
  [
    '2.1',
    'guide',
    30,
    'guide-coverage',
    byWordToo,
    'The contribution guide says what is welcome, how to build and how soon a review comes',
  ],
  [
    '2.2',
    'outside-changes',
    30,
    'outside-changes',
    byWordToo,
    'Three merged changes from two or more other teams in 180 days',
  ],
  [
    '2.3',
    'timely-review',
    30,
    'timely-reviews',
    byWordToo,
    '80 % of first reviews come within the promised time',
  ],
  [
    '2.4',
    'answered',
    120,
    'satisfaction-answers',
    byWordToo,
    'Released scores carry the team’s answer',
  ],
  [
    '2.5',
    'loop-closed',
    30,
    'feedback',
    byWordToo,
    '70 % of feedback older than 30 days has a status and a reply',
  ],
  [
    '2.6',
    'ktlo-in-hand',
    90,
    'ktlo-in-hand',
    byWordToo,
    'KTLO is within its target, or cutting it is on the roadmap now',
  ],
  [
    '3.1',
    'outside-reviewers',
    90,
    'outside-reviewers',
    byWordToo,
    'Two active reviewers come from outside the owning team',
  ],
  [
    '3.2',
    'path-to-reviewer',
    30,
    'guide-reviewer-path',
    byWordToo,
    'The guide says how one becomes a reviewer',
  ],
  [
    '3.3',
    'outside-reviews',
    30,
    'outside-reviews',
    byWordToo,
    '20 % of approvals in 180 days come from outside reviewers',
  ],
  [
    '3.4',
    'healthy-reviews',
    30,
    'healthy-reviews',
    byWordToo,
    'Outside reviews are timely too, and no one does half of all reviews',
  ],
  [
    '3.5',
    'traced',
    180,
    'roadmap-traces',
    byWordToo,
    'A shipped roadmap item traces back to a user’s feedback',
  ],
  [
    '3.6',
    'post-mortems',
    180,
    'post-mortems',
    byWordToo,
    'Every data notice has a post-mortem within ten business days',
  ],
];

describe('the default ladder', () => {
  it.each(table)('has %s %s', (label, id, days, rule, word, title) => {
    const { description: _, ...found } = defaultLadder.criteria.find(
      each => each.id === id,
    )!;
    expect({ ...found, rule: inWords(found.rule) }).toEqual({
      id,
      label,
      level: Number(label[0]),
      title,
      freshForDays: days,
      attestable: word === byWordToo,
      rule,
    });
  });

  it('explains terms of the trade where they stand', () => {
    const explained = defaultLadder.criteria.map(
      ({ label, title, ...rest }) => [
        label,
        // Abbreviations, and words that a newcomer may not know.
        title.match(/[A-Z]{3,}|five features|post-mortem|outside the/)?.[0],
        rest.description,
      ],
    );
    expect(explained.filter(([, term, text]) => term || text)).toEqual([
      ['1.4', 'five features', expect.stringMatching(/^Leverage, usability/)],
      ['1.5', 'SLA', expect.stringMatching(/^An SLA, a service level/)],
      ['1.6', 'KTLO', expect.stringMatching(/^KTLO, “keep the lights on”/)],
      ['2.6', 'KTLO', expect.stringMatching(/^KTLO, “keep the lights on”/)],
      ['3.1', 'outside the', expect.stringMatching(/no group that owns/)],
      ['3.6', 'post-mortem', expect.stringMatching(/^A post-mortem says/)],
    ]);
  });

  it('has these twenty criteria, in this order', () => {
    expect(defaultLadder.criteria.map(({ label }) => label)).toEqual(
      table.map(([label]) => label),
    );
  });

  it('has three levels, and two weeks of grace', () => {
    const { criteria: _, ...rest } = defaultLadder;
    expect(rest).toEqual({
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
      gracePeriodDays: 14,
    });
  });

  it('asks each collector of the suite, and no other', () => {
    const asked = defaultLadder.criteria
      .flatMap(({ rule }) => evidenceLeaves(rule))
      .filter(rule => 'source' in rule)
      .map(evidenceSourceOf);
    expect([...asked].sort()).toEqual(Object.values(evidenceSources).sort());
    expect(asked).not.toContain(attestationSource);
    expect(attestationSource).toBe('attestation');
  });
});
