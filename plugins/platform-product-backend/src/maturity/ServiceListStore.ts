import {
  PortfolioFilters,
  portfolioSorts,
} from '@platform-product/backstage-plugin-common';
import { VisibleServices } from '../catalog/ServiceCatalog';
import { AssessedService } from './MaturityStore';

/** The place after which a page of a sorted list starts. */
export interface ListPosition {
  /** The sort field's value in the last row; times in milliseconds. */
  readonly value: string | number;
  readonly entityRef: string;
}

/** What services are sorted by in the database. */
export type ServiceSort = Exclude<
  (typeof portfolioSorts)[number],
  'satisfaction'
>;

export interface ListServicesOptions {
  readonly visible: VisibleServices;
  readonly filters: PortfolioFilters;
  readonly sort: ServiceSort;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly after?: ListPosition;
}

export interface ServiceSummary {
  /** How many services went from which level to which, for equal triples. */
  readonly moves: ReadonlyArray<{
    readonly level: number;
    /** Undefined where the service was not assessed then. */
    readonly monthAgo?: number;
    readonly yearAgo?: number;
    readonly count: number;
    readonly atRisk: number;
  }>;
  readonly owners: ReadonlyArray<{ value: string; count: number }>;
  readonly systems: ReadonlyArray<{ value: string; count: number }>;
  readonly kinds: ReadonlyArray<{ value: string; count: number }>;
  readonly oldestAssessment?: Date;
}

/** Lists assessed services; a constant number of queries each. */
export interface ServiceListStore {
  list(options: ListServicesOptions): Promise<{
    readonly items: AssessedService[];
    readonly totalItems: number;
    readonly next?: ListPosition;
  }>;

  /** Refs of all that match, by title; one query. */
  listRefs(
    options: Pick<ListServicesOptions, 'visible' | 'filters'>,
  ): Promise<string[]>;

  /** Some services, in the order of their refs here; one query. */
  getAll(entityRefs: readonly string[]): Promise<AssessedService[]>;

  summarise(options: {
    readonly visible: VisibleServices;
    readonly monthAgo: Date;
    readonly yearAgo: Date;
  }): Promise<ServiceSummary>;

  /** What the services are part of; one query. */
  listGroups(visible: VisibleServices): Promise<
    Array<{
      readonly entityRef: string;
      readonly owner?: string;
      readonly system?: string;
    }>
  >;
}
