import { Entity } from '@backstage/catalog-model';
import {
  annotations,
  isWebLink,
} from '@platform-product/backstage-plugin-common';
import { Repository } from '../sources/repositoryOf';

const usualPlaces = [
  'CONTRIBUTING.md',
  '.github/CONTRIBUTING.md',
  'docs/CONTRIBUTING.md',
  'contributing.md',
];

const isMarkdown = (path: string) => /\.(md|markdown)$/i.test(path);

/**
 * Where the guide of a service may be, the likeliest place first. An annotation
 * takes the place of the usual ones; it can only name Markdown files, so that it
 * does not show what else the backend may read.
 */
export function guideLocations(
  entity: Entity,
  repository: Repository | undefined,
): string[] {
  const named: unknown =
    entity.metadata.annotations?.[annotations.contributing];
  if (typeof named === 'string' && named.trim()) {
    const value = named.trim();
    if (isWebLink(value)) {
      return isMarkdown(new URL(value).pathname) ? [value] : [];
    }
    const isSafe = isMarkdown(value) && !value.split('/').includes('..');
    return repository && isSafe
      ? [repository.fileUrl(value.replace(/^\.?\/+/, ''))]
      : [];
  }
  return repository ? usualPlaces.map(path => repository.fileUrl(path)) : [];
}
