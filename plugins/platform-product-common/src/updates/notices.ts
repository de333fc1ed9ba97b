/**
 * What happened to data.
 *
 * @public
 */
export interface NoticeData {
  /** What became of it. */
  readonly effect: 'lost' | 'corrupted' | 'late' | 'duplicated';
  /** Which datasets or entities, as the team calls them. */
  readonly what?: string;
  /** How much of it, as in "about 3 % of all lines". */
  readonly amount?: string;
  /** How sure the amount is. */
  readonly certainty: 'confirmed' | 'estimated' | 'unknown';
  /** Whether it can be had again. */
  readonly recoverable: 'yes' | 'partly' | 'no' | 'unknown';
}

/**
 * Something that a team adds to a notice. It is never edited or deleted; a
 * correction points at what it corrects.
 *
 * @public
 */
export interface NoticeUpdate {
  /** Unique, and never used again. */
  readonly id: string;
  /** Where the notice stood with it. */
  readonly status: Notice['status'];
  /** How bad it was said to be. */
  readonly impact: Notice['impact'];
  /** Plain text, as somebody typed it. */
  readonly text: string;
  /** To a post-mortem, or to more. */
  readonly link?: string;
  /** Of a post-mortem, whether nothing more is to come. */
  readonly isFinal?: boolean;
  /** Id of the update that was wrong. */
  readonly corrects?: string;
  /** When the next one was promised, in ISO 8601. */
  readonly nextUpdateDueAt?: string;
  /** User ref of who wrote it; nobody where time did. */
  readonly by?: string;
  /** When it was published, in ISO 8601. */
  readonly at: string;
}

/**
 * What a team tells the users of a service that happened to it, or will.
 *
 * @public
 */
export interface Notice {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What happened. */
  readonly kind:
    | 'sla-breach'
    | 'data-corruption'
    | 'missing-data'
    | 'outage'
    | 'degradation'
    | 'maintenance';
  /** How bad it is for who uses the service. */
  readonly impact: 'none' | 'minor' | 'major' | 'critical';
  /**
   * Where it stands. Maintenance is scheduled, in progress, verifying, completed; all
   * else goes from investigating to a post-mortem.
   */
  readonly status:
    | 'investigating'
    | 'identified'
    | 'monitoring'
    | 'resolved'
    | 'post-mortem'
    | 'scheduled'
    | 'in-progress'
    | 'verifying'
    | 'completed'
    | 'withdrawn'
    | 'merged';
  /** What it is about, in a few words. */
  readonly title: string;
  /** What happened, in plain text. */
  readonly text: string;
  /** What users should do. */
  readonly whatToDo?: string;
  /** What of the service is not affected. */
  readonly notAffected?: string;
  /** How users can tell that data is safe again. */
  readonly safeAgain?: string;
  /** From when to when it was or will be so, in ISO 8601; open while it lasts. */
  readonly from?: string;
  readonly until?: string;
  /** What happened to data, where it is about data. */
  readonly data?: NoticeData;
  /** When the team found out, in ISO 8601; of maintenance, when it was announced. */
  readonly detectedAt: string;
  /** When users were told, in ISO 8601; never of a draft, which only its team sees. */
  readonly publishedAt?: string;
  /** Whether users were told only when it was over. */
  readonly toldAfterwards: boolean;
  /** When the next update is promised, in ISO 8601. */
  readonly nextUpdateDueAt?: string;
  /** When it was over, in ISO 8601. */
  readonly endedAt?: string;
  /** Id of the notice that it goes on in. */
  readonly mergedInto?: string;
  /** Grows with each change. */
  readonly version: number;
  /** User ref of who wrote it; a draft may come from a tool. */
  readonly createdBy: string;
  /** When it was written first, in ISO 8601. */
  readonly createdAt: string;
  /** The newest first. */
  readonly updates: readonly NoticeUpdate[];
  /** What its users have answered; left out where the team has not published it. */
  readonly reach?: NoticeReach;
}

/**
 * How many entities a notice reaches, and what their owners have said.
 *
 * @public
 */
export interface NoticeReach {
  /** Entities that use the service, directly or through others, and have to answer. */
  readonly entities: number;
  /** How many of them have answered. */
  readonly answered: number;
  /** By answer, how many gave it. */
  readonly answers: Readonly<
    Record<'seen' | 'not-affected' | 'affected' | 'repaired', number>
  >;
  /** Entities that are reached only through some that are not affected. */
  readonly spared: number;
}
