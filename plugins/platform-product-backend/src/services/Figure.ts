import { PortfolioItem } from '@platform-product/backstage-plugin-common';

/** What rooms say of a service in lists, under the names of the list's fields. */
export type FigureFields = Partial<
  Omit<
    PortfolioItem,
    'entityRef' | 'title' | 'kind' | 'owner' | 'system' | 'asOf'
  >
>;

/** What one room says of one service in lists. */
export interface Figure {
  readonly entityRef: string;
  readonly figure: string;
  /** To sort and to filter by; times in milliseconds. */
  readonly value: number;
  readonly content: FigureFields;
}

/** Where figures come from, so that they can be made again. */
export interface FigureSource {
  readonly figures: readonly string[];
  /** The figures of those of the given services that have any. */
  find(entityRefs: readonly string[]): Promise<Figure[]>;
}
