import { FeedbackRecord } from '@platform-product/backstage-plugin-node';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Something that people asked of a platform. Days count back from today. */
interface DemoFeedback
  extends Omit<
    FeedbackRecord,
    'key' | 'entityRef' | 'by' | 'at' | 'movedAt' | 'voters' | 'replies'
  > {
  readonly name: string;
  readonly by: string;
  readonly days: number;
  readonly movedAfter?: number;
  readonly voters?: readonly string[];
  readonly replies?: ReadonlyArray<
    readonly [by: string, after: number, text: string]
  >;
}

/** Feedback in every state, answered and not. */
const given: readonly DemoFeedback[] = [
  {
    name: 'monitoring',
    by: 'chloe-dubois',
    days: 210,
    title: 'The query language is hard to learn',
    text: 'It took us a week to write the first alert.',
    visibility: 'public',
    status: 'completed',
    statusNote: 'There is a course, and twelve examples to copy.',
    link: 'https://handbook.northwind.example/monitoring/course',
    movedAfter: 60,
    voters: ['ravi-patel', 'tom-becker', 'amara-okonkwo', 'mina-park'],
    replies: [['elif-aydin', 2, 'Thank you. Which query did you begin with?']],
  },
  {
    name: 'monitoring',
    by: 'ravi-patel',
    days: 70,
    title: 'Copy a dashboard to another team',
    visibility: 'public',
    status: 'started',
    statusNote: 'In review; it comes with the next release.',
    movedAfter: 30,
    voters: ['carl-nystrom', 'chloe-dubois', 'greta-vogel'],
  },
  {
    name: 'monitoring',
    by: 'olga-ivanova',
    days: 55,
    title: 'Dashboards by copy and paste',
    visibility: 'public',
    status: 'duplicate',
    duplicateOf: 'demo monitoring 1',
    movedAfter: 3,
    replies: [['hana-sato', 3, 'This is what Ravi asked for, too.']],
  },
  {
    name: 'monitoring',
    by: 'hugo-laurent',
    days: 40,
    title: 'Phone calls for every alert',
    visibility: 'public',
    status: 'declined',
    statusNote:
      'Too many calls made people mute them. Page for what customers notice.',
    movedAfter: 6,
  },
  {
    name: 'deployment',
    by: 'tom-becker',
    days: 95,
    title: 'Roll back without a new build',
    visibility: 'public',
    status: 'planned',
    statusNote: 'Next quarter, after the cache.',
    link: 'https://handbook.northwind.example/deployment/roadmap',
    movedAfter: 10,
    voters: ['carl-nystrom', 'finn-larsen', 'pedro-alves', 'tara-singh'],
    replies: [
      ['jon-berg', 4, 'How often did you need it this year?'],
      ['tom-becker', 5, 'Four times, twice at night.'],
    ],
  },
  {
    name: 'deployment',
    by: 'karin-aalto',
    days: 18,
    title: 'Say which step is slow',
    text: 'The log has 4,000 lines and no times.',
    visibility: 'public',
    voters: ['zoe-martin', 'leo-ferrari'],
  },
  {
    name: 'log-aggregation',
    by: 'carl-nystrom',
    days: 24,
    title: 'Keep logs for ninety days',
    text: 'Audits ask for three months.',
    visibility: 'public',
    voters: ['ines-costa', 'kate-murphy', 'vera-novotna'],
  },
  {
    name: 'log-aggregation',
    by: 'lars-eriksen',
    days: 120,
    title: 'Search was down twice in a week',
    visibility: 'public',
    status: 'started',
    statusNote: 'The new storage takes over by the end of the year.',
    movedAfter: 2,
    voters: ['carl-nystrom', 'ravi-patel', 'samir-haddad', 'wim-de-vries'],
    replies: [['maya-lund', 1, 'We are sorry. The post-mortem is linked.']],
  },
  {
    name: 'log-aggregation',
    by: 'ravi-patel',
    days: 330,
    title: 'Searching a week takes minutes',
    visibility: 'public',
    status: 'completed',
    statusNote: 'The last seven days have an index of their own.',
    movedAfter: 90,
    voters: ['ben-fischer', 'samir-haddad'],
  },
  {
    name: 'log-aggregation',
    by: 'chloe-dubois',
    days: 260,
    title: 'Find the query that a colleague wrote',
    visibility: 'public',
    status: 'completed',
    statusNote: 'Queries have names, and your team finds them.',
    movedAfter: 90,
    voters: ['kate-murphy'],
  },
  {
    name: 'dev-environment',
    by: 'nina-petrova',
    days: 160,
    title: 'Starting takes minutes',
    visibility: 'public',
    status: 'completed',
    statusNote: 'Images are built at night now; half of all starts take 50 s.',
    movedAfter: 80,
    voters: ['aisha-khan', 'celia-navarro'],
  },
  {
    name: 'compliance',
    by: 'ines-costa',
    days: 60,
    title: 'Tell us before the audit, not after',
    visibility: 'team',
  },
  {
    name: 'search',
    by: 'kate-murphy',
    days: 48,
    title: 'Find orders by their number',
    visibility: 'public',
    status: 'completed',
    statusNote: 'Since the last release.',
    movedAfter: 20,
    voters: ['ben-fischer'],
  },
];

/** What people have asked of the demo's platforms up to a moment. */
export function createDemoFeedback(now: Date): FeedbackRecord[] {
  const at = (days: number) =>
    new Date(now.getTime() - days * millisecondsPerDay);
  const refOf = (name: string) => `user:default/${name}`;
  const counts = new Map<string, number>();
  return given.map(
    ({ name, by, days, movedAfter, voters, replies, ...rest }) => {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return {
        ...rest,
        key: `demo ${name} ${count}`,
        entityRef: `component:default/${name}`,
        by: refOf(by),
        at: at(days),
        movedAt: movedAfter === undefined ? undefined : at(days - movedAfter),
        voters: voters?.map(refOf),
        replies: replies?.map(([author, after, text]) => ({
          text,
          by: refOf(author),
          fromTeam: author !== by,
          at: at(days - after),
        })),
      };
    },
  );
}
