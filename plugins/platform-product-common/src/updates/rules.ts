export {
  eventInputSchema,
  isInWeek,
  newEventSchema,
  weekdayOf,
} from './eventInput';
export { eventRoutes } from './eventRoutes';
export { eventFrequencies, eventKinds, eventWeeks } from './events';
export { updatesFigures } from './figures';
export { followKinds } from './follows';
export {
  noticeDraftSchema,
  noticeInputSchema,
  pastUpdateSchema,
} from './noticeInput';
export type { NoticeDraft, NoticeInput } from './noticeInput';
export { measureNotices } from './noticeMeasures';
export { findReach, findSpared } from './noticeReach';
export type { ReachedEntity, Uses } from './noticeReach';
export { noticeRoutes } from './noticeRoutes';
export {
  certainties,
  dataEffects,
  noticeAnswers,
  noticeImpacts,
  noticeKinds,
  noticeStatuses,
  recoveries,
} from './notices';
export {
  defaultNextUpdate,
  firstStatuses,
  isAboutData,
  isLate,
  isMaintenance,
  isOpen,
  missingFields,
  nextStatuses,
  overdueBy,
  statusAt,
  timeToNotify,
} from './noticeStates';
export { postInputSchema } from './postInput';
export { postRoutes } from './postRoutes';
export { postAudiences } from './posts';
export { mostRoadmapFeedback, plannedStages, roadmapStages } from './roadmap';
export { roadmapItemInputSchema } from './roadmapInput';
export { placeBefore } from './roadmapOrder';
export { roadmapRoutes } from './roadmapRoutes';
export { updatesRoutes } from './routes';
export { scoreMoved } from './scoreMoved';
export type { RoundFigures } from './scoreMoved';
