import { AnswerRecord, ReachRecord } from './ReachStore';
import { StoredNotice } from './NoticeStore';

/** A notice that was told before, with whom it reached. */
export interface PastNotice {
  readonly notice: StoredNotice;
  /** Left out where the catalog is to tell, and users are to be told. */
  readonly reached?: readonly ReachRecord[];
  readonly answers: readonly AnswerRecord[];
}

/** Keeps notices of the past. */
export interface PastNoticeStore {
  /** Adds those that were never brought in before; answers with these. */
  add(notices: readonly PastNotice[]): Promise<readonly PastNotice[]>;
}
