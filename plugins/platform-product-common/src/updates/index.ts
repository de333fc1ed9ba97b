export type { UpdatesFigures } from './figures';
export type { Follow } from './follows';
export type { NoticeMeasures } from './noticeMeasures';
export type {
  ConcerningNotice,
  Notice,
  NoticeAnswer,
  NoticeAnswerKind,
  NoticeData,
  NoticePreview,
  NoticeReach,
  NoticeUpdate,
} from './notices';
export type { WaitingNotice } from './waiting';
