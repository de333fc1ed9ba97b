/** How far a sweep over the catalog has come. */
export interface SweepProgress {
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly cursor?: string;
  readonly pages: number;
}

/** Keeps the progress of the sweep and what it finds gone. */
export interface SweepStore {
  getSweep(): Promise<SweepProgress | undefined>;
  saveSweep(progress: SweepProgress): Promise<void>;

  /** Marks services that were not assessed since as gone; answers how many. */
  markGone(notAssessedSince: Date, now: Date): Promise<number>;
}
