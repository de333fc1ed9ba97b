import { Entity } from '@backstage/catalog-model';
import { annotations } from '@platform-product/backstage-plugin-common';
import {
  isWebLink,
  readAnnotation,
} from '@platform-product/backstage-plugin-common/rules';
import { annotated } from '../repositories/annotated';
import { decodedSegments } from '../repositories/decodedSegments';
import { Repository } from '../repositories/repositoryOf';
import { WantedPlace } from '../repositories/RepositoryReader';

/** Spellings that most guides have, of all that GitHub takes for one. */
const usualNames = ['CONTRIBUTING.md', 'contributing.md', 'Contributing.md'];
const rareNames = [
  'CONTRIBUTING.MD',
  ...['CONTRIBUTING', 'contributing', 'Contributing'].flatMap(name =>
    ['.markdown', '.rst', '.adoc', '.txt', ''].map(
      ending => `${name}${ending}`,
    ),
  ),
];

/** Where the guide of a service may be. */
export interface GuideLocations {
  /** Files to read, the likeliest first. */
  readonly places: readonly WantedPlace[];
  /** Other spellings and kinds of text, which are looked for less often. */
  readonly rarePlaces: readonly WantedPlace[];
  /** A page that is only linked: it is not in the service's own repository. */
  readonly elsewhere?: string;
}

const nowhere = { places: [], rarePlaces: [] };

/** Whether a file is shown and read, by its name. */
export const isMarkdown = (path: string): boolean =>
  /\.(md|markdown)$/i.test(path);

/**
 * GitHub looks into `.github` first, then at the root, then into `docs`; and in the
 * public repository `.github` of the owner.
 */
function usualLocations(repository: Repository): GuideLocations {
  const { directory } = repository;
  const isGithub = repository.forge === 'github';
  const shared = isGithub ? ['.github', '', 'docs'] : ['', '.github', 'docs'];
  const directories = [
    ...new Set([...(directory ? [directory] : []), ...shared]),
  ];
  const placesOf = (names: readonly string[]): WantedPlace[] =>
    directories.flatMap(name =>
      names.map(file => ({
        repository,
        path: name ? `${name}/${file}` : file,
      })),
    );
  const ofOwner = repository.ownersRepository;
  const shareds = ofOwner
    ? ['.github/', '', 'docs/'].flatMap(name =>
        usualNames.slice(0, 2).map(file => ({
          repository: ofOwner,
          path: `${name}${file}`,
          isOptional: true as const,
        })),
      )
    : [];
  return {
    places: placesOf(usualNames),
    rarePlaces: [...placesOf(rareNames), ...shareds],
  };
}

/** Paths from the root that an annotation may mean; `./` is beside the service. */
function pathsOf(value: string, directory: string): string[] {
  const beside = value.startsWith('./');
  const names = decodedSegments(value.replace(/^\.?\/+/, ''));
  // A backslash and a protocol are no part of the path of a guide.
  if (!names?.length || /[\\:?#]/.test(value)) return [];
  const path = names.join('/');
  const nearby = directory ? `${directory}/${path}` : path;
  if (beside) return [nearby];
  return value.startsWith('/') ? [path] : [...new Set([path, nearby])];
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
  if (!annotated(entity, annotations.contributing))
    return repository ? usualLocations(repository) : nowhere;
  const named = readAnnotation(entity, 'contributing');
  if (!named) return nowhere;
  if (isWebLink(named)) {
    const place = repository?.fileOfLink(named);
    if (place && isMarkdown(place.path)) return { ...nowhere, places: [place] };
    return URL.canParse(named)
      ? { ...nowhere, elsewhere: new URL(named).toString() }
      : nowhere;
  }
  if (!repository) return nowhere;
  const places = pathsOf(named, repository.directory).map(path => ({
    repository,
    path,
  }));
  const isRead = places.every(({ path }) => isMarkdown(path));
  return isRead ? { ...nowhere, places } : nowhere;
}
