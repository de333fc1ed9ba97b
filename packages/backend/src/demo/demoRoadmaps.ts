import { roundPeriodAt } from '@platform-product/backstage-plugin-common/rules';
import { RoadmapRecord } from '@platform-product/backstage-plugin-node';

const day = 24 * 60 * 60 * 1000;
const handbook = 'https://handbook.northwind.example';

/** What is on a roadmap of the demo; days count back from today. */
type DemoItem = Pick<RoadmapRecord, 'title' | 'stage'> &
  Partial<
    Pick<
      RoadmapRecord,
      'text' | 'feature' | 'cutsKtlo' | 'link' | 'feedbackKeys'
    >
  > & {
    readonly days: number;
    /** Since when it is in its stage; a moment that rounds of ratings set, or days. */
    readonly since?: number | Date;
  };

/** What the demo's platforms work on, and have shipped, up to a moment. */
export function createDemoRoadmaps(now: Date): RoadmapRecord[] {
  const at = (days: number) => new Date(+now - days * day);
  /** Shortly before the round began that is so many rounds before the open one. */
  function beforeRound(count: number): Date {
    let { opensAt } = roundPeriodAt({ every: 'quarter' }, now)!;
    for (let left = count; left > 0; left--) {
      const earlier = new Date(+opensAt - 1);
      opensAt = roundPeriodAt({ every: 'quarter' }, earlier)!.opensAt;
    }
    return new Date(+opensAt - 15 * day);
  }

  const logs: readonly DemoItem[] = [
    {
      title: 'Move to the new storage',
      text: 'Two clusters are moved, **one is left**. Searching stays as it is; what is slow today is three times as fast.',
      stage: 'now',
      feature: 'reliability',
      cutsKtlo: true,
      link: `${handbook}/log-aggregation/storage`,
      feedbackKeys: ['demo log-aggregation 1'],
      days: 200,
      since: 60,
    },
    {
      title: 'Say how complete the logs of a night are',
      stage: 'now',
      feature: 'reliability',
      days: 50,
      since: 20,
    },
    {
      title: 'Retire the old collectors',
      stage: 'now',
      cutsKtlo: true,
      days: 80,
      since: 12,
    },
    {
      title: 'Keep logs for ninety days',
      text: 'In an archive that takes an hour to search.',
      stage: 'next',
      feature: 'leverage',
      feedbackKeys: ['demo log-aggregation 0'],
      days: 20,
    },
    { title: 'One query for logs and traces', stage: 'next', days: 90 },
    {
      title: 'Show each team what its logs cost',
      stage: 'next',
      feature: 'cost',
      days: 70,
    },
    { title: 'Take fields out of plain text', stage: 'later', days: 150 },
    {
      title: 'Sample what nobody reads',
      stage: 'later',
      feature: 'cost',
      days: 140,
    },
    { title: 'Logs of mobile apps', stage: 'later', days: 100 },
    {
      title: 'Live tail in the terminal',
      stage: 'shipped',
      days: 120,
      since: 45,
    },
    {
      title: 'Queries that can be named and shared',
      text: 'Name a query, and everybody in your team finds it.',
      stage: 'shipped',
      feature: 'usability',
      link: `${handbook}/log-aggregation/queries`,
      feedbackKeys: ['demo log-aggregation 3'],
      days: 250,
      since: beforeRound(1),
    },
    {
      title: 'An index for the last seven days',
      stage: 'shipped',
      feature: 'latency',
      link: `${handbook}/log-aggregation/index`,
      feedbackKeys: ['demo log-aggregation 2'],
      days: 320,
      since: beforeRound(2),
    },
  ];
  const monitoring: readonly DemoItem[] = [
    {
      title: 'Copy a dashboard to another team',
      stage: 'now',
      feature: 'usability',
      feedbackKeys: ['demo monitoring 1'],
      days: 60,
      since: 40,
    },
    { title: 'Forecasts for disks', stage: 'next', days: 30 },
    {
      title: 'A course in the query language',
      stage: 'shipped',
      feature: 'usability',
      link: `${handbook}/monitoring/course`,
      feedbackKeys: ['demo monitoring 0'],
      days: 200,
      since: 150,
    },
  ];

  const recordsOf = (
    name: string,
    by: string,
    items: readonly DemoItem[],
  ): RoadmapRecord[] =>
    items.map(({ days, since, ...item }, index) => ({
      ...item,
      key: `demo ${name} ${index}`,
      entityRef: `component:default/${name}`,
      by: `user:default/${by}`,
      at: at(days),
      stageSince: typeof since === 'number' ? at(since) : since,
    }));
  return [
    ...recordsOf('log-aggregation', 'maya-lund', logs),
    ...recordsOf('monitoring', 'sofia-rossi', monitoring),
  ];
}
