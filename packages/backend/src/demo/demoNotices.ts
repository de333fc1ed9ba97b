import { NoticeRecord } from '@platform-product/backstage-plugin-node';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Reached = NonNullable<NoticeRecord['reached']>[number];

const serviceRef = (name: string) => `component:default/${name}`;
const userRef = (name: string) => `user:default/${name}`;

/** What the demo's platforms have told their users, and will; with dates relative to a moment. */
export function createDemoNotices(now: Date): NoticeRecord[] {
  // To the minute, and never while the reader looks on.
  const today = Math.floor(+now / hour) * hour;
  const at = (days: number, after = 0) => new Date(today + days * day + after);

  /** An entity that a notice has reached, with what its owner has said. */
  const reach = (
    team: string,
    path: readonly string[],
    answer?: readonly [
      kind: NonNullable<Reached['answer']>['kind'],
      by: string,
      at: Date,
      note?: string,
    ],
  ): Reached => ({
    entityRef: path[path.length - 1],
    path,
    owners: [`group:default/${team}`],
    answer: answer && {
      kind: answer[0],
      by: userRef(answer[1]),
      at: answer[2],
      note: answer[3],
    },
  });
  const [monitoring, logs, streaming, metricsApi, logsApi] = [
    serviceRef('monitoring'),
    serviceRef('log-aggregation'),
    serviceRef('event-streaming'),
    'api:default/metrics-api',
    'api:default/logs-api',
  ];

  return [
    {
      key: 'demo monitoring metrics of a night',
      entityRef: monitoring,
      kind: 'missing-data',
      impact: 'major',
      title: 'Metrics of one night are missing in part',
      text: 'One of three collectors ran out of disk and dropped what it was sent.',
      whatToDo:
        'Do not judge error budgets by that night; alerts were not affected.',
      notAffected: 'Alerts, dashboards of other times, logs and traces.',
      safeAgain: 'The dashboard “Completeness” shows 100 % for that night.',
      from: at(-61, 2 * hour),
      until: at(-61, 4.5 * hour),
      data: {
        effect: 'lost',
        what: 'Metrics of the cluster “west”',
        amount: 'about 3 % of all series',
        certainty: 'confirmed',
        recoverable: 'partly',
      },
      detectedAt: at(-61, 5 * hour),
      updates: [
        {
          status: 'investigating',
          text: 'Some series have gaps between two and half past four. We are looking why.',
          nextUpdateDueAt: at(-61, 6.25 * hour),
          by: userRef('elif-aydin'),
          at: at(-61, 5 * hour + 14 * minute),
        },
        {
          status: 'identified',
          text: 'One of three collectors ran out of disk and dropped what it was sent.',
          nextUpdateDueAt: at(-61, 10 * hour),
          by: userRef('elif-aydin'),
          at: at(-61, 6 * hour),
        },
        {
          status: 'resolved',
          text: 'All collectors run again. Half of what was lost was still in the senders’ buffers and is back.',
          by: userRef('elif-aydin'),
          at: at(-61, 9 * hour),
        },
        {
          status: 'post-mortem',
          text: 'What we know so far: the disk filled since a clean-up had been switched off in a test.',
          link: 'https://handbook.northwind.example/monitoring/post-mortems/west',
          isFinal: false,
          by: userRef('sofia-rossi'),
          at: at(-59),
        },
        {
          status: 'post-mortem',
          text: 'The clean-up can’t be switched off any more without an alert, and senders keep their buffers for a day.',
          link: 'https://handbook.northwind.example/monitoring/post-mortems/west',
          isFinal: true,
          by: userRef('sofia-rossi'),
          at: at(-54),
        },
      ],
      reached: [
        reach(
          'checkout-team',
          [monitoring, metricsApi, serviceRef('payments')],
          [
            'affected',
            'ravi-patel',
            at(-61, 7 * hour),
            'The error budget of that day is left out.',
          ],
        ),
        reach(
          'checkout-team',
          [monitoring, metricsApi, serviceRef('basket')],
          ['not-affected', 'lars-eriksen', at(-61, 8 * hour)],
        ),
        reach(
          'storefront-team',
          [monitoring, metricsApi, serviceRef('shop-web')],
          ['not-affected', 'finn-larsen', at(-61, 8 * hour)],
        ),
        reach(
          'storefront-team',
          [monitoring, metricsApi, serviceRef('search')],
          ['seen', 'chloe-dubois', at(-61, 9 * hour)],
        ),
        reach(
          'fulfilment-team',
          [monitoring, metricsApi, serviceRef('orders')],
          ['repaired', 'ben-fischer', at(-60)],
        ),
        reach('fulfilment-team', [
          monitoring,
          metricsApi,
          serviceRef('shipping'),
        ]),
      ],
    },
    {
      key: 'demo logs search down',
      entityRef: logs,
      kind: 'outage',
      impact: 'major',
      title: 'Search of logs is not available',
      text: 'The storage behind the search did not answer. Nothing was lost.',
      whatToDo: 'Read the newest lines on the node itself.',
      notAffected: 'Logs were collected and kept all the time.',
      from: at(-121, 9 * hour),
      until: at(-121, 11 * hour),
      detectedAt: at(-121, 9 * hour + 10 * minute),
      updates: [
        {
          status: 'investigating',
          text: 'Searching answers with errors. We are on it.',
          nextUpdateDueAt: at(-121, 10 * hour + 30 * minute),
          by: userRef('emma-novak'),
          at: at(-121, 9 * hour + 35 * minute),
        },
        {
          status: 'resolved',
          text: 'Searching works again; the storage had too few connections.',
          by: userRef('emma-novak'),
          at: at(-121, 11 * hour),
        },
        {
          status: 'post-mortem',
          text: 'The storage is replaced by the end of the year.',
          link: 'https://handbook.northwind.example/log-aggregation/post-mortems/search',
          isFinal: true,
          by: userRef('maya-lund'),
          at: at(-115),
        },
      ],
      reached: [
        reach(
          'checkout-team',
          [logs, logsApi, serviceRef('payments')],
          ['affected', 'ravi-patel', at(-121, 10 * hour)],
        ),
        reach(
          'fulfilment-team',
          [logs, logsApi, serviceRef('orders')],
          ['seen', 'ben-fischer', at(-121, 10 * hour)],
        ),
        reach('storefront-team', [logs, logsApi, serviceRef('search')]),
      ],
    },
    {
      key: 'demo events delivered late',
      entityRef: streaming,
      kind: 'sla-breach',
      impact: 'major',
      title: 'Events came later than our SLA promises',
      text: 'For three hours, half of all events took longer than five seconds.',
      whatToDo: 'Nothing; all events have arrived in their order.',
      notAffected: 'No event was lost or came twice.',
      from: at(-22, 9 * hour),
      until: at(-22, 12 * hour),
      detectedAt: at(-22, 10 * hour),
      updates: [
        {
          status: 'resolved',
          text: 'For three hours, half of all events took longer than five seconds. We should have told you at once.',
          by: userRef('tariq-aziz'),
          at: at(-21, 12 * hour),
        },
      ],
      reached: [
        reach(
          'fulfilment-team',
          [streaming, serviceRef('orders')],
          ['affected', 'kate-murphy', at(-20)],
        ),
        reach('checkout-team', [streaming, serviceRef('payments')]),
      ],
    },
    {
      key: 'demo deployment maintenance',
      entityRef: serviceRef('deployment'),
      kind: 'maintenance',
      impact: 'minor',
      title: 'The build cache moves to faster disks',
      text: 'Builds are slower for an hour. Nothing that runs is touched.',
      whatToDo: 'Do not plan a release for this hour.',
      notAffected: 'Whatever is deployed already, and rolling back.',
      from: at(6),
      until: at(6, hour),
      detectedAt: at(-1),
      updates: [
        {
          status: 'scheduled',
          text: 'Builds are slower for an hour. Nothing that runs is touched.',
          by: userRef('jon-berg'),
          at: at(-1),
        },
      ],
    },
  ];
}
