import { createHash } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  Contributing,
  GuideAnswer,
} from '@platform-product/backstage-plugin-common';
import {
  assessGuideCoverage,
  outlineGuide,
  parseGuide,
  productFactsOf,
} from '@platform-product/backstage-plugin-common/rules';
import { LRUCache } from 'lru-cache';
import { repositoryOf } from '../repositories/repositoryOf';
import { RepositoryFile } from '../repositories/RepositoryFileStore';
import { RepositoryFiles } from '../repositories/RepositoryFiles';
import { GuideLocations, guideLocations } from './guideLocations';
import { FoundPromise, Guides } from './Guides';

/** What follows is at the source; real guides are a tenth of it. */
const longestGuide = 300_000;
const rememberedGuides = 20_000;

/** A service's guide, or where it was looked for. */
export interface FoundGuide {
  readonly file?: RepositoryFile;
  readonly lookedAt: readonly string[];
  readonly error?: string;
  /** A guide that is only linked. */
  readonly elsewhere?: string;
  /** Every place was looked at, and none has a guide. */
  readonly isMissing: boolean;
}

interface ReadGuide {
  readonly outline: NonNullable<Contributing['guide']>['outline'];
  readonly coverage: readonly GuideAnswer[];
}

/** The guide among the files of a service's places. */
function found(
  { places: lookedAt, elsewhere }: GuideLocations,
  files: ReadonlyMap<string, RepositoryFile>,
): FoundGuide {
  const known = lookedAt.flatMap(url => files.get(url) ?? []);
  const file = known.find(({ content }) => content !== undefined);
  const { error } = file ?? known.find(other => other.error) ?? {};
  const isMissing =
    lookedAt.length > 0 &&
    lookedAt.every(url => files.get(url)?.status === 'missing');
  return { file, lookedAt, error, elsewhere, isMissing };
}

/** Waits for work no longer than some milliseconds, however it ends. */
async function withPatience(
  work: Promise<unknown>,
  patience: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work.catch(() => {}), enough]);
  clearTimeout(timer);
}

/** Finds the contribution guides of services and reads them. */
export class ContributingService implements Guides {
  readonly #files: RepositoryFiles;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #refreshAfter: number;
  /** What was read from texts lately, by their hashes. */
  readonly #read = new LRUCache<string, ReadGuide>({ max: rememberedGuides });

  constructor(options: {
    files: RepositoryFiles;
    integrations: ScmIntegrationRegistry;
    /** How old a file may get, in milliseconds. */
    refreshAfter: number;
  }) {
    this.#files = options.files;
    this.#integrations = options.integrations;
    this.#refreshAfter = options.refreshAfter;
  }

  /** The guides of a batch of services; one query, and requests for old ones. */
  async findGuides(
    entities: readonly Entity[],
    signal?: AbortSignal,
  ): Promise<FoundGuide[]> {
    const locations = this.#locate(entities);
    const files = await this.#files.readFirst(
      locations.map(({ places }) => places),
      { maxAge: this.#refreshAfter, signal },
    );
    return locations.map(location => found(location, files));
  }

  /** What a guide says; the answer for a text is remembered for a while. */
  readGuide(content: string): ReadGuide {
    const hash = createHash('sha256').update(content).digest('base64');
    const known = this.#read.get(hash);
    if (known) return known;
    const tree = parseGuide(content.slice(0, longestGuide));
    const read = {
      outline: outlineGuide(tree),
      coverage: assessGuideCoverage(tree),
    };
    this.#read.set(hash, read);
    return read;
  }

  async findPromises(
    entities: readonly Entity[],
    options: Parameters<Guides['findPromises']>[1] = {},
  ): Promise<FoundPromise[]> {
    const { patience = 0, signal } = options;
    if (patience > 0) {
      await withPatience(this.findGuides(entities, signal), patience);
    }
    const locations = this.#locate(entities);
    const files = await this.#files.listKept(
      locations.flatMap(({ places }) => places),
    );
    return locations.map(location => {
      const { file, isMissing } = found(location, files);
      if (file?.content === undefined) {
        return { isKnown: isMissing || !location.places.length };
      }
      const { sentence, promisedHours: hours } =
        this.readGuide(file.content).coverage.find(
          ({ question }) => question === 'responseTime',
        ) ?? {};
      return {
        isKnown: true,
        ...(sentence &&
          hours && { promise: { hours, sentence, url: file.url } }),
      };
    });
  }

  #locate(entities: readonly Entity[]): GuideLocations[] {
    return entities.map(entity =>
      guideLocations(entity, repositoryOf(entity, this.#integrations)),
    );
  }

  async getContributing(entity: Entity): Promise<Contributing> {
    const [{ file, lookedAt, error, elsewhere }] = await this.findGuides([
      entity,
    ]);
    const repository = repositoryOf(entity, this.#integrations);
    const content = file?.content;
    const { outline = [], coverage = [] } =
      content === undefined ? {} : this.readGuide(content);
    return {
      guide:
        file && content !== undefined
          ? {
              url: file.url,
              markdown: content.slice(0, longestGuide),
              outline,
              checkedAt: file.checkedAt.toISOString(),
            }
          : undefined,
      coverage: [...coverage],
      lookedAt: [...lookedAt],
      error,
      elsewhere,
      newFileUrl: repository?.newFileUrl('CONTRIBUTING.md'),
      sourceUrl: repository?.location,
      support: productFactsOf(entity).support,
    };
  }
}
