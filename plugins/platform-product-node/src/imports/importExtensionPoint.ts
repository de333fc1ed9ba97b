import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Evidence } from '@platform-product/backstage-plugin-common';
import { AvailabilityRecord, RosterRecords } from '../reviewers/RosterRecords';
import { RatingRecords } from '../satisfaction/RatingRecords';
import { EventRecord } from '../updates/EventRecord';
import { NoticeRecord } from '../updates/NoticeRecord';
import { PostRecord } from '../updates/PostRecord';
import { RoadmapRecord } from '../updates/RoadmapRecord';

/**
 * Records of one service from before the suite kept them.
 *
 * @public
 */
export interface MaturityRecords {
  readonly entityRef: string;
  /** What collectors would have seen. Attestations are given on their own. */
  readonly evidence?: ReadonlyArray<
    Omit<Evidence, 'firstSeenAt' | 'lastSeenAt'> & {
      readonly firstSeenAt: Date;
      readonly lastSeenAt: Date;
    }
  >;
  readonly attestations?: ReadonlyArray<{
    /** Names the attestation for good: the same key is imported only once. */
    readonly key: string;
    readonly criterionId: string;
    readonly statement: string;
    readonly link?: string;
    readonly createdBy: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  }>;
  readonly waivers?: ReadonlyArray<{
    /** Names the waiver for good: the same key is imported only once. */
    readonly key: string;
    readonly criterionId: string;
    readonly reason: string;
    readonly requestedBy: string;
    readonly requestedAt: Date;
    readonly expiresAt: Date;
    readonly decision?: 'approved' | 'denied';
    readonly decidedBy?: string;
    readonly decidedAt?: Date;
  }>;
}

/**
 * Brings in records that were kept elsewhere, such as in a spreadsheet.
 *
 * @public
 */
export interface RecordImport {
  /** Names the import in logs. */
  readonly id: string;
  /** Yields the records; called once at every start of the backend. */
  load(options: { readonly now: Date }): Promise<readonly MaturityRecords[]>;
  /**
   * Yields rosters and availabilities; people who are known already stay as they
   * are.
   */
  loadRosters?(options: { readonly now: Date }): Promise<{
    readonly rosters: readonly RosterRecords[];
    readonly availability: readonly AvailabilityRecord[];
  }>;
  /** Yields scores of past rounds; what is known already stays as it is. */
  loadRatings?(options: { readonly now: Date }): Promise<RatingRecords>;
  /** Yields notices of the past, and of what is to come; what is known stays as it is. */
  loadNotices?(options: {
    readonly now: Date;
  }): Promise<readonly NoticeRecord[]>;
  /** Yields posts; nobody is told of them, and what is known stays. */
  loadPosts?(options: { readonly now: Date }): Promise<readonly PostRecord[]>;
  /** Yields events; nobody is told of them, and what is known stays. */
  loadEvents?(options: { readonly now: Date }): Promise<readonly EventRecord[]>;
  /** Yields roadmaps; nobody is told of what has shipped, and what is known stays. */
  loadRoadmaps?(options: {
    readonly now: Date;
  }): Promise<readonly RoadmapRecord[]>;
}

/** @public */
export interface PlatformProductImportExtensionPoint {
  addImport(...imports: readonly RecordImport[]): void;
}

/**
 * Where modules add imports of older records. An import may run at every start:
 * what is already there stays as it is, and level histories are rebuilt from
 * what was added.
 *
 * @public
 */
export const platformProductImportExtensionPoint =
  createExtensionPoint<PlatformProductImportExtensionPoint>({
    id: 'platform-product.import',
  });
