import { VisibleServices } from '../catalog/ServiceCatalog';

/** Assesses a service again, after something of a room has changed. */
export type Reassess = (entityRef: string) => Promise<void>;

/** How many services went from which level to which, for equal triples. */
export interface LevelMove {
  readonly level: number;
  /** Undefined where the service was not assessed then. */
  readonly monthAgo?: number;
  readonly yearAgo?: number;
  readonly count: number;
  readonly atRisk: number;
}

/** What the room `maturity` lends to other rooms. */
export interface Levels {
  /** Assesses a service at once, with some collectors or with all of them. */
  reassess(entityRef: string, collectors?: readonly string[]): Promise<void>;

  /** The newest level of a service; 0 before its first assessment. */
  getLevel(entityRef: string): Promise<number>;

  /** How the services that a caller may know of moved, up to two moments. */
  listMoves(options: {
    readonly visible: VisibleServices;
    readonly monthAgo: Date;
    readonly yearAgo: Date;
  }): Promise<LevelMove[]>;
}
