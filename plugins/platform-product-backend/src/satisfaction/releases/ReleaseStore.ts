import { Figures } from '@platform-product/backstage-plugin-common';
import {
  addFigures,
  CountedAnswer,
  PlannedRelease,
  ReleasePast,
} from '@platform-product/backstage-plugin-common/rules';
import { Prior } from '../rounds/RoundStore';

/** A service of which answers were given in a round. */
export interface AnsweredService {
  readonly roundId: string;
  readonly entityRef: string;
}

/** Figures that were published last of a round and a service. */
export interface StoredRelease extends AnsweredService {
  readonly figures: Figures;
}

/** What a release is made of. */
export interface ReleaseMaterial {
  readonly answers: readonly CountedAnswer[];
  readonly past: ReleasePast;
  /** What was published last. */
  readonly figures: Figures | undefined;
}

/** A release with its figures. */
export interface CompiledRelease {
  readonly planned: PlannedRelease;
  readonly figures: Figures;
}

/** Some services, in the order of their refs. */
export interface ServicePage {
  /** The ref after which the page begins; empty for the first. */
  readonly after: string;
  readonly limit: number;
}

/** Makes and keeps releases. */
export interface ReleaseStore {
  /** Services of which something may have to be released; one query. */
  listDirty(roundId: string, page: ServicePage): Promise<AnsweredService[]>;
  /** Services of a round that still have answers; one query. */
  listAnswered(roundId: string, page: ServicePage): Promise<AnsweredService[]>;
  /**
   * Publishes what is planned from the answers of a service, in one go; whether
   * anything was. Comments that are to be feedback are listed as such. At the end
   * of a round all answers are deleted with it.
   */
  make(
    service: AnsweredService,
    plan: (material: ReleaseMaterial) => CompiledRelease | undefined,
    options: { readonly isLast: boolean },
  ): Promise<boolean>;
  /** Deletes the answers on a service at the end of a round, without a release. */
  forget(service: AnsweredService): Promise<void>;
  /** The newest release of each round, of the given services; one query. */
  listOf(entityRefs: readonly string[]): Promise<StoredRelease[]>;
  /** The newest releases of the given rounds; one query. */
  listIn(roundIds: readonly string[]): Promise<StoredRelease[]>;
}

/** What ratings are like in the whole catalog, from releases alone. */
export function priorOf(
  releases: ReadonlyArray<Pick<StoredRelease, 'figures'>>,
): Prior {
  const sums = addFigures(releases.map(({ figures }) => figures));
  return Object.fromEntries(
    Object.entries(sums).map(([feature, { counts }]) => [feature, counts]),
  );
}
