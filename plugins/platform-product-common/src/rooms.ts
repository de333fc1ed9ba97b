import { contributingRoutes } from './contributing/routes';
import { maturityActions } from './maturity/actions';
import { MaturityFigures, maturityFigures } from './maturity/figures';
import { maturityRoutes } from './maturity/routes';
import {
  maturityWaiting,
  WaitingRisk,
  WaitingWaiver,
} from './maturity/waiting';
import { reviewerActions } from './reviewers/actions';
import { reviewerRoutes } from './reviewers/routes';
import {
  reviewersWaiting,
  WaitingReview,
  WaitingTerms,
} from './reviewers/waiting';
import { satisfactionActions } from './satisfaction/actions';
import { feedbackRoutes } from './satisfaction/feedback';
import {
  SatisfactionFigures,
  satisfactionFigures,
} from './satisfaction/figures';
import { researchRoutes } from './satisfaction/research';
import { satisfactionRoutes } from './satisfaction/routes';
import {
  satisfactionWaiting,
  WaitingFeedback,
  WaitingScores,
} from './satisfaction/waiting';
import { updatesActions } from './updates/actions';
import { eventRoutes } from './updates/eventRoutes';
import { UpdatesFigures, updatesFigures } from './updates/figures';
import { noticeRoutes } from './updates/noticeRoutes';
import { postRoutes } from './updates/postRoutes';
import { roadmapRoutes } from './updates/roadmapRoutes';
import { updatesRoutes } from './updates/routes';
import { updatesWaiting, WaitingNotice } from './updates/waiting';

/** What people do in each room, and who may. */
export const roomActions = {
  maturity: maturityActions,
  reviewers: reviewerActions,
  satisfaction: satisfactionActions,
  updates: updatesActions,
} as const;

/** What can be asked of each room. */
export const roomRoutes = {
  maturity: maturityRoutes,
  contributing: contributingRoutes,
  reviewers: reviewerRoutes,
  satisfaction: { ...satisfactionRoutes, ...feedbackRoutes, ...researchRoutes },
  updates: {
    ...updatesRoutes,
    ...noticeRoutes,
    ...postRoutes,
    ...eventRoutes,
    ...roadmapRoutes,
  },
} as const;

/** What each room says of services in lists. */
export const roomFigures = {
  maturity: maturityFigures,
  satisfaction: satisfactionFigures,
  updates: updatesFigures,
} as const;

/**
 * What all rooms say of a service in lists.
 *
 * @public
 */
export interface ListedFigures
  extends MaturityFigures,
    SatisfactionFigures,
    UpdatesFigures {}

/** What of each room waits for somebody. */
export const roomWaiting = [
  ...maturityWaiting,
  ...reviewersWaiting,
  ...satisfactionWaiting,
  ...updatesWaiting,
] as const;

/**
 * Something that waits for the reader, told apart by its `kind`.
 *
 * @public
 */
export type WaitingItem =
  | WaitingWaiver
  | WaitingRisk
  | WaitingReview
  | WaitingTerms
  | WaitingFeedback
  | WaitingScores
  | WaitingNotice;
