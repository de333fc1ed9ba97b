import {
  ConcerningNotice,
  EventOccurrence,
  Notice,
  NoticeAnswer,
  NoticeMeasures,
  Roadmap,
  RoadmapItem,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';

/** Logs of a night that are missing, of which users were told 45 minutes ago. */
export const missingLogs: Notice = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  kind: 'missing-data',
  impact: 'major',
  status: 'identified',
  title: 'Logs of a night are missing',
  text: 'A full disk stopped one of three collectors.',
  whatToDo: 'Do not bill by the logs of that night.',
  notAffected: 'Metrics and traces.',
  from: '2026-11-20T02:10:00.000Z',
  until: '2026-11-20T04:40:00.000Z',
  data: {
    effect: 'lost',
    what: 'Logs of “west”',
    amount: 'about 3 %',
    certainty: 'estimated',
    recoverable: 'partly',
  },
  detectedAt: '2026-11-20T11:00:00.000Z',
  publishedAt: '2026-11-20T11:15:00.000Z',
  toldAfterwards: false,
  nextUpdateDueAt: '2026-11-20T12:40:00.000Z',
  version: 2,
  createdBy: 'user:default/olga',
  createdAt: '2026-11-20T11:15:00.000Z',
  updates: [
    {
      id: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11',
      status: 'identified',
      impact: 'major',
      text: 'It was the disk.',
      at: '2026-11-20T11:40:00.000Z',
      by: 'user:default/olga',
    },
    {
      id: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b10',
      status: 'investigating',
      impact: 'major',
      text: 'We are looking why.',
      at: '2026-11-20T11:15:00.000Z',
      by: 'user:default/olga',
    },
  ],
  reach: {
    entities: 14,
    answered: 9,
    answers: { seen: 5, 'not-affected': 3, affected: 1, repaired: 0 },
    spared: 2,
  },
};

export const draftedNotice: Notice = {
  ...missingLogs,
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b11',
  kind: 'outage',
  data: undefined,
  title: 'Search is away',
  publishedAt: undefined,
  reach: undefined,
  updates: [],
  version: 1,
};

export const pastNotice: Notice = {
  ...missingLogs,
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b12',
  status: 'resolved',
  title: 'Lines came twice',
  endedAt: '2026-11-01T12:00:00.000Z',
  nextUpdateDueAt: undefined,
};

export const measures: NoticeMeasures = {
  notices: 3,
  timeToNotify: { p50: 18, p90: 61 },
  promises: { kept: 11, made: 12 },
  completeness: 0.92,
  answers: { given: 31, wanted: 38 },
  timeToPostMortem: 6,
};

export const noMeasures: NoticeMeasures = {
  notices: 0,
  promises: { kept: 0, made: 0 },
  answers: { given: 0, wanted: 0 },
};

export const unanswered: NoticeAnswer = {
  entityRef: 'component:default/till',
  path: [
    'component:default/logs',
    'component:default/shop',
    'component:default/till',
  ],
  owners: ['group:default/till-team'],
  isSpared: false,
};

/** As the owner of the till sees it. */
export const concerning: ConcerningNotice = {
  notice: { ...missingLogs, reach: undefined },
  title: 'Log search',
  concerned: unanswered,
  isDirect: false,
  canAnswer: true,
};

/** A list that is shown as a whole. */
export const listOf = <T>(...items: T[]) => ({
  items,
  totalItems: items.length,
  pageInfo: {},
});

/** Office hours in Berlin, every other Thursday, with nothing left out. */
export const officeHours: ServiceEvent = {
  id: '1c5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b20',
  entityRef: 'component:default/logs',
  kind: 'office-hours',
  title: 'Office hours on logs',
  text: 'Bring your **queries**.',
  place: 'Room Elbe',
  link: 'https://meet.example.com/logs',
  timeZone: 'Europe/Berlin',
  startsAt: '2026-11-26T14:00',
  durationMinutes: 45,
  recurrence: { frequency: 'weekly', interval: 2, weekdays: [4] },
  exceptions: [],
  sequence: 1,
  publishedAt: '2026-11-01T08:00:00.000Z',
  version: 2,
  createdBy: 'user:default/olga',
  createdAt: '2026-11-01T08:00:00.000Z',
};

/** A workshop that only its team sees. */
export const workshopDraft: ServiceEvent = {
  ...officeHours,
  id: '1c5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b21',
  kind: 'workshop',
  title: 'Query workshop',
  recurrence: undefined,
  publishedAt: undefined,
  version: 1,
};

const { startsAt: _, durationMinutes: __, ...head } = officeHours;

/** The first time of the office hours, to which three people come. */
export const firstHours: EventOccurrence = {
  event: head,
  startsAt: '2026-11-26T13:00:00.000Z',
  endsAt: '2026-11-26T13:45:00.000Z',
  originalStart: '2026-11-26T14:00',
  isMoved: false,
  isCancelled: false,
  coming: 3,
  isComing: false,
};

/** The second time, which does not take place. */
export const cancelledHours: EventOccurrence = {
  ...firstHours,
  startsAt: '2026-12-10T13:00:00.000Z',
  endsAt: '2026-12-10T13:45:00.000Z',
  originalStart: '2026-12-10T14:00',
  isCancelled: true,
  note: 'We are all at a conference.',
  coming: 0,
};
/** Something that a team works on, which two people have asked for. */
export const archive: RoadmapItem = {
  id: '7e1d5c1f-1e1e-4b64-9b3c-1d80ab4b2c01',
  entityRef: 'component:default/logs',
  title: 'Keep logs for a year',
  text: 'In an **archive**.',
  stage: 'now',
  feature: 'leverage',
  cutsKtlo: true,
  link: 'https://example.com/7',
  isDraft: false,
  stageSince: '2026-11-01T12:00:00.000Z',
  version: 3,
  createdBy: 'user:default/olga',
  createdAt: '2026-10-01T12:00:00.000Z',
  feedback: [
    { id: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11', title: 'Keep logs longer' },
  ],
};

const planned = (id: number, rest: Partial<RoadmapItem>): RoadmapItem => ({
  ...archive,
  id: `7e1d5c1f-1e1e-4b64-9b3c-1d80ab4b2c0${id}`,
  text: undefined,
  feature: undefined,
  cutsKtlo: false,
  link: undefined,
  feedback: [],
  version: 1,
  ...rest,
});

export const sampling = planned(2, { title: 'Sample noisy logs' });
export const alerts = planned(3, { title: 'Alerts by query', stage: 'next' });
export const querying = planned(4, {
  title: 'A query language',
  stage: 'shipped',
  feature: 'usability',
  shippedAt: '2026-05-20T12:00:00.000Z',
  moved: {
    state: 'up',
    roundId: '2026-Q3',
    change: {
      since: '2026-Q1',
      difference: 0.2,
      low: 0.05,
      high: 0.33,
      direction: 'up',
    },
  },
});

/** A roadmap on which so much is. */
export const roadmapOf = (...items: RoadmapItem[]): Roadmap => ({
  items,
  totalShipped: items.filter(({ stage }) => stage === 'shipped').length,
});
