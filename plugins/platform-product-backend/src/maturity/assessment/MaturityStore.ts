import {
  CriterionState,
  Evidence,
  LevelChange,
  MaturityAssessment,
} from '@platform-product/backstage-plugin-common';
import { VisibleServices } from '../../catalog/ServiceCatalog';
import { Also } from '../../notifications/Notification';
import { ListedService } from '../../services/ServiceListStore';
import { LevelMove } from '../Levels';

/** A collector that failed when it was last asked about a service. */
export interface CollectorFailure {
  readonly collector: string;
  /** ISO 8601. */
  readonly failedAt: string;
}

/** The newest assessment of a service, as it is kept. */
export interface AssessedService extends ListedService {
  /** Grows by one with every write; a write of the same version loses. */
  readonly version: number;
  readonly level: number;
  readonly levelWithoutWaivers: number;
  readonly measuredLevel: number;
  readonly declaredLevel?: number;
  readonly atRisk?: MaturityAssessment['atRisk'];
  readonly heldBackBy: readonly string[];
  readonly states: Readonly<Record<string, CriterionState>>;
  readonly failedCollectors: readonly CollectorFailure[];
  readonly ladderVersion: string;
  /** Name of the channel on which changes of the service are signalled. */
  readonly channel: string;
  readonly levelSince: Date;
}

export interface StoredEvidence extends Evidence {
  readonly id: string;
}

export interface NewEvidence extends Evidence {
  readonly supersededAt?: string;
}

/** What an assessment changes in the records of one service. */
export interface AssessmentWrite {
  readonly service: AssessedService;
  /** Whether anything but the times of `service` differs from what is kept. */
  readonly isChanged: boolean;
  readonly historyEntry?: LevelChange;
  readonly evidence: {
    /** Ids of evidence that was found again. */
    readonly seen: readonly string[];
    /** Ids of evidence in whose place something else was found. */
    readonly superseded: readonly string[];
    readonly found: readonly NewEvidence[];
  };
}

/** What is on record of a service from before its first assessment. */
export interface ServicePast {
  readonly lastChange: LevelChange;
  readonly levelSince: Date;
}

/** Keeps assessments, evidence and level histories. */
export interface MaturityStore {
  /** What an assessment of the given services starts from; at most three queries. */
  loadForAssessment(entityRefs: readonly string[]): Promise<{
    readonly services: ReadonlyMap<string, AssessedService>;
    /** What is on record of services that are not assessed yet. */
    readonly pasts: ReadonlyMap<string, ServicePast>;
    readonly evidence: ReadonlyMap<string, readonly StoredEvidence[]>;
  }>;

  /**
   * Saves assessments in one transaction and answers with the refs of services
   * that somebody else wrote in the meantime. Of those nothing was saved. Also gets to
   * know whose changes were.
   */
  saveAssessments(
    writes: readonly AssessmentWrite[],
    now: Date,
    also?: Also<ReadonlySet<string>>,
  ): Promise<string[]>;

  /** How many of the listed services went from which level to which. */
  listMoves(options: {
    readonly visible: VisibleServices;
    readonly monthAgo: Date;
    readonly yearAgo: Date;
  }): Promise<LevelMove[]>;

  getService(entityRef: string): Promise<AssessedService | undefined>;

  /** Those of the given services that were assessed; one query. */
  listServices(entityRefs: readonly string[]): Promise<AssessedService[]>;

  /** The evidence on record at a moment, or the newest. */
  listEvidence(entityRef: string, at?: Date): Promise<StoredEvidence[]>;

  listHistory(
    entityRef: string,
    options: { readonly limit: number; readonly before?: string },
  ): Promise<{
    readonly items: LevelChange[];
    readonly totalItems: number;
    /** Where the next page starts, if there is one. */
    readonly next?: string;
  }>;

  /**
   * Brings in older evidence of a service, once per import, together with the
   * level changes that all evidence on record then makes. All or nothing; false
   * if it was brought in before.
   */
  importOnce(options: {
    readonly importId: string;
    readonly entityRef: string;
    readonly ladderVersion: string;
    readonly evidence: readonly NewEvidence[];
    /** Works out the level changes, oldest first. */
    readonly replay: (evidence: readonly NewEvidence[]) => LevelChange[];
    readonly now: Date;
  }): Promise<boolean>;
}
