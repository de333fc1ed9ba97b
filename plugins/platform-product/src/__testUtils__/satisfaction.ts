import {
  FeatureScore,
  Feedback,
  FeedbackList,
  Research,
  ResearchList,
  Round,
  Satisfaction,
  Score,
} from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';

/** The round of the last quarter of 2026. */
export const round: Round = {
  id: '2026-Q4',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2027-01-01T00:00:00.000Z',
  k: 5,
  commentThreshold: 10,
};

/** Of a service of which too few have answered. */
export const hiddenScores: Satisfaction = {
  round,
  state: 'hidden',
  features: ratedFeatures.map(feature => ({
    feature,
    state: 'hidden',
    history: [],
  })),
  comments: { state: 'hidden', items: [] },
};

/** Of a service where nobody was ever asked. */
export const noScores: Satisfaction = {
  state: 'none',
  features: [],
  comments: { state: 'none', items: [] },
};

export const score: Score = {
  counts: [1, 2, 3, 8, 9],
  n: 23,
  good: { share: 0.739, low: 0.54, high: 0.87 },
  mean: { mean: 3.94, low: 3.51, high: 4.32 },
};

const shownFeature = (feature: (typeof ratedFeatures)[number]): FeatureScore =>
  feature === 'cost'
    ? { feature, state: 'hidden', history: [] }
    : {
        feature,
        state: 'shown',
        score,
        history: [],
        change: {
          since: '2026-Q2',
          difference: 0.2,
          low: feature === 'latency' ? -0.01 : 0.05,
          high: 0.33,
          direction: feature === 'latency' ? 'none' : 'up',
        },
      };

/** Of a service whose scores are shown, all but that for cost. */
export const shownScores: Satisfaction = {
  round,
  scoresOf: '2026-Q3',
  state: 'shown',
  participation: {
    complete: 21,
    partial: 4,
    asked: 60,
    rate: 0.35,
    rateWithPartial: 0.42,
  },
  features: ratedFeatures.map(shownFeature),
  comments: { state: 'hidden', items: [] },
};

/** A wish of Ada's. */
export const wish: Feedback = {
  id: '1f0c1a2e-0000-4000-8000-000000000001',
  entityRef: 'component:default/logs',
  title: 'Searching is slow',
  visibility: 'public',
  author: 'user:default/ada',
  at: '2026-11-01T10:00:00.000Z',
  version: 7,
  status: 'open',
  votes: 3,
  hasMyVote: false,
  replies: [],
};

export const noFeedback: FeedbackList = {
  items: [],
  totalItems: 0,
  pageInfo: {},
  counts: {},
};

/** What an interview has taught. */
export const interview: Research = {
  id: '2f0c1a2e-0000-4000-8000-000000000001',
  entityRef: 'component:default/logs',
  kind: 'interview',
  date: '2026-11-03',
  learned: 'Nobody finds the search.',
  by: 'user:default/olga',
  at: '2026-11-04T10:00:00.000Z',
};

export const noResearch: ResearchList = {
  items: [],
  totalItems: 0,
  pageInfo: {},
  recent: {},
};
