import { Also } from '../../notifications/Notification';

/** Keeps when somebody was reminded of a change, of each change the last time. */
export interface NudgeStore {
  /** When reminders were last sent, by the ids of the changes; one query. */
  list(changeIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  /** Notes a reminder unless there was one since; whether it was noted. */
  add(nudge: {
    readonly changeId: string;
    readonly by: string;
    readonly at: Date;
    readonly unlessSince: Date;
    readonly also?: Also;
  }): Promise<boolean>;
}
