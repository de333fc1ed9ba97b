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
import { repositoryOf, RepositoryPlace } from '../repositories/repositoryOf';
import { RepositoryFiles } from '../repositories/RepositoryFiles';
import { RepositoryReader } from '../repositories/RepositoryReader';
import { FoundGuide, GuideFinder } from './GuideFinder';
import { FoundPromise, Guides } from './Guides';

/** What follows is at the source; real guides are a tenth of it. */
const longestGuide = 300_000;
const rememberedGuides = 20_000;

/** Forges differ in what the link of a file is like; a page only fills in the path. */
function linksOf({ repository, path }: RepositoryPlace) {
  const mark = 'any-path';
  const toTemplate = (url: string | undefined) =>
    url?.replace(mark, () => '{path}');
  return {
    path,
    pageTemplate: toTemplate(repository.pageUrl(mark)),
    imageTemplate: toTemplate(repository.rawUrl(mark)),
  };
}

interface ReadGuide {
  readonly outline: NonNullable<Contributing['guide']>['outline'];
  readonly coverage: readonly GuideAnswer[];
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
  readonly #finder: GuideFinder;
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
    const reader = new RepositoryReader({ files: options.files });
    this.#finder = new GuideFinder({ reader, ...options });
    this.#integrations = options.integrations;
    this.#refreshAfter = options.refreshAfter;
  }

  /** The guides of a batch of services; few queries, and requests for old ones. */
  async findGuides(
    entities: readonly Entity[],
    signal?: AbortSignal,
  ): Promise<FoundGuide[]> {
    return this.#finder.find(entities, { maxAge: this.#refreshAfter, signal });
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
    const guides = await this.#finder.find(entities, {
      maxAge: this.#refreshAfter,
      onlyKept: true,
    });
    return guides.map(({ file, url = '', ...guide }) => {
      if (file?.content === undefined) {
        const { isMissing, elsewhere, lookedAt } = guide;
        const isRead = elsewhere === undefined && lookedAt.length > 0;
        return { isKnown: isMissing || !isRead };
      }
      const { sentence, promisedHours: hours } =
        this.readGuide(file.content).coverage.find(
          ({ question }) => question === 'responseTime',
        ) ?? {};
      return {
        isKnown: true,
        ...(sentence && hours && { promise: { hours, sentence, url } }),
      };
    });
  }

  async getContributing(entity: Entity): Promise<Contributing> {
    const [{ file, url = '', lookedAt, error, elsewhere, isOtherFormat }] =
      await this.findGuides([entity]);
    const repository = repositoryOf(entity, this.#integrations);
    const content = file?.content;
    const { outline = [], coverage = [] } =
      content === undefined ? {} : this.readGuide(content);
    return {
      guide:
        file && content !== undefined
          ? {
              url,
              markdown: content.slice(0, longestGuide),
              outline,
              checkedAt: file.checkedAt.toISOString(),
              ...linksOf(file.place),
            }
          : undefined,
      coverage: [...coverage],
      lookedAt: [...lookedAt],
      error,
      elsewhere,
      isOtherFormat,
      newFileUrl: repository?.newFileUrl('CONTRIBUTING.md'),
      sourceUrl: repository?.location,
      support: productFactsOf(entity).support,
    };
  }
}
