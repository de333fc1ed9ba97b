import { Entity } from '@backstage/catalog-model';
import { FieldError } from '../../operations/FieldError';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Suggestions } from '@platform-product/backstage-plugin-common';
import {
  ChangeRef,
  normalizeRepositoryUrl,
  ReviewedChange,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { Levels } from '../../maturity/Levels';
import { repositoryOf } from '../../repositories/repositoryOf';
import { ReviewSync } from '../history/ReviewSync';
import { IdentityService } from '../identities/IdentityService';
import { personKey } from '../identities/personKey';
import { FinderService } from './FinderService';

const readingOne = 10_000;
const outsideLevel = 3;

/**
 * A change of a repository that a link calls by another name: by one that the forge has
 * given to it since, or by one that it had before. Both names lead to the same page then;
 * of a change whose page is another one nothing is told.
 */
async function readRenamed(options: {
  readonly source: ReviewSource;
  readonly ref: ChangeRef;
  /** The repository as the catalog has it. */
  readonly url: string;
  readonly signal: AbortSignal;
}): Promise<ReviewedChange | undefined> {
  const { source, ref, url, signal } = options;
  const { changeId } = ref;
  const repositoryUrl = (page: string | undefined) => {
    const found = page && source.parseChangeUrl?.(page);
    return found && normalizeRepositoryUrl(found.repositoryUrl);
  };
  const own = await source.readChange?.({
    repositoryUrl: url,
    changeId,
    signal,
  });
  const ours = repositoryUrl(own?.url);
  if (!ours) return undefined;
  if (ours === normalizeRepositoryUrl(ref.repositoryUrl)) return own;
  if (!source.followsRenames) return undefined;
  try {
    const linked = await source.readChange?.({ ...ref, signal });
    return ours === repositoryUrl(linked?.url) ? own : undefined;
  } catch {
    // What it can't read is not its own.
    return undefined;
  }
}

/** Finds reviewers for a change that is given by its paths or by a link. */
export class ChangeFinder {
  readonly #finder: FinderService;
  readonly #sync: ReviewSync;
  readonly #identities: IdentityService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #levels: Pick<Levels, 'getLevel'>;

  constructor(options: {
    finder: FinderService;
    sync: ReviewSync;
    identities: IdentityService;
    integrations: ScmIntegrationRegistry;
    levels: Pick<Levels, 'getLevel'>;
  }) {
    this.#finder = options.finder;
    this.#sync = options.sync;
    this.#identities = options.identities;
    this.#integrations = options.integrations;
    this.#levels = options.levels;
  }

  /** @throws InputError when the link leads to no change of this service */
  async suggest(
    service: { readonly entityRef: string; readonly entity: Entity },
    asked: {
      readonly paths?: readonly string[];
      readonly changeUrl?: string;
      readonly author?: string;
      readonly reader?: string;
      readonly timeZone?: string;
    },
  ): Promise<Omit<Suggestions, 'asked'>> {
    const change = asked.changeUrl
      ? await this.#readChange(service.entity, asked.changeUrl)
      : undefined;
    const paths = change?.paths ?? asked.paths ?? [];
    // Pasted paths are of a change that the reader is about to propose.
    const author = change?.author ?? asked.author ?? asked.reader;
    const level = await this.#levels.getLevel(service.entityRef);
    const found = await this.#finder.suggest({
      ...service,
      paths,
      author,
      reader: asked.reader,
      readerTimeZone: asked.timeZone,
      includesOutside: level >= outsideLevel,
      seed: asked.changeUrl ?? paths.join('\n'),
    });
    return {
      ...found,
      paths: [...paths],
      author: author?.startsWith('user:') ? author : undefined,
      changeUrl: asked.changeUrl,
    };
  }

  /**
   * Who wrote the change that a link leads to; undefined where that can't be
   * found out.
   */
  async findAuthor(entity: Entity, url: string): Promise<string | undefined> {
    try {
      return (await this.#readChange(entity, url)).author;
    } catch {
      return undefined;
    }
  }

  async #readChange(
    entity: Entity,
    url: string,
  ): Promise<{ paths: readonly string[]; author: string }> {
    const invalid = (expected: string) => new FieldError('changeUrl', expected);
    const known = this.#sync.parseChangeUrl(url);
    if (!known?.source.readChange) {
      throw invalid(
        'links of this kind can’t be read here; paste the changed paths',
      );
    }
    const { source, ref } = known;
    const signal = AbortSignal.timeout(readingOne);
    const repository = repositoryOf(entity, this.#integrations);
    const isNamedAlike =
      repository?.url === normalizeRepositoryUrl(ref.repositoryUrl);
    const change = isNamedAlike
      ? await known.source.readChange({ ...ref, signal })
      : repository &&
        this.#sync.sourceOf(repository.url) === source &&
        (await readRenamed({ source, ref, url: repository.url, signal }));
    if (!change) {
      throw invalid(
        isNamedAlike
          ? 'leads to no change'
          : 'leads to a change of another repository',
      );
    }
    const key = personKey(change.author);
    const people = await this.#identities.findPeople([key]);
    return { paths: change.paths, author: people.get(key)?.userRef ?? key };
  }
}
