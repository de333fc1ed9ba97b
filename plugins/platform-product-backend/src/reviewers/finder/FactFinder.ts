import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  OwnerName,
  ownersOfPath,
  pathsAbove,
} from '@platform-product/backstage-plugin-common/rules';
import { repositoryOf } from '../../repositories/repositoryOf';
import {
  AvailabilityService,
  PublicAvailability,
} from '../availability/AvailabilityService';
import {
  ExpertiseStore,
  PairExpertise,
  PathExpertise,
} from '../history/ExpertiseStore';
import { everybody } from '../history/planExpertise';
import {
  HistoryRepository,
  ReviewHistoryStore,
} from '../history/ReviewHistoryStore';
import { IdentityService, KnownPerson } from '../identities/IdentityService';
import { LoadService } from '../LoadService';
import { findOwnerPeople } from '../ownership/ownerPeople';
import { OwnershipService } from '../ownership/OwnershipService';
import { RosterService } from '../roster/RosterService';
import { StoredRosterEntry } from '../roster/RosterStore';

const fewPaths = 5;
/** From how many active people strangers are chosen. */
const mostActive = 40;

/** What the finder is asked. */
export interface FinderQuestion {
  readonly entityRef: string;
  readonly entity: Entity;
  /** The changed files; none stands for the whole repository. */
  readonly paths: readonly string[];
  /** User ref or person key of the author of the change. */
  readonly author?: string;
  /** Who is asking. */
  readonly reader?: string;
}

/** Something of a person, who goes by user ref where the catalog knows them. */
type Of<T> = T & { readonly id: string };

/** Everything that is known of a change and of those who might review it. */
export interface FinderFacts {
  /** Never empty; an empty path is the whole repository. */
  readonly paths: readonly string[];
  readonly authorId?: string;
  readonly roster: readonly StoredRosterEntry[];
  /** Those on the roster, and the author, whom the catalog knows. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Of those on the roster and the reader. */
  readonly availability: ReadonlyMap<string, PublicAvailability>;
  /** Of those on the roster. */
  readonly openReviews: ReadonlyMap<string, number>;
  /** Of those on the roster, the author, and the most active others. */
  readonly expertise: ReadonlyArray<Of<PathExpertise>>;
  /** What everybody together has done at each path. */
  readonly totals: ReadonlyMap<string, PathExpertise>;
  /** Who reviewed the author's changes. */
  readonly pairs: ReadonlyArray<Of<PairExpertise>>;
  /** How many of the paths people own by what an ownership file says. */
  readonly ownedPaths: ReadonlyMap<string, number>;
}

/** Gathers what a suggestion takes, in a fixed number of queries and calls. */
export class FactFinder {
  readonly #roster: RosterService;
  readonly #availability: AvailabilityService;
  readonly #identities: IdentityService;
  readonly #load: LoadService;
  readonly #ownership: OwnershipService;
  readonly #history: ReviewHistoryStore;
  readonly #expertise: ExpertiseStore;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    roster: RosterService;
    availability: AvailabilityService;
    identities: IdentityService;
    load: LoadService;
    ownership: OwnershipService;
    history: ReviewHistoryStore;
    expertise: ExpertiseStore;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#roster = options.roster;
    this.#availability = options.availability;
    this.#identities = options.identities;
    this.#load = options.load;
    this.#ownership = options.ownership;
    this.#history = options.history;
    this.#expertise = options.expertise;
    this.#integrations = options.integrations;
  }

  async gather(question: FinderQuestion): Promise<FinderFacts> {
    const { entityRef, entity, author, reader } = question;
    const paths = question.paths.length ? question.paths : [''];
    const repository = repositoryOf(entity, this.#integrations);
    const [roster, [known], { ownership }] = await Promise.all([
      this.#roster.listActive([entityRef]),
      this.#history.listRepositories(repository ? [repository.url] : []),
      this.#ownership.load(entity, question.paths),
    ]);
    const declared = paths.map(path => ownersOfPath(ownership, path));
    const onRoster = roster.map(({ userRef }) => userRef);
    const [people, peopleOf] = await Promise.all([
      this.#identities.getPeople([
        ...onRoster,
        ...(author?.startsWith('user:') ? [author] : []),
      ]),
      findOwnerPeople(
        declared.flat(),
        repository?.host ?? '',
        this.#identities,
      ),
    ]);
    const reviewers = new Map(
      onRoster.flatMap(ref => {
        const person = people.get(ref);
        return person ? [[ref, person] as const] : [];
      }),
    );
    const [history, availability, openReviews] = await Promise.all([
      this.#gatherHistory(known, {
        paths,
        reviewers: [...reviewers.values()].flatMap(({ keys }) => keys),
        author: author ? people.get(author)?.keys ?? [author] : [],
      }),
      this.#availability.list([...onRoster, ...(reader ? [reader] : [])]),
      this.#load.countOpen(reviewers),
    ]);
    const named = await this.#identities.findPeople([
      ...new Set([
        ...history.expertise.map(({ person }) => person),
        ...history.pairs.map(pair => pair.reviewer),
        ...(author ? [author] : []),
      ]),
    ]);
    const idOf = (person: string) => named.get(person)?.userRef ?? person;
    return {
      paths,
      authorId: author && idOf(author),
      roster,
      people,
      availability,
      openReviews,
      expertise: history.expertise.map(row => ({
        ...row,
        id: idOf(row.person),
      })),
      totals: history.totals,
      pairs: history.pairs.map(pair => ({ ...pair, id: idOf(pair.reviewer) })),
      ownedPaths: countOwned(declared, peopleOf),
    };
  }

  /** All of them person keys. */
  async #gatherHistory(
    repository: HistoryRepository | undefined,
    asked: {
      readonly paths: readonly string[];
      readonly reviewers: readonly string[];
      readonly author: readonly string[];
    },
  ) {
    if (!repository) return { expertise: [], totals: new Map(), pairs: [] };
    const { paths, reviewers, author } = asked;
    const [rows, ofAuthor, active, pairs] = await Promise.all([
      this.#expertise.listAt(repository, {
        paths: [...new Set(paths.flatMap(pathsAbove))],
        people: [everybody, ...reviewers],
      }),
      this.#expertise.listAt(repository, { paths: [''], people: author }),
      this.#expertise.listMostActive(repository, {
        paths: nearest(paths),
        limit: mostActive,
      }),
      this.#expertise.listPairs(repository, author),
    ]);
    const known = new Set(reviewers);
    return {
      expertise: [
        ...rows.filter(({ person }) => person !== everybody),
        ...ofAuthor.filter(({ person }) => !known.has(person)),
        ...active.filter(
          ({ person }) => !known.has(person) && !author.includes(person),
        ),
      ],
      totals: new Map(
        rows
          .filter(({ person }) => person === everybody)
          .map(row => [row.path, row]),
      ),
      pairs,
    };
  }
}

/**
 * Where to look for people nobody has an agreement with: at the files and the
 * directories that hold them, or, of many files, at the directory above them all.
 */
function nearest(paths: readonly string[]): string[] {
  if (paths.length <= fewPaths) {
    return [...new Set(paths.flatMap(path => pathsAbove(path).slice(0, 2)))];
  }
  const [first, ...others] = paths.map(path => pathsAbove(path).slice(1));
  const shared = first.find(above => others.every(all => all.includes(above)));
  return [shared ?? ''];
}

function countOwned(
  declared: ReadonlyArray<readonly OwnerName[]>,
  peopleOf: (owner: OwnerName) => readonly string[],
): ReadonlyMap<string, number> {
  const owned = new Map<string, number>();
  for (const owners of declared) {
    for (const id of new Set(owners.flatMap(peopleOf))) {
      owned.set(id, (owned.get(id) ?? 0) + 1);
    }
  }
  return owned;
}
