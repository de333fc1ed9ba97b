export type {
  EventChange,
  EventChangeSent,
  EventInput,
  EventInputSent,
  EventPublication,
  EventRecurrenceSent,
  NewEvent,
  NewEventSent,
  OccurrenceChange,
} from './eventInput';
export type {
  CalendarLink,
  ComingOccurrence,
  EventAttendance,
  EventException,
  EventHead,
  EventOccurrence,
  EventRecurrence,
  MadeCalendarLink,
  ServiceEvent,
} from './events';
export type { UpdatesFigures } from './figures';
export type { Follow, FollowChoice, FollowKind } from './follows';
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
export type { PostChange, PostChangeSent } from './postInput';
export type { NewPost, Post, PostInput, PostSent } from './posts';
export type { Roadmap, RoadmapItem, RoadmapStage } from './roadmap';
export type {
  RoadmapContent,
  RoadmapItemChange,
  RoadmapItemInput,
  RoadmapPlace,
} from './roadmapInput';
export type { ScoreMove } from './scoreMoved';
export type { WaitingNotice } from './waiting';
