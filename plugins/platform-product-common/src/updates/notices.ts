import { z } from 'zod';

const timestamp = z.iso.datetime();

export const noticeKinds = [
  'sla-breach',
  'data-corruption',
  'missing-data',
  'outage',
  'degradation',
  'maintenance',
] as const satisfies readonly Notice['kind'][];

export const noticeImpacts = [
  'none',
  'minor',
  'major',
  'critical',
] as const satisfies readonly Notice['impact'][];

export const noticeStatuses = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'post-mortem',
  'scheduled',
  'in-progress',
  'verifying',
  'completed',
  'withdrawn',
  'merged',
] as const satisfies readonly Notice['status'][];

export const dataEffects = [
  'lost',
  'corrupted',
  'late',
  'duplicated',
] as const satisfies readonly NoticeData['effect'][];

export const certainties = [
  'confirmed',
  'estimated',
  'unknown',
] as const satisfies readonly NoticeData['certainty'][];

export const recoveries = [
  'yes',
  'partly',
  'no',
  'unknown',
] as const satisfies readonly NoticeData['recoverable'][];

export const noticeAnswers = [
  'seen',
  'not-affected',
  'affected',
  'repaired',
] as const satisfies readonly NoticeAnswerKind[];

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
  /** Since when it was or will be so, in ISO 8601. */
  readonly from?: string;
  /** Until when it was or will be so, in ISO 8601; open while it lasts. */
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
  readonly answers: Readonly<Record<NoticeAnswerKind, number>>;
  /** Entities that are reached only through some that are not affected. */
  readonly spared: number;
}

/**
 * What an owner says of their entity.
 *
 * @public
 */
export type NoticeAnswerKind =
  | 'seen'
  | 'not-affected'
  | 'affected'
  | 'repaired';

/**
 * An entity that a notice reaches, and what its owner says.
 *
 * @public
 */
export interface NoticeAnswer {
  /** Full ref of the entity, in lower case. */
  readonly entityRef: string;
  /** The shortest way from the service to the entity, both included, through APIs, too. */
  readonly path: readonly string[];
  /** Refs of its owners. */
  readonly owners: readonly string[];
  /** What its owner says, if they have said something. */
  readonly answer?: NoticeAnswerKind;
  /** What they add to it. */
  readonly note?: string;
  /** User ref of who answered. */
  readonly by?: string;
  /** When they did, in ISO 8601. */
  readonly at?: string;
  /** Whether it is reached only through entities that are not affected. */
  readonly isSpared: boolean;
}

/**
 * A notice that concerns an entity, as its page shows it.
 *
 * @public
 */
export interface ConcerningNotice {
  /** What happened. */
  readonly notice: Notice;
  /** What people call the service. */
  readonly title: string;
  /** The entity, how it is reached, and what was answered. */
  readonly concerned: NoticeAnswer;
  /** Whether it uses the service itself, whatever of the way the reader sees. */
  readonly isDirect: boolean;
  /** Whether the reader may answer for it. */
  readonly canAnswer: boolean;
}

/**
 * Whom a notice would reach, and what the owners of one entity would be told.
 *
 * @public
 */
export interface NoticePreview {
  /** How many entities it would reach. */
  readonly entities: number;
  /** Some of them, the nearest first. */
  readonly choices: readonly string[];
  /** Full ref of the entity; left out where nothing uses the service. */
  readonly entityRef?: string;
  /** The shortest way from the service to the entity, both included. */
  readonly path: readonly string[];
  /** How many people own the entity. */
  readonly people: number;
  /** The title of what they would be told. */
  readonly title: string;
  /** The text of it. */
  readonly description: string;
}

export const noticePreviewSchema: z.ZodType<NoticePreview> = z
  .object({
    entities: z.number().int(),
    choices: z.array(z.string()),
    entityRef: z.string().optional(),
    path: z.array(z.string()),
    people: z.number().int(),
    title: z.string(),
    description: z.string(),
  })
  .meta({ id: 'NoticePreview' });

const noticeDataSchema: z.ZodType<NoticeData> = z.object({
  effect: z.enum(dataEffects),
  what: z.string().optional(),
  amount: z.string().optional(),
  certainty: z.enum(certainties),
  recoverable: z.enum(recoveries),
});

const noticeUpdateSchema: z.ZodType<NoticeUpdate> = z
  .object({
    id: z.string(),
    status: z.enum(noticeStatuses),
    impact: z.enum(noticeImpacts),
    text: z.string(),
    link: z.string().optional(),
    isFinal: z.boolean().optional(),
    corrects: z.string().optional(),
    nextUpdateDueAt: timestamp.optional(),
    by: z.string().optional(),
    at: timestamp,
  })
  .meta({ id: 'NoticeUpdate' });

const count = z.number().int().min(0);

const noticeReachSchema: z.ZodType<NoticeReach> = z
  .object({
    entities: count,
    answered: count,
    answers: z.object({
      seen: count,
      'not-affected': count,
      affected: count,
      repaired: count,
    }),
    spared: count,
  })
  .meta({ id: 'NoticeReach' });

export const noticeSchema: z.ZodType<Notice> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    kind: z.enum(noticeKinds),
    impact: z.enum(noticeImpacts),
    status: z.enum(noticeStatuses),
    title: z.string(),
    text: z.string(),
    whatToDo: z.string().optional(),
    notAffected: z.string().optional(),
    safeAgain: z.string().optional(),
    from: timestamp.optional(),
    until: timestamp.optional(),
    data: noticeDataSchema.optional(),
    detectedAt: timestamp,
    publishedAt: timestamp.optional(),
    toldAfterwards: z.boolean(),
    nextUpdateDueAt: timestamp.optional(),
    endedAt: timestamp.optional(),
    mergedInto: z.string().optional(),
    version: z.number().int(),
    createdBy: z.string(),
    createdAt: timestamp,
    updates: z.array(noticeUpdateSchema),
    reach: noticeReachSchema.optional(),
  })
  .meta({ id: 'Notice' });

export const noticeAnswerSchema: z.ZodType<NoticeAnswer> = z
  .object({
    entityRef: z.string(),
    path: z.array(z.string()),
    owners: z.array(z.string()),
    answer: z.enum(noticeAnswers).optional(),
    note: z.string().optional(),
    by: z.string().optional(),
    at: timestamp.optional(),
    isSpared: z.boolean(),
  })
  .meta({ id: 'NoticeAnswer' });

export const concerningNoticeSchema: z.ZodType<ConcerningNotice> = z
  .object({
    notice: noticeSchema,
    title: z.string(),
    concerned: noticeAnswerSchema,
    isDirect: z.boolean(),
    canAnswer: z.boolean(),
  })
  .meta({ id: 'ConcerningNotice' });
