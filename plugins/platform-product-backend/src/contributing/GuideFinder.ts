import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ReadFile,
  RepositoryReader,
  urlOf,
  WantedPlace,
} from '../repositories/RepositoryReader';
import { Repository, repositoryOf } from '../repositories/repositoryOf';
import { GuideLocations, guideLocations, isMarkdown } from './guideLocations';

/** How much longer other spellings are taken to be missing. */
const rarePatience = 4;

/** A service's guide, or where it was looked for. */
export interface FoundGuide {
  readonly file?: ReadFile;
  /** Where people see the file. */
  readonly url?: string;
  readonly lookedAt: readonly string[];
  readonly error?: string;
  /** A guide that is only linked. */
  readonly elsewhere?: string;
  /** The linked guide is in the repository, and is no Markdown. */
  readonly isOtherFormat?: true;
  /** Every place was looked at, and none has a guide. */
  readonly isMissing: boolean;
  /** Nothing of the repository was found, at least not as it was read. */
  readonly isOutOfReach: boolean;
}

interface FindOptions {
  /** How old a file may get, in milliseconds. */
  readonly maxAge: number;
  readonly signal?: AbortSignal;
  /** Answers from what is kept, and asks no forge. */
  readonly onlyKept?: boolean;
}

interface Search {
  readonly entity: Entity;
  readonly repository: Repository | undefined;
  readonly locations: GuideLocations;
}

const pageOf = ({ repository, path }: WantedPlace) => repository.pageUrl(path);

/** The guide among the files of a service's places. */
function found(
  { places, rarePlaces, elsewhere }: GuideLocations,
  files: ReadonlyMap<string, ReadFile>,
): FoundGuide {
  const all = [...places, ...rarePlaces];
  const known = all.flatMap(place => files.get(urlOf(place)) ?? []);
  const file = known.find(({ content }) => content !== undefined);
  const { error } = file ?? known.find(other => other.error) ?? {};
  // Other spellings are looked for in the same directories.
  const shown = places.filter(
    ({ path }, at) =>
      places.findIndex(
        other =>
          other.path.toLocaleLowerCase('en-US') ===
          path.toLocaleLowerCase('en-US'),
      ) === at,
  );
  const base = { lookedAt: shown.map(pageOf), elsewhere };
  if (file && !isMarkdown(file.place.path)) {
    return {
      ...base,
      elsewhere: pageOf(file.place),
      isOtherFormat: true,
      isMissing: false,
      isOutOfReach: false,
    };
  }
  const isMissing =
    all.length > 0 &&
    all.every(place => files.get(urlOf(place))?.status === 'missing');
  const url = file && pageOf(file.place);
  const isOutOfReach = !file && known.some(other => other.isOutOfReach);
  return { ...base, file, url, error, isMissing, isOutOfReach };
}

/** Finds the contribution guides of services. */
export class GuideFinder {
  readonly #reader: RepositoryReader;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    reader: RepositoryReader;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
  }

  /** The guides of some services, in the order of the services. */
  async find(
    entities: readonly Entity[],
    options: FindOptions,
  ): Promise<FoundGuide[]> {
    const searches = entities.map(entity =>
      this.#search(entity, repositoryOf(entity, this.#integrations)),
    );
    const guides = await this.#findIn(searches, options);
    // A branch with slashes looks like a directory, in which nothing is found.
    const again = searches.flatMap((search, at) =>
      guides[at].isOutOfReach && search.repository
        ? search.repository.readings.map(repository => ({
            at,
            search: this.#search(search.entity, repository),
          }))
        : [],
    );
    const others = await this.#findIn(
      again.map(({ search }) => search),
      options,
    );
    others.forEach((guide, index) => {
      const { at } = again[index];
      if (guides[at].isOutOfReach && !guide.isOutOfReach) guides[at] = guide;
    });
    return guides;
  }

  #search(entity: Entity, repository: Repository | undefined): Search {
    return {
      entity,
      repository,
      locations: guideLocations(entity, repository),
    };
  }

  async #findIn(
    searches: readonly Search[],
    options: FindOptions,
  ): Promise<FoundGuide[]> {
    const first = await this.#reader.readFirst(
      searches.map(({ locations }) => locations.places),
      options,
    );
    const guides = searches.map(({ locations }) =>
      found({ ...locations, rarePlaces: [] }, first),
    );
    const open = searches.filter((_, at) => guides[at].isMissing);
    const rare = await this.#reader.readFirst(
      open.map(({ locations }) => locations.rarePlaces),
      { ...options, maxAge: options.maxAge * rarePatience },
    );
    const files = new Map([...first, ...rare]);
    return searches.map(({ locations }, at) =>
      guides[at].isMissing ? found(locations, files) : guides[at],
    );
  }
}
