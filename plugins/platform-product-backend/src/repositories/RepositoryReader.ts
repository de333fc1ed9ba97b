import { linkTarget } from './linkTarget';
import { RepositoryFile } from './RepositoryFileStore';
import { RepositoryFiles } from './RepositoryFiles';
import { Repository, RepositoryPlace } from './repositoryOf';
import { witnessesOf } from './witnessesOf';

const mostLinks = 3;
const outOfReach =
  'Neither this file nor any other of the repository was found, so it may be out of reach';

/** A file to look for. */
export interface WantedPlace extends RepositoryPlace {
  /** Nothing depends on whether the file's repository can be read. */
  readonly isOptional?: true;
}

/** A file as it was read, and where: symbolic links lead elsewhere. */
export interface ReadFile extends RepositoryFile {
  readonly place: RepositoryPlace;
  /** Not found, and neither was anything else of its repository. */
  readonly isOutOfReach?: true;
}

interface ReadOptions {
  /** In milliseconds. */
  readonly maxAge: number;
  readonly signal?: AbortSignal;
  /** Answers from what is kept, and asks no forge. */
  readonly onlyKept?: boolean;
}

type Files = ReadonlyMap<string, RepositoryFile>;
/** Answers for some links, asking again for what it has not answered from `since` on. */
type GetFiles = (
  urls: readonly string[],
  since?: ReadonlyMap<string, Date>,
  /** What is going to be asked for next. */
  ahead?: readonly string[],
) => Promise<Files>;

/** Where a place is read from. */
export const urlOf = ({ repository, path }: RepositoryPlace): string =>
  repository.fileUrl(path);

const rootOf = ({ repository }: RepositoryPlace) => repository.fileUrl('');

/**
 * Reads files of services' repositories, and knows what is missing from what is out of
 * reach: forges answer _not found_ for what they hide. So a file is missing only where
 * something else of the same repository was read no earlier.
 */
export class RepositoryReader {
  readonly #files: RepositoryFiles;

  constructor(options: { files: RepositoryFiles }) {
    this.#files = options.files;
  }

  /**
   * Reads the first of the given files that is there, for each of several lists; later
   * ones are asked for only where earlier ones are missing.
   */
  async readFirst(
    lists: ReadonlyArray<readonly WantedPlace[]>,
    options: ReadOptions,
  ): Promise<ReadonlyMap<string, ReadFile>> {
    const get = await this.#createGet(lists.flat().map(urlOf), options);
    const known = new Map<string, ReadFile>();
    const longest = Math.max(0, ...lists.map(list => list.length));
    const hasContent = (place: WantedPlace) =>
      known.get(urlOf(place))?.content !== undefined;
    for (let at = 0; at < longest; at++) {
      const wanted = lists.flatMap(list =>
        list.slice(0, at).some(hasContent) ? [] : list.slice(at, at + 1),
      );
      const read = await this.#read(wanted, get);
      // Only what was there before may still be there for those who can see it.
      const gone = wanted.filter(place => {
        const file = read.get(urlOf(place));
        return file?.status === 'missing' && file.content !== undefined;
      });
      const judged = await this.#judge(gone, read, get);
      for (const [url, file] of [...read, ...judged]) known.set(url, file);
    }
    const open = lists.flatMap(list => (list.some(hasContent) ? [] : list));
    for (const [url, file] of await this.#judge(open, known, get)) {
      known.set(url, file);
    }
    return known;
  }

  /** Reads all of some files. */
  async readAll(
    places: readonly WantedPlace[],
    options: ReadOptions,
  ): Promise<ReadonlyMap<string, ReadFile>> {
    return this.readFirst(
      places.map(place => [place]),
      options,
    );
  }

  async #read(
    places: readonly WantedPlace[],
    get: GetFiles,
  ): Promise<Map<string, ReadFile>> {
    const found = await get(places.map(urlOf));
    const read = new Map<string, ReadFile>();
    let links: Array<{ from: string; place: RepositoryPlace }> = [];
    const add = (from: string, place: RepositoryPlace, files: Files) => {
      const file = files.get(urlOf(place));
      if (!file) return;
      read.set(from, { ...file, place });
      const target =
        file.status === 'found' && linkTarget(place.path, file.content ?? '');
      if (target) links.push({ from, place: { ...place, path: target } });
    };
    for (const place of places) add(urlOf(place), place, found);
    for (let times = 0; links.length && times < mostLinks; times++) {
      const next = links;
      links = [];
      const urls = next.map(({ place }) => urlOf(place));
      const files = await get(urls);
      for (const { from, place } of next) add(from, place, files);
    }
    return read;
  }

  /** Tells what is missing from what may be out of reach, among some files. */
  async #judge(
    places: readonly WantedPlace[],
    read: ReadonlyMap<string, ReadFile>,
    get: GetFiles,
  ): Promise<Map<string, ReadFile>> {
    const missing = places.flatMap(place => {
      const file = read.get(urlOf(place));
      return file?.status === 'missing' ? [{ ...place, file }] : [];
    });
    const open = missing.filter(({ isOptional }) => !isOptional);
    const inReach = await this.#findReachable(open, read, get);
    const judged = new Map<string, ReadFile>();
    for (const { file, ...place } of missing) {
      const url = urlOf(place);
      const { content, ...rest } = file;
      if (place.isOptional || inReach.has(rootOf(place))) {
        if (content !== undefined) await this.#files.forgetContent(file.url);
        judged.set(url, rest);
      } else {
        const status = content === undefined ? 'error' : 'found';
        judged.set(url, {
          ...file,
          status,
          error: outOfReach,
          isOutOfReach: true,
        });
      }
    }
    return judged;
  }

  /** The repositories, by the link of their root, of which something can be read. */
  async #findReachable(
    missing: ReadonlyArray<WantedPlace & { readonly file: RepositoryFile }>,
    read: ReadonlyMap<string, ReadFile>,
    get: GetFiles,
  ): Promise<Set<string>> {
    const asked = new Map<string, { repository: Repository; since: Date }>();
    for (const { repository, file, path } of missing) {
      const root = rootOf({ repository, path });
      const since = asked.get(root)?.since ?? file.checkedAt;
      asked.set(root, {
        repository,
        since: since > file.checkedAt ? since : file.checkedAt,
      });
    }
    const inReach = new Set<string>();
    const note = (root: string, file: RepositoryFile | undefined) => {
      const since = asked.get(root)?.since;
      if (file?.status !== 'found' || file.error || !since) return;
      if (file.checkedAt >= since) inReach.add(root);
    };
    for (const file of read.values()) note(rootOf(file.place), file);
    const lists = [...asked]
      .filter(([root]) => !inReach.has(root))
      .map(([root, { repository, since }]) => ({
        root,
        since,
        urls: witnessesOf(repository),
      }));
    const all = lists.flatMap(({ urls }) => urls);
    const longest = Math.max(0, ...lists.map(({ urls }) => urls.length));
    for (let at = 0; at < longest; at++) {
      const open = lists.filter(
        ({ root, urls }) => !inReach.has(root) && urls.length > at,
      );
      const since = new Map(open.map(list => [list.urls[at], list.since]));
      const files = await get([...since.keys()], since, all);
      for (const { root, urls } of open) note(root, files.get(urls[at]));
    }
    return inReach;
  }

  /** What is kept is looked up at once for all links that may be asked for. */
  async #createGet(
    urls: readonly string[],
    { onlyKept, ...options }: ReadOptions,
  ): Promise<GetFiles> {
    const asked = new Set<string>();
    const kept = new Map<string, RepositoryFile>();
    const add = (files: Files) => {
      for (const [url, file] of files) kept.set(url, file);
    };
    const prepare = async (wanted: readonly string[]) => {
      const more = wanted.filter(url => !asked.has(url));
      more.forEach(url => asked.add(url));
      if (more.length) add(await this.#files.listKept(more));
    };
    await prepare(urls);
    return async (wanted, since, ahead = wanted) => {
      await prepare(ahead);
      if (!onlyKept && wanted.length) {
        add(await this.#files.read(wanted, { ...options, since, kept }));
      }
      return kept;
    };
  }
}
