import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { normalizeRepositoryUrl } from '@platform-product/backstage-plugin-node';
import parseGitUrl from 'git-url-parse';

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
  /** Whether a link leads to something in the repository. */
  contains(url: string): boolean;
  /** Where a file is, from the root of the repository. */
  fileUrl(path: string): string;
  /** Page of the forge on which a file can be started, where there is one. */
  newFileUrl(path: string): string | undefined;
}

function annotated(entity: Entity, name: string): string | undefined {
  const value: unknown = entity.metadata.annotations?.[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** A project's page, from an annotation such as `github.com/project-slug`. */
function projectOf(entity: Entity): string | undefined {
  const host = ['github.com', 'gitlab.com'].find(name =>
    annotated(entity, `${name}/project-slug`),
  );
  if (!host) return undefined;
  const slug = annotated(entity, `${host}/project-slug`) ?? '';
  return /^[\w.-]+(\/[\w.-]+)+$/.test(slug)
    ? `https://${host}/${slug}`
    : undefined;
}

/** A link as a request holds it; undefined where no table would keep it. */
function shortUrl(text: string): string | undefined {
  const url = new URL(text).toString();
  return /^[\x21-\x7e]{1,800}$/.test(url) ? url : undefined;
}

function locationOf(entity: Entity): string | undefined {
  const text = annotated(entity, ANNOTATION_SOURCE_LOCATION);
  if (!text) return projectOf(entity);
  try {
    const { type, target } = parseLocationRef(text);
    const { protocol } = new URL(target);
    return type === 'url' && /^https?:$/.test(protocol)
      ? shortUrl(target)
      : undefined;
  } catch {
    return projectOf(entity);
  }
}

function isBelow(url: string, page: string): boolean {
  return normalizeRepositoryUrl(url).startsWith(
    `${normalizeRepositoryUrl(page)}/`,
  );
}

const withoutSlashes = (path: string) => path.replace(/^\/+|\/+$/g, '');

/** A forge's repository, taken apart by the parser that Backstage uses, too. */
function onForge(
  location: string,
  forge: string,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const parsed = parseGitUrl(location);
  if (!parsed.name || !parsed.owner) return undefined;
  const { origin, host } = new URL(location);
  const page = new URL(
    `${origin}/${parsed.full_name.replace(/\.git$/, '')}`,
  ).toString();
  const branch = parsed.ref || 'HEAD';
  const infix = forge === 'gitlab' ? '/-' : '';
  const base = parsed.ref ? location : `${page}${infix}/tree/HEAD/`;
  return {
    url: normalizeRepositoryUrl(page),
    host,
    directory: withoutSlashes(parsed.filepath ?? ''),
    forge,
    location,
    contains: other => isBelow(other, page),
    fileUrl: path =>
      integrations
        .resolveUrl({ url: `/${path}`, base })
        .replace(/\/tree\//, '/blob/'),
    newFileUrl: path => {
      const file = encodeURIComponent(path);
      if (forge === 'github') {
        return `${page}/new/${branch}?filename=${file}`;
      }
      if (forge === 'gitlab') {
        return `${page}/-/new/${branch}?file_name=${file}`;
      }
      return undefined;
    },
  };
}

/** Files on any other host, below the location itself. */
function onHost(location: string): Repository {
  const base = location.endsWith('/') ? location : `${location}/`;
  return {
    url: normalizeRepositoryUrl(base),
    host: new URL(location).host,
    directory: '',
    location,
    contains: other => isBelow(other, base),
    fileUrl: path => new URL(path, base).toString(),
    newFileUrl: () => undefined,
  };
}

/**
 * Finds out where a service's source code is: from its source location, or from
 * a project slug. Undefined where neither says.
 */
export function repositoryOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const location = locationOf(entity);
  if (!location) return undefined;
  const forge = integrations.byUrl(location)?.type;
  try {
    return forge && !['awsS3', 'googleGcs'].includes(forge)
      ? onForge(location, forge, integrations)
      : onHost(location);
  } catch {
    // A link that no forge has is no repository.
    return undefined;
  }
}
