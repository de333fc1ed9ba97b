import { Entity } from '@backstage/catalog-model';
import { CriterionResult } from '@platform-product/backstage-plugin-common';

/**
 * What a collector found out about one service.
 *
 * @public
 */
export interface CollectedEvidence {
  readonly entityRef: string;
  /** One of the collector's {@link EvidenceCollector.provides}. */
  readonly source: string;
  readonly result: CriterionResult;
  /**
   * What was found, in plain words, at most 500 characters. A changed summary
   * is a new piece of evidence, so leave out what changes by itself, such as
   * the time of day.
   */
  readonly summary?: string;
  /** An absolute http(s) link to the evidence. */
  readonly link?: string;
  /** Ends the freshness of the evidence in place of the criterion's own term. */
  readonly validUntil?: Date;
  /** Restricts the evidence to one of the criteria that name its source. */
  readonly criterionId?: string;
}

/**
 * A batch of services to collect evidence for.
 *
 * @public
 */
export interface CollectOptions {
  readonly services: ReadonlyArray<{
    readonly entityRef: string;
    readonly entity: Entity;
  }>;
  readonly now: Date;
  /** Aborted when the collector has taken longer than its limit. */
  readonly signal: AbortSignal;
}

/**
 * Finds evidence for criteria of the ladder.
 *
 * A collector gets a batch of services and answers with a batch of evidence; it
 * should need as many queries for five hundred services as for one. What it
 * leaves out keeps its old evidence until that goes stale. A collector that
 * throws, or takes longer than its limit, leaves all its old evidence in place.
 *
 * @public
 */
export interface EvidenceCollector {
  /** Names the collector in logs, metrics and on the page. */
  readonly id: string;
  /** The sources that criteria can name as `evidence: { source: … }`. */
  readonly provides: readonly string[];
  collect(options: CollectOptions): Promise<readonly CollectedEvidence[]>;
}
