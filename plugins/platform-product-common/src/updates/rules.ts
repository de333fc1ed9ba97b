export { measureNotices } from './noticeMeasures';
export type { NoticeMeasures } from './noticeMeasures';
export { findReach, findSpared } from './noticeReach';
export type { ReachedEntity, Uses } from './noticeReach';
export type { Notice, NoticeData, NoticeReach, NoticeUpdate } from './notices';
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
export { updatesRoutes } from './routes';
