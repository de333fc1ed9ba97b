import { Knex } from 'knex';
import { VisibleServices } from '../catalog/ServiceCatalog';
import { Figure, FigureFields } from './Figure';

/** A service as lists know it. */
export interface ListedService {
  readonly entityRef: string;
  readonly title: string;
  /** In lower case. */
  readonly kind: string;
  readonly owner?: string;
  /** User ref of the product manager. */
  readonly productManager?: string;
  readonly system?: string;
  /** When its figures were last worked out. */
  readonly asOf: Date;
}

/** The place after which a page of a sorted list starts. */
export interface ListPosition {
  /** What the last row is sorted by; of a row without the figure, its title. */
  readonly value: string | number;
  readonly entityRef: string;
}

/** Which services are listed; several values of one field are alternatives. */
export interface ServiceFilters {
  readonly owner?: readonly string[];
  /** Refs of people and groups, one of which owns or manages the service. */
  readonly team?: readonly string[];
  readonly kind?: readonly string[];
  readonly system?: readonly string[];
  /** Part of the title or of the ref. */
  readonly text?: string;
  /** Of a figure: the values it may have, or whether there may be one. */
  readonly figures?: Readonly<Record<string, readonly number[] | boolean>>;
}

export interface ListServicesOptions {
  readonly visible: VisibleServices;
  readonly filters: ServiceFilters;
  /** `title`, `owner` or a figure; services without the figure come last. */
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly after?: ListPosition;
}

/** How many services share a value, by value. */
export type ValueCounts = ReadonlyArray<{
  readonly value: string;
  readonly count: number;
}>;

/** The list of services and their figures; a constant number of queries each. */
export interface ServiceListStore {
  list(options: ListServicesOptions): Promise<{
    readonly items: ReadonlyArray<ListedService & FigureFields>;
    readonly totalItems: number;
    readonly next?: ListPosition;
  }>;

  /** What a reader may choose from, and when the oldest figures are from. */
  summarise(visible: VisibleServices): Promise<{
    readonly owners: ValueCounts;
    readonly systems: ValueCounts;
    readonly kinds: ValueCounts;
    readonly asOf?: Date;
  }>;

  /** What the services are part of. */
  listGroups(visible: VisibleServices): Promise<
    Array<{
      readonly entityRef: string;
      readonly owner?: string;
      readonly system?: string;
    }>
  >;

  /** Titles of those of the given services that are listed. */
  getTitles(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;

  /** Refs of services that one of the given refs owns or manages, by title. */
  listRefsOfTeam(
    team: readonly string[],
    options: { readonly visible: VisibleServices; readonly limit: number },
  ): Promise<string[]>;

  /** Refs of all services after one, by ref, gone or not. */
  listRefs(options: { after: string; limit: number }): Promise<string[]>;

  /** Takes services into the list, or back into it. */
  save(
    transaction: Knex.Transaction,
    services: readonly ListedService[],
  ): Promise<void>;

  /** Notes that the catalog has services, of which nothing else is known. */
  noteSeen(entityRefs: readonly string[], at: Date): Promise<void>;

  /** Marks services that were not seen since as gone; answers how many. */
  markGone(notSeenSince: Date, at: Date): Promise<number>;

  /** Services that were gone before a moment; nobody takes one back meanwhile. */
  lockGone(transaction: Knex.Transaction, before: Date): Promise<string[]>;

  listFigures(
    figures: readonly string[],
    entityRefs: readonly string[],
  ): Promise<Figure[]>;

  /** Puts figures in place of all those that some services had. */
  saveFigures(
    knex: Knex,
    change: {
      readonly figures: readonly string[];
      readonly entityRefs: readonly string[];
      readonly found: readonly Figure[];
    },
  ): Promise<void>;
}
