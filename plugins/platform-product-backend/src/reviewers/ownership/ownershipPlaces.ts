import { Entity } from '@backstage/catalog-model';
import {
  dialectOfHost,
  isWebLink,
  OwnershipDialect,
  ownershipFilePaths,
  readAnnotation,
} from '@platform-product/backstage-plugin-common/rules';
import { decodedSegments } from '../../repositories/decodedSegments';
import { Repository, RepositoryPlace } from '../../repositories/repositoryOf';

/** Files that declare ownership together, or of which the first one counts. */
export interface OwnershipPlaces {
  readonly dialect: OwnershipDialect;
  readonly take: 'first' | 'all';
  readonly places: readonly RepositoryPlace[];
}

/** Where ownership may be declared, the first that has something counts. */
export interface OwnershipSearch {
  readonly first: OwnershipPlaces;
  /** Where the first has nothing: Kubernetes' files, which need no annotation. */
  readonly otherwise?: OwnershipPlaces;
}

const withoutStart = (path: string) => path.replace(/^\.?\/+/, '');

/** OWNERS files count from the service's directory up to the root. */
function ownersPlaces(
  repository: Repository,
  paths: readonly string[],
): OwnershipPlaces {
  const { directory } = repository;
  const inside = directory ? [`${directory}/OWNERS`] : [];
  const { paths: files } = ownershipFilePaths('owners', [...inside, ...paths]);
  return {
    dialect: 'owners',
    take: 'all',
    places: files.map(path => ({ repository, path })),
  };
}

function placesOfLink(
  link: string,
  repository: Repository,
  dialect: OwnershipDialect,
): OwnershipPlaces {
  // The backend may read more than those who see the answer.
  const place = repository.fileOfLink(link);
  const name = place?.path.split('/').at(-1);
  const isOwners = name === 'OWNERS';
  return {
    dialect: isOwners ? 'owners' : dialect,
    take: 'first',
    places: place && (isOwners || name === 'CODEOWNERS') ? [place] : [],
  };
}

/** Where a repository declares what matters for some paths. */
export function ownershipPlaces(
  entity: Entity,
  repository: Repository | undefined,
  paths: readonly string[],
): OwnershipSearch {
  const dialect = dialectOfHost(repository?.forge ?? '') ?? 'github';
  if (!repository) return { first: { dialect, take: 'first', places: [] } };
  const named = readAnnotation(entity, 'codeowners');
  if (named && isWebLink(named)) {
    return { first: placesOfLink(named, repository, dialect) };
  }
  const owners = ownersPlaces(repository, paths);
  if (named && /OWNERS$/.test(named) && !/CODEOWNERS$/.test(named)) {
    return { first: owners };
  }
  if (named) {
    const { directory } = repository;
    const path = (decodedSegments(withoutStart(named)) ?? []).join('/');
    const isBeside = named.startsWith('./') && directory;
    const place = {
      repository,
      path: isBeside ? `${directory}/${path}` : path,
    };
    return { first: { dialect, take: 'first', places: [place] } };
  }
  const usual = ownershipFilePaths(dialect).paths;
  return {
    first: {
      dialect,
      take: 'first',
      places: usual.map(path => ({ repository, path })),
    },
    otherwise: owners,
  };
}
