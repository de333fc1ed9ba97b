import { createHash } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  Ownership,
  OwnershipDialect,
  OwnershipFile,
  parseOwnership,
} from '@platform-product/backstage-plugin-common/rules';
import { LRUCache } from 'lru-cache';
import { createMemory } from '../../memory/createMemory';
import { repositoryOf } from '../../repositories/repositoryOf';
import { RepositoryFiles } from '../../repositories/RepositoryFiles';
import {
  ReadFile,
  RepositoryReader,
  urlOf,
} from '../../repositories/RepositoryReader';
import {
  OwnershipPlaces,
  OwnershipSearch,
  ownershipPlaces,
} from './ownershipPlaces';

const mostRemembered = 500;
/** In milliseconds; people look at a page and then ask. */
const rememberFor = 30_000;
/** Below this many directories nobody has said whether there are such files. */
const fewOwners = 6;

/** What a repository declares about ownership. */
export interface LoadedOwnership {
  readonly ownership: Ownership;
  /** URLs of the files that were found, by their paths. */
  readonly urls: ReadonlyMap<string, string>;
  /** Where files were looked for. */
  readonly lookedAt: readonly string[];
  readonly error?: string;
}

interface Loaded extends LoadedOwnership {
  readonly isFound: boolean;
  readonly isOutOfReach: boolean;
}

const pageOf = ({ place }: ReadFile) => place.repository.pageUrl(place.path);

/** Reads the ownership files of services' repositories. */
export class OwnershipService {
  readonly #reader: RepositoryReader;
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
    this.#reader = new RepositoryReader({ files: options.files });
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
    const search = ownershipPlaces(entity, repository, paths);
    const { first, otherwise } = search;
    const urls = [first, otherwise].map(place => place?.places.map(urlOf));
    const key = JSON.stringify([first.dialect, urls]);
    const known = this.#loaded.get(key);
    if (known) return known;
    let loaded = await this.#search(search);
    // A branch with slashes looks like a directory, in which nothing is found.
    for (const reading of repository?.readings ?? []) {
      if (!loaded.isOutOfReach) break;
      const other = await this.#search(ownershipPlaces(entity, reading, paths));
      if (!other.isOutOfReach) loaded = other;
    }
    const { ownership, lookedAt, error } = loaded;
    const result = { ownership, urls: loaded.urls, lookedAt, error };
    this.#loaded.set(key, result);
    return result;
  }

  async #search({ first, otherwise }: OwnershipSearch): Promise<Loaded> {
    const declared = await this.#read(first);
    const isDown = declared.error && !declared.isOutOfReach;
    if (declared.isFound || isDown || !otherwise) return declared;
    const above = {
      ...otherwise,
      places: otherwise.places.slice(0, fewOwners),
    };
    let owners = await this.#read(above);
    if (owners.isFound && otherwise.places.length > fewOwners) {
      owners = await this.#read(otherwise);
    }
    return owners.isFound ? owners : declared;
  }

  async #read({ dialect, take, places }: OwnershipPlaces): Promise<Loaded> {
    const options = { maxAge: this.#refreshAfter };
    const read =
      take === 'first'
        ? await this.#reader.readFirst([places], options)
        : await this.#reader.readAll(places, options);
    const found = places.flatMap(place => {
      const file = read.get(urlOf(place));
      const { content } = file ?? {};
      return file && content !== undefined
        ? [{ path: place.path, url: pageOf(file), content }]
        : [];
    });
    const taken = take === 'first' ? found.slice(0, 1) : found;
    const files = [...read.values()];
    return {
      ownership: this.#parse(dialect, taken),
      urls: new Map(taken.map(({ path, url }) => [path, url])),
      lookedAt: places.map(({ repository, path }) => repository.pageUrl(path)),
      error: files.find(({ error }) => error)?.error,
      isFound: taken.length > 0,
      isOutOfReach:
        !taken.length && files.some(({ isOutOfReach }) => isOutOfReach),
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
