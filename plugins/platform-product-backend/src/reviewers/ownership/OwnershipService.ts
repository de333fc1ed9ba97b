import { createHash } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  dialectOfHost,
  isWebLink,
  Ownership,
  OwnershipDialect,
  OwnershipFile,
  ownershipFilePaths,
  parseOwnership,
  readAnnotation,
} from '@platform-product/backstage-plugin-common/rules';
import { LRUCache } from 'lru-cache';
import { createMemory } from '../../people/createMemory';
import { Repository, repositoryOf } from '../../repositories/repositoryOf';
import { RepositoryFiles } from '../../repositories/RepositoryFiles';

const mostRemembered = 500;
/** In milliseconds; people look at a page and then ask. */
const rememberFor = 30_000;
const fileNames = ['CODEOWNERS', 'OWNERS'];

/** What a repository declares about ownership. */
export interface LoadedOwnership {
  readonly ownership: Ownership;
  /** URLs of the files that were found, by their paths. */
  readonly urls: ReadonlyMap<string, string>;
  /** Where files were looked for. */
  readonly lookedAt: readonly string[];
  readonly error?: string;
}

interface Place {
  readonly dialect: OwnershipDialect;
  readonly take: 'first' | 'all';
  /** URLs by path. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Reads the ownership files of services' repositories. */
export class OwnershipService {
  readonly #files: RepositoryFiles;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #refreshAfter: number;
  /** Parsed lately, by the hashes of the files. */
  readonly #parsed = new LRUCache<string, Ownership>({ max: mostRemembered });
  /** Read lately, by where it was looked for. */
  readonly #loaded: LRUCache<string, LoadedOwnership>;

  constructor(options: {
    files: RepositoryFiles;
    integrations: ScmIntegrationRegistry;
    /** How old a file may get, in milliseconds. */
    refreshAfter: number;
    now: () => Date;
  }) {
    this.#files = options.files;
    this.#integrations = options.integrations;
    this.#refreshAfter = options.refreshAfter;
    this.#loaded = createMemory({
      max: mostRemembered,
      ttl: rememberFor,
      now: options.now,
    });
  }

  /** The ownership that matters for some paths of a service's repository. */
  async load(
    entity: Entity,
    paths: readonly string[] = [],
  ): Promise<LoadedOwnership> {
    const repository = repositoryOf(entity, this.#integrations);
    const place = placeOf(entity, repository, paths);
    const key = JSON.stringify([place.dialect, [...place.urls.values()]]);
    const known = this.#loaded.get(key);
    if (known) return known;
    const ownership = await this.#read(place);
    this.#loaded.set(key, ownership);
    return ownership;
  }

  async #read({ dialect, take, urls }: Place): Promise<LoadedOwnership> {
    const options = { maxAge: this.#refreshAfter };
    const read =
      take === 'first'
        ? await this.#files.readFirst([[...urls.values()]], options)
        : await this.#files.read([...urls.values()], options);
    const found = [...urls].flatMap(([path, url]) => {
      const content = read.get(url)?.content;
      return content === undefined ? [] : [{ path, url, content }];
    });
    const taken = take === 'first' ? found.slice(0, 1) : found;
    return {
      ownership: this.#parse(dialect, taken),
      urls: new Map(taken.map(({ path, url }) => [path, url])),
      lookedAt: [...urls.values()],
      error: [...read.values()].find(({ error }) => error)?.error,
    };
  }

  #parse(
    dialect: OwnershipDialect,
    files: readonly OwnershipFile[],
  ): Ownership {
    const hash = createHash('sha256').update(dialect);
    for (const { path, content } of files) {
      hash.update(`\n${path}\n${content.length}\n`).update(content);
    }
    const key = hash.digest('base64');
    const known = this.#parsed.get(key);
    if (known) return known;
    const ownership = parseOwnership(
      dialect,
      files.map(({ path, content }) => ({ path, content })),
    );
    this.#parsed.set(key, ownership);
    return ownership;
  }
}

function placeOf(
  entity: Entity,
  repository: Repository | undefined,
  paths: readonly string[],
): Place {
  const named = readAnnotation(entity, 'codeowners');
  const ofForge = dialectOfHost(repository?.forge ?? '') ?? 'github';
  const isOwners = /(^|\/)OWNERS$/.test(named ?? '');
  const dialect = isOwners ? 'owners' : ofForge;
  if (named && isWebLink(named)) {
    // The backend may read more than those who see the answer.
    const url = new URL(named).toString();
    const urls = new Map(
      repository?.contains(url) ? [[fileNames[isOwners ? 1 : 0], url]] : [],
    );
    return { dialect, take: 'first', urls };
  }
  const usual = ownershipFilePaths(dialect, paths);
  const wanted =
    named && !isOwners
      ? { take: 'first' as const, paths: [named.replace(/^\.?\/+/, '')] }
      : usual;
  return {
    dialect,
    take: wanted.take,
    urls: new Map(
      repository
        ? wanted.paths.map(path => [path, repository.fileUrl(path)])
        : [],
    ),
  };
}
