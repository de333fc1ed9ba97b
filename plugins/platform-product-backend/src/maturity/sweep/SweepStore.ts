/** How far a sweep over the catalog has come. */
export interface SweepProgress {
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly cursor?: string;
  readonly pages: number;
}

/** Keeps the progress of the sweep. */
export interface SweepStore {
  getSweep(): Promise<SweepProgress | undefined>;
  saveSweep(progress: SweepProgress): Promise<void>;
}
