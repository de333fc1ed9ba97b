import { Entity } from '@backstage/catalog-model';
import { annotations } from '@platform-product/backstage-plugin-common';
import {
  isWebLink,
  readAnnotation,
} from '@platform-product/backstage-plugin-common/rules';
import { Repository } from '../repositories/repositoryOf';

const usualPlaces = [
  'CONTRIBUTING.md',
  '.github/CONTRIBUTING.md',
  'docs/CONTRIBUTING.md',
  'contributing.md',
];

/** Where the guide of a service may be. */
export interface GuideLocations {
  /** Files to read, the likeliest first. */
  readonly places: readonly string[];
  /** A page that is only linked: it is not in the service's own repository. */
  readonly elsewhere?: string;
}

function resolve(
  value: string,
  repository: Repository | undefined,
): string | undefined {
  try {
    return isWebLink(value)
      ? new URL(value).toString()
      : repository &&
          new URL(repository.fileUrl(value.replace(/^\.?\/+/, ''))).toString();
  } catch {
    return undefined;
  }
}

/**
 * Where the guide of a service may be. An annotation takes the place of the usual
 * ones. Only Markdown files of the service's own repository are read: the backend
 * may read more than those who see the answer.
 */
export function guideLocations(
  entity: Entity,
  repository: Repository | undefined,
): GuideLocations {
  const text: unknown = entity.metadata.annotations?.[annotations.contributing];
  if (typeof text !== 'string' || !text.trim()) {
    return {
      places: repository
        ? usualPlaces.map(path => repository.fileUrl(path))
        : [],
    };
  }
  const named = readAnnotation(entity, 'contributing');
  const url = named && resolve(named, repository);
  if (!named || !url) return { places: [] };
  const isGuide = /\.(md|markdown)$/i.test(new URL(url).pathname);
  if (isGuide && repository?.contains(url)) return { places: [url] };
  return { places: [], elsewhere: isWebLink(named) ? url : undefined };
}
