import { EventRecord } from '@platform-product/backstage-plugin-node';

const day = 24 * 60 * 60 * 1000;

/** What users of the demo's platforms are invited to, and were, up to a moment. */
export function createDemoEvents(now: Date): EventRecord[] {
  /** The day that is so many days from now, as a local date. */
  const dateIn = (days: number) =>
    new Date(+now + days * day).toISOString().slice(0, 10);
  /** A Thursday so many weeks ago. */
  const thursday = (weeksAgo: number) => {
    const sinceThursday = (now.getUTCDay() + 3) % 7;
    return dateIn(-sinceThursday - 7 * weeksAgo);
  };
  const published = (days: number) => new Date(+now - days * day);
  const ref = (name: string) => `component:default/${name}`;
  return [
    {
      key: 'demo log-aggregation office hours',
      entityRef: ref('log-aggregation'),
      kind: 'office-hours',
      title: 'Office hours on logs',
      text: 'Bring a query that is slow, or a question that is not written down yet.',
      place: 'Room Elbe',
      link: 'https://meet.northwind.example/logs',
      timeZone: 'Europe/Berlin',
      startsAt: `${thursday(17)}T14:00`,
      durationMinutes: 45,
      recurrence: { frequency: 'weekly', interval: 2, weekdays: [4] },
      by: 'user:default/maya-lund',
      at: published(125),
    },
    {
      key: 'demo log-aggregation query workshop',
      entityRef: ref('log-aggregation'),
      kind: 'workshop',
      title: 'Write queries that are quick',
      text: 'Ninety minutes, twelve exercises. Nothing to install.',
      link: 'https://meet.northwind.example/queries',
      timeZone: 'Europe/Berlin',
      startsAt: `${dateIn(19)}T10:00`,
      durationMinutes: 90,
      by: 'user:default/maya-lund',
      at: published(6),
    },
    {
      key: 'demo deployment demo',
      entityRef: ref('deployment'),
      kind: 'demo',
      title: 'What is new in deployment',
      timeZone: 'America/New_York',
      startsAt: `${dateIn(-20)}T11:00`,
      durationMinutes: 30,
      recurrence: { frequency: 'monthly', interval: 1 },
      by: 'user:default/priya-raman',
      at: published(40),
    },
    {
      key: 'demo monitoring clinic',
      entityRef: ref('monitoring'),
      kind: 'office-hours',
      title: 'Alert clinic',
      text: 'Bring an alert that wakes you for nothing; leave without it.',
      link: 'https://meet.northwind.example/alerts',
      timeZone: 'Europe/Berlin',
      startsAt: `${thursday(11)}T09:30`,
      durationMinutes: 30,
      recurrence: { frequency: 'weekly', interval: 3, weekdays: [4] },
      by: 'user:default/priya-raman',
      at: published(85),
    },
  ];
}
