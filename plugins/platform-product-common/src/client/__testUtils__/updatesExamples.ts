import { listOfOne, maybe } from './answers';
import {
  Field,
  flag,
  id,
  integer,
  moment,
  oneOf,
  optional,
  queryNumber,
  secureLink,
  service,
  text,
  listOf,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

const update = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  status: 'identified',
  impact: 'major',
  text: 'A disk was full.',
  link: maybe('https://example.com/7'),
  isFinal: maybe(true),
  corrects: maybe('5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11'),
  nextUpdateDueAt: maybe(at),
  by: maybe('user:default/maya'),
  at,
};

const notice = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  kind: 'missing-data',
  impact: 'major',
  status: 'identified',
  title: 'Logs are missing',
  text: 'A disk was full.',
  whatToDo: maybe('Do not bill by them.'),
  notAffected: maybe('Metrics'),
  safeAgain: maybe('The page shows 100 %.'),
  from: maybe(at),
  until: maybe(at),
  data: maybe({
    effect: 'lost',
    what: maybe('Logs of the west'),
    amount: maybe('3 %'),
    certainty: 'estimated',
    recoverable: 'partly',
  }),
  detectedAt: at,
  publishedAt: maybe(at),
  toldAfterwards: false,
  nextUpdateDueAt: maybe(at),
  endedAt: maybe(at),
  mergedInto: maybe('5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11'),
  version: 2,
  createdBy: 'user:default/maya',
  createdAt: at,
  updates: [update],
  reach: maybe({
    entities: 14,
    answered: 9,
    answers: { seen: 4, 'not-affected': 3, affected: 1, repaired: 1 },
    spared: 2,
  }),
};

const answer = {
  entityRef: 'component:default/shop',
  path: ['component:default/logs', 'component:default/shop'],
  owners: ['group:default/shop-team'],
  answer: maybe('affected'),
  note: maybe('Invoices are made again.'),
  by: maybe('user:default/carl'),
  at: maybe(at),
  isSpared: false,
};

const concerning = {
  notice,
  title: 'Logs',
  concerned: answer,
  isDirect: true,
  canAnswer: true,
};

export const updatesWaitingExamples = [
  {
    kind: 'notice',
    entityRef: 'component:default/logs',
    title: 'Logs',
    at,
    notice,
    concerned: [answer],
  },
];

const entityRef: Field = {
  takes: [
    'component:default/shop',
    'Component:Default/Shop',
    `component:default/${'x'.repeat(600 - 18)}`,
  ],
  refuses: [
    '',
    'shop',
    'component:shop',
    'default/shop',
    'component:default/shop/x',
    `component:default/${'x'.repeat(601 - 18)}`,
    7,
  ],
};

/** Of data, fields that belong together. */
const data: Field = {
  isOptional: true,
  takes: [
    { effect: 'lost' },
    {
      effect: 'late',
      what: 'Logs',
      amount: '3 %',
      certainty: 'confirmed',
      recoverable: 'yes',
    },
  ],
  refuses: [
    {},
    { effect: 'gone' },
    { effect: 'lost', what: '' },
    { effect: 'lost', certainty: 'sure' },
    { effect: 'lost', recoverable: true },
    { effect: 'lost', more: 1 },
    'lost',
    null,
  ],
};

const draft = {
  kind: oneOf('missing-data', 'data-corruption'),
  impact: optional(oneOf('none', 'minor', 'major', 'critical')),
  status: optional(
    oneOf('investigating', 'identified', 'monitoring', 'resolved'),
  ),
  title: text({ min: 5, max: 200 }),
  text: optional(text({ max: 5000 })),
  whatToDo: optional(text({ max: 2000 })),
  notAffected: optional(text({ max: 2000 })),
  safeAgain: optional(text({ max: 2000 })),
  from: optional(moment),
  until: optional(moment),
  data,
  detectedAt: optional(moment),
  nextUpdateDueAt: optional(moment),
};

const required = (field: Field): Field => ({ ...field, isOptional: false });

/** What users have to be told has to be there; the end after the beginning. */
const input = {
  ...draft,
  text: required(draft.text),
  data: required(data),
  detectedAt: required(moment),
  from: optional({ ...moment, takes: ['2020-03-01T12:00:00Z'] }),
};

const page = {
  limit: optional(queryNumber({ min: 1, max: 200 })),
  cursor: optional(text({ max: 500 })),
};
const version = integer({ min: 1 });

export const noticeExamples: RouteExamples<
  | 'listNotices'
  | 'getNoticeMeasures'
  | 'publishNotice'
  | 'draftNotice'
  | 'ingestNotice'
  | 'previewNotice'
  | 'getNotice'
  | 'changeDraft'
  | 'publishDraft'
  | 'discardDraft'
  | 'updateNotice'
  | 'listNoticeAnswers'
  | 'answerNotice'
  | 'remindOfNotice'
  | 'listConcerningNotices'
> = {
  listNotices: {
    params: service,
    query: { state: optional(oneOf('open', 'over', 'draft')), ...page },
    answer: listOfOne(notice),
  },
  getNoticeMeasures: {
    params: service,
    answer: {
      notices: 3,
      timeToNotify: maybe({ p50: 18.5, p90: 60.5 }),
      promises: { kept: 11, made: 12 },
      completeness: maybe(0.75),
      answers: { given: 9, wanted: 14 },
      timeToPostMortem: maybe(4.5),
    },
  },
  publishNotice: { params: service, body: input, answer: notice },
  draftNotice: { params: service, body: draft, answer: notice },
  ingestNotice: { params: service, body: draft, answer: notice },
  previewNotice: {
    params: service,
    body: {
      notice: {
        takes: [{ kind: 'outage', title: 'Search is away' }],
        refuses: [{}, { kind: 'outage' }, 'text', null],
      },
      entityRef: optional(entityRef),
    },
    answer: {
      entities: 14,
      choices: ['component:default/shop'],
      entityRef: maybe('component:default/shop'),
      path: ['component:default/logs', 'component:default/shop'],
      people: 3,
      title: 'Logs: Search is away',
      description: 'Outage.',
    },
  },
  getNotice: { params: { id }, answer: notice },
  changeDraft: { params: { id }, body: { ...draft, version }, answer: notice },
  publishDraft: { params: { id }, body: { ...input, version }, answer: notice },
  discardDraft: { params: { id }, answer: undefined },
  updateNotice: {
    params: { id },
    body: {
      version,
      // Merged has a test of its own, with the notice that it goes on in.
      status: optional(
        oneOf(
          'investigating',
          'identified',
          'monitoring',
          'resolved',
          'post-mortem',
          'scheduled',
          'in-progress',
          'verifying',
          'completed',
          'withdrawn',
        ),
      ),
      impact: optional(oneOf('none', 'minor', 'major', 'critical')),
      text: text({ max: 5000 }),
      link: optional(secureLink),
      isFinal: optional(flag),
      corrects: optional(id),
      mergedInto: {
        isOptional: true,
        takes: [undefined],
        refuses: id.takes.concat(id.refuses),
      },
      nextUpdateDueAt: optional(moment),
      changes: {
        isOptional: true,
        takes: [{}, { until: at }, { whatToDo: 'Wait.' }, { until: null }],
        refuses: [{ title: 'Another' }, { until: 'tomorrow' }, 'text', null],
      },
    },
    answer: notice,
  },
  listNoticeAnswers: {
    params: { id },
    query: page,
    answer: listOfOne(answer),
  },
  answerNotice: {
    params: { id },
    body: {
      entityRefs: listOf(entityRef, { min: 1, max: 100 }),
      answer: oneOf('seen', 'not-affected', 'affected', 'repaired'),
      note: optional(text({ max: 500 })),
    },
    answer: { items: [answer] },
  },
  remindOfNotice: { params: { id }, answer: { entities: 5 } },
  listConcerningNotices: {
    query: { entityRef: optional(entityRef) },
    answer: listOfOne(concerning),
  },
};
