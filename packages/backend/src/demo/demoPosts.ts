import { PostRecord } from '@platform-product/backstage-plugin-node';

const day = 24 * 60 * 60 * 1000;
const handbook = 'https://handbook.northwind.example';

/** What the demo's platforms have told their users, up to a moment. */
export function createDemoPosts(now: Date): PostRecord[] {
  const at = (days: number) => new Date(+now - days * day);
  const by = (name: string) => `user:default/${name}`;
  const ref = (name: string) => `component:default/${name}`;
  return [
    {
      key: 'demo log-aggregation query language',
      entityRef: ref('log-aggregation'),
      title: 'Query language 2 is here',
      text: `What you search most is now **one word**: \`errors in checkout\`.

- Old queries go on as they are, until next summer.
- Saved searches are moved for you.

[How to write one](${handbook}/log-aggregation/queries)`,
      tags: ['queries', 'new'],
      by: by('maya-lund'),
      at: at(9),
    },
    {
      key: 'demo log-aggregation old collectors',
      entityRef: ref('log-aggregation'),
      title: 'Old collectors go at the end of the quarter',
      text: `Whoever still ships logs through \`collector-1\` is listed in [the handbook](${handbook}/log-aggregation/collectors). Changing over takes ten minutes, and we help in office hours.`,
      tags: ['deprecation'],
      audience: 'consumers',
      by: by('maya-lund'),
      at: at(31),
    },
    {
      key: 'demo deployment previews',
      entityRef: ref('deployment'),
      title: 'Every pull request has a preview',
      text: 'Open a pull request, and the checks link to a **preview** of it. It is gone a day after merging.',
      tags: ['new'],
      by: by('priya-raman'),
      at: at(16),
    },
    {
      key: 'demo monitoring dashboards',
      entityRef: ref('monitoring'),
      title: 'Dashboards can be copied',
      text: 'Eleven of you asked for it: *Copy* is in the menu of each dashboard, and keeps its filters.',
      tags: ['dashboards'],
      by: by('priya-raman'),
      at: at(23),
    },
  ];
}
