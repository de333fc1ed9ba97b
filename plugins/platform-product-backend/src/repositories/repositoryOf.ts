import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { normalizeRepositoryUrl } from '@platform-product/backstage-plugin-node';
import { decodedSegments } from './decodedSegments';
import { ForgePlace } from './Forge';
import { FoundForge, forgeOf } from './forgeOf';
import { linkOfLocation, sourceLocationOf } from './sourceLocationOf';

/** A file of a repository. */
export interface RepositoryPlace {
  /** At the ref that the file is read from. */
  readonly repository: Repository;
  /** From the root, without a leading slash. */
  readonly path: string;
}

/** Where the source code of a service is. */
export interface Repository {
  /** The same for all services in it, in lower case and without a branch. */
  readonly url: string;
  /** Host of the forge, with its port where it is not the usual one. */
  readonly host: string;
  /** Directory of the service, without slashes at its ends; empty at the root. */
  readonly directory: string;
  /** Type of the forge's integration, such as `github`. */
  readonly forge?: string;
  /** Page or file of the service's own location. */
  readonly location: string;
  /** The file of the catalog that the service comes from, if it is in here. */
  readonly catalogFile?: RepositoryPlace;
  /** Where the owner keeps what holds for all repositories, on forges with such a one. */
  readonly ownersRepository?: Repository;
  /** Other ways to read the location, where a branch may have slashes. */
  readonly readings: readonly Repository[];
  /** The file of this repository that a link leads to. */
  fileOfLink(link: string): RepositoryPlace | undefined;
  /** Where a file is read from, by its path from the root of the repository. */
  fileUrl(path: string): string;
  /** Where people see a file. */
  pageUrl(path: string): string;
  /** The bare content of a file, for images, where it has a link. */
  rawUrl(path: string): string | undefined;
  /** Page of the forge on which a file can be started, where there is one. */
  newFileUrl(path: string): string | undefined;
}

/** Longer branch names are told by a link with an encoded slash. */
const mostSlashes = 3;

/** A link as a request holds it; undefined where no table would keep it. */
function shortUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text).toString();
  return /^[\x21-\x7e]{1,800}$/.test(url) ? url : undefined;
}

const namesOf = (path: string) => path.split('/').filter(name => name !== '');

/** A repository as it is at one place. */
function onForge(options: {
  readonly found: FoundForge;
  readonly place: ForgePlace;
  readonly location: string;
  readonly managedBy?: string;
}): Repository {
  const { found, place, location, managedBy } = options;
  const { forge, type } = found;
  const { page, ref, refType, path = [], isFile } = place;
  const fileAt = (file: string) => ({
    ...place,
    path: namesOf(file),
    isFile: true,
  });
  const at = (other: ForgePlace): Repository =>
    onForge({ found, place: other, location });
  const fileOfLink = (link: string) => {
    const other = found.parse(link);
    if (!other?.path?.length) return undefined;
    if (normalizeRepositoryUrl(other.page) !== normalizeRepositoryUrl(page)) {
      return undefined;
    }
    const isSameRef = other.ref === ref && other.refType === refType;
    const root = { ...other, path: [], isFile: false };
    const repository = at(isSameRef ? { ...root, page } : root);
    return { repository, path: other.path.join('/') };
  };
  const catalogFile = managedBy ? fileOfLink(managedBy) : undefined;
  const directory = isFile ? path.slice(0, -1) : path;
  const readings =
    forge.hasRefInPath && ref !== undefined && !ref.includes('/')
      ? directory.slice(0, mostSlashes).map((_, count) =>
          onForge({
            ...options,
            place: {
              ...place,
              ref: [ref, ...path.slice(0, count + 1)].join('/'),
              path: path.slice(count + 1),
            },
          }),
        )
      : [];
  const shared = forge.ownersPage?.(page);
  return {
    url: normalizeRepositoryUrl(page),
    host: new URL(page).host,
    directory: directory.join('/'),
    ownersRepository:
      shared === undefined || shared === page
        ? undefined
        : at({ page: shared, path: [], isFile: false }),
    forge: type,
    location,
    catalogFile,
    readings,
    fileOfLink,
    fileUrl: file => forge.readUrl(fileAt(file)),
    pageUrl: file => (forge.pageUrl ?? forge.readUrl)(fileAt(file)),
    rawUrl: file => forge.rawUrl?.(fileAt(file)),
    newFileUrl: file => forge.newFileUrl?.(fileAt(file)),
  };
}

/** Files on any other host, below the location itself. */
function onHost(location: string): Repository | undefined {
  const base = location.endsWith('/') ? location : `${location}/`;
  const { origin, host, pathname } = new URL(base);
  const root = decodedSegments(pathname);
  if (!root) return undefined;
  const fileUrl = (path: string) =>
    new URL(namesOf(path).map(encodeURIComponent).join('/'), base).toString();
  const repository: Repository = {
    url: normalizeRepositoryUrl(base),
    host,
    directory: '',
    location,
    readings: [],
    fileOfLink: link => {
      const url = URL.canParse(link) ? new URL(link) : undefined;
      const names = url?.origin === origin && decodedSegments(url.pathname);
      if (!names || names.length <= root.length) return undefined;
      const isBelow = root.every((name, at) => name === names[at]);
      const path = names.slice(root.length).join('/');
      return isBelow ? { repository, path } : undefined;
    },
    fileUrl,
    pageUrl: fileUrl,
    rawUrl: fileUrl,
    newFileUrl: () => undefined,
  };
  return repository;
}

/**
 * Finds out where a service's source code is: from its source location, or from
 * a project slug. Undefined where neither says.
 */
export function repositoryOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const source = sourceLocationOf(entity, integrations);
  const location = source && shortUrl(source);
  if (!location) return undefined;
  const found = forgeOf(location, integrations);
  if (!found) return onHost(location);
  const place = found.parse(location);
  // A link that the forge does not have is no repository.
  if (!place) return undefined;
  const managedBy = linkOfLocation(entity, ANNOTATION_LOCATION);
  return onForge({ found, place, location, managedBy });
}
