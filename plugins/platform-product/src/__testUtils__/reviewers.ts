import {
  Contributing,
  MyReviews,
  ReviewRequest,
  ReviewTimes,
  Roster,
  RosterEntry,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';

/** Somebody of another team who has agreed to review the charts. */
export const noor: RosterEntry = {
  userRef: 'user:default/noor',
  status: 'active',
  agreed: { role: 'reviewer', paths: ['/charts/'] },
  isOutside: true,
  isKnown: true,
  openReviews: 1,
  maxOpenReviews: 3,
  onRotation: true,
  timeZone: 'Asia/Beirut',
};

/** A roster of nobody, of a service of which nothing is known. */
export const emptyRoster: Roster = {
  items: [],
  candidates: [],
  ownership: { urls: [], problems: [] },
  history: { changes: 0 },
};

const noWaits = { total: 0, inTime: 0, overdue: 0 };

/** Review times of a service without any reviews. */
export const noTimes: ReviewTimes = {
  promise: { duration: 'PT8H', hours: 8, source: 'default' },
  windowDays: 180,
  waiting: noWaits,
  response: noWaits,
  months: [],
  overdue: [],
};

/** What is known of contributing where there is no guide. */
export const noGuide: Contributing = { coverage: [], lookedAt: [] };

export const noSuggestions: Suggestions = {
  suggestions: [],
  leftOut: [],
  paths: [],
  asked: [],
};

/** A request that Carl made of Noor, and that waits for her answer. */
export const pendingRequest: ReviewRequest = {
  id: '6e0c1a2e-0000-4000-8000-000000000001',
  entityRef: 'component:default/logs',
  requestedBy: 'user:default/carl',
  requestedAt: '2026-11-20T09:00:00.000Z',
  paths: ['charts/a.yaml'],
  status: 'pending',
  reviewer: 'user:default/noor',
  asked: [
    {
      reviewer: 'user:default/noor',
      at: '2026-11-20T09:00:00.000Z',
      outcome: 'pending',
    },
  ],
};

/** The reviewing of somebody who has never reviewed. */
export const noReviews: MyReviews = {
  userRef: 'user:default/noor',
  availability: defaultAvailability,
  isDefault: false,
  asked: [],
  requested: [],
  roster: [],
};
