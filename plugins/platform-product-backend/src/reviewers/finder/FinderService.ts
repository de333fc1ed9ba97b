import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  DecayedSum,
  LeftOutReason,
  overlapHours,
  ownersOf,
  ownersOfPath,
  pathsAbove,
  ReviewerCandidate,
  suggestReviewers,
  Suggestions,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common';
import { repositoryOf } from '../../sources/repositoryOf';
import {
  AvailabilityService,
  PublicAvailability,
} from '../availability/AvailabilityService';
import { ExpertiseStore } from '../history/ExpertiseStore';
import { ReviewHistoryStore } from '../history/ReviewHistoryStore';
import { IdentityService } from '../identities/IdentityService';
import { isMemberOf } from '../identities/isMemberOf';
import { personName } from '../identities/personKey';
import { LoadService } from '../LoadService';
import { findOwnerPeople } from '../ownership/ownerPeople';
import { OwnershipService } from '../ownership/OwnershipService';
import { RosterService } from '../roster/RosterService';
import { coversSome } from './coversSome';
import { explainSuggestion } from './explainSuggestion';
import { gateOf } from './gateOf';
import { addSums, latest, mergeByPerson } from './mergeByPerson';

/** People without an agreement who are worth mentioning. */
const mostStrangers = 3;
const fewPaths = 5;
/** From how many active people they are chosen. */
const mostActive = 40;

export interface SuggestOptions {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly paths: readonly string[];
  /** User ref or person key of whoever wrote the change. */
  readonly author?: string;
  /** Who is asking. */
  readonly reader?: string;
  readonly readerTimeZone?: string;
  /** User refs of people who have declined this change before. */
  readonly declined?: readonly string[];
  /** Whether one of the three should come from outside the owning team. */
  readonly includesOutside: boolean;
  /** Breaks ties. */
  readonly seed: string;
}

/** Finds the people who should review a change. */
export class FinderService {
  readonly #roster: RosterService;
  readonly #availability: AvailabilityService;
  readonly #identities: IdentityService;
  readonly #load: LoadService;
  readonly #ownership: OwnershipService;
  readonly #history: ReviewHistoryStore;
  readonly #expertise: ExpertiseStore;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #now: () => Date;

  constructor(options: {
    roster: RosterService;
    availability: AvailabilityService;
    identities: IdentityService;
    load: LoadService;
    ownership: OwnershipService;
    history: ReviewHistoryStore;
    expertise: ExpertiseStore;
    integrations: ScmIntegrationRegistry;
    now: () => Date;
  }) {
    this.#roster = options.roster;
    this.#availability = options.availability;
    this.#identities = options.identities;
    this.#load = options.load;
    this.#ownership = options.ownership;
    this.#history = options.history;
    this.#expertise = options.expertise;
    this.#integrations = options.integrations;
    this.#now = options.now;
  }

  /** Everybody who can be asked now, the best first, and who can't and why. */
  async listAvailable(
    options: Omit<SuggestOptions, 'includesOutside' | 'seed'>,
  ): Promise<{
    available: readonly string[];
    leftOut: ReadonlyMap<string, LeftOutReason>;
  }> {
    const { ranked, leftOut } = await this.#rank({
      ...options,
      includesOutside: false,
      seed: options.entityRef,
    });
    return {
      available: ranked.map(({ id }) => id),
      leftOut: new Map(leftOut.map(({ id, reason }) => [id, reason])),
    };
  }

  async suggest(
    options: SuggestOptions,
  ): Promise<Pick<Suggestions, 'suggestions' | 'leftOut'>> {
    const facts = await this.#rank(options);
    const { availability, open, people, asked, idOf } = facts;
    const now = this.#now();
    const owners = ownersOf(options.entity);
    const reader = readerCalendar(
      availability.get(options.reader ?? ''),
      options.readerTimeZone,
      this.#availability.fallbackCalendar,
    );
    let strangers = 0;
    return {
      suggestions: facts.suggested.map(({ id }) => ({
        userRef: id,
        isOutside: !isMemberOf(people.get(id), id, owners),
        role: facts.roles.get(id) ?? 'reviewer',
        reasons: explainSuggestion({
          id,
          paths: asked,
          expertise: facts.expertise,
          pairs: facts.pairs.filter(({ reviewer }) => idOf(reviewer) === id),
          ownedFiles: facts.ownedFiles(id),
        }),
        openReviews: open.get(id) ?? 0,
        maxOpenReviews: availability.get(id)?.maxOpenReviews ?? 0,
        overlapHours: overlapOf(reader, availability.get(id), now),
      })),
      leftOut: facts.leftOut
        .filter(
          ({ reason }) =>
            reason !== 'not-on-roster' || strangers++ < mostStrangers,
        )
        .map(({ id, reason }) => ({
          ...nameOf(id),
          reason,
          awayUntil:
            reason === 'away' ? availability.get(id)?.awayUntil : undefined,
        })),
    };
  }

  /** Everything that a suggestion takes; a fixed number of queries and calls. */
  async #rank(options: SuggestOptions) {
    const { entityRef, entity, paths } = options;
    const now = this.#now();
    const repository = repositoryOf(entity, this.#integrations);
    const [roster, [known], loaded] = await Promise.all([
      this.#roster.listActive([entityRef]),
      this.#history.listRepositories(repository ? [repository.url] : []),
      this.#ownership.load(entity, paths),
    ]);
    const asked = paths.length ? paths : [''];
    const declared = asked.map(path => ownersOfPath(loaded.ownership, path));
    const onRoster = roster.map(({ userRef }) => userRef);
    const [people, peopleOf] = await Promise.all([
      this.#identities.getPeople([
        ...onRoster,
        ...(options.author?.startsWith('user:') ? [options.author] : []),
      ]),
      findOwnerPeople(
        declared.flat(),
        repository?.host ?? '',
        this.#identities,
      ),
    ]);
    const authorKeys = options.author
      ? people.get(options.author)?.keys ?? [options.author]
      : [];
    const rosterPeople = new Map(
      onRoster.flatMap(ref => {
        const person = people.get(ref);
        return person ? [[ref, person] as const] : [];
      }),
    );
    const rosterKeys = [...rosterPeople.values()].flatMap(({ keys }) => keys);
    const [{ expertise: rows, totals }, active, pairs, availability, open] =
      await Promise.all([
        known
          ? this.#expertise.listAt(known.id, {
              paths: [...new Set(asked.flatMap(pathsAbove))],
              people: [...rosterKeys, ...authorKeys],
              now,
            })
          : { expertise: [], totals: new Map() },
        known
          ? this.#expertise.listMostActive(known.id, {
              paths: nearest(asked),
              limit: mostActive,
              now,
            })
          : [],
        known ? this.#expertise.listPairs(known.id, authorKeys, now) : [],
        this.#availability.list([
          ...onRoster,
          ...(options.reader ? [options.reader] : []),
        ]),
        this.#load.countOpen(rosterPeople),
      ]);
    const byKey = await this.#identities.findPeople([
      ...[...rows, ...active].map(({ person }) => person),
      ...pairs.map(({ reviewer }) => reviewer),
      ...authorKeys,
    ]);
    const idOf = (person: string) => byKey.get(person)?.userRef ?? person;

    const isNear = (person: string) =>
      [...rosterKeys, ...authorKeys].includes(person);
    const expertise = mergeByPerson(
      [...rows, ...active.filter(({ person }) => !isNear(person))],
      idOf,
    );
    const reviewsOfAuthor = new Map<string, DecayedSum>();
    for (const { reviewer, reviews } of pairs) {
      const id = idOf(reviewer);
      const other = reviewsOfAuthor.get(id);
      reviewsOfAuthor.set(id, other ? addSums(other, reviews) : reviews);
    }
    const ownership = new Map<string, number>();
    for (const owners of declared) {
      for (const id of new Set(owners.flatMap(peopleOf))) {
        ownership.set(id, (ownership.get(id) ?? 0) + 1 / asked.length);
      }
    }
    for (const { userRef, agreed } of roster) {
      // To be on the roster is a declaration, too.
      const covered = asked.filter(path =>
        coversSome(agreed?.paths ?? [], path ? [path] : []),
      ).length;
      const share = covered / asked.length;
      ownership.set(userRef, Math.max(ownership.get(userRef) ?? 0, share));
    }
    const authorId = options.author && idOf(options.author);
    const strangers = new Set([
      ...expertise.map(({ id }) => id),
      ...ownership.keys(),
    ]);
    for (const userRef of onRoster) strangers.delete(userRef);
    const owners = ownersOf(entity);
    const result = suggestReviewers({
      paths: asked,
      now,
      expertise: expertise.map(row => ({
        ...row,
        lastAt: latest(row.lastReviewedAt, row.lastChangedAt),
      })),
      totals,
      reviewsOfAuthor,
      authorChanges: expertise
        .filter(({ path, id }) => path === '' && id === authorId)
        .reduce((sum, { changeCount }) => sum + changeCount, 0),
      ownership,
      includesOutside: options.includesOutside,
      seed: options.seed,
      candidates: [
        ...roster.map(
          (entry): ReviewerCandidate => ({
            id: entry.userRef,
            isOutside: !isMemberOf(
              people.get(entry.userRef),
              entry.userRef,
              owners,
            ),
            openReviews: open.get(entry.userRef) ?? 0,
            gate: gateOf(entry, {
              ...options,
              author: authorId,
              availability: availability.get(entry.userRef),
              openReviews: open.get(entry.userRef) ?? 0,
              isKnown: people.has(entry.userRef),
            }),
          }),
        ),
        ...[...strangers].map(
          (id): ReviewerCandidate => ({
            id,
            isOutside: false,
            openReviews: 0,
            gate: id === authorId ? 'author' : 'not-on-roster',
          }),
        ),
      ],
    });

    return {
      ...result,
      asked,
      people,
      availability,
      open,
      expertise,
      pairs,
      idOf,
      roles: new Map(
        roster.map(({ userRef, agreed }) => [userRef, agreed?.role]),
      ),
      ownedFiles: (id: string) =>
        declared.filter(list => list.flatMap(peopleOf).includes(id)).length,
    };
  }
}

/** The files, and where these are few, the directories that hold them. */
function nearest(paths: readonly string[]): string[] {
  if (paths.length > fewPaths) return [...paths];
  return [...new Set(paths.flatMap(path => pathsAbove(path).slice(0, 2)))];
}

function readerCalendar(
  own: PublicAvailability | undefined,
  timeZone: string | undefined,
  fallback: WorkingCalendar,
): WorkingCalendar | undefined {
  if (own?.timeZone) return own.calendar;
  return timeZone ? { ...fallback, timeZone } : undefined;
}

function overlapOf(
  reader: WorkingCalendar | undefined,
  other: PublicAvailability | undefined,
  now: Date,
): number | undefined {
  return reader && other?.timeZone
    ? overlapHours(reader, other.calendar, now)
    : undefined;
}

function nameOf(id: string): { userRef?: string; name: string } {
  return id.startsWith('user:')
    ? { userRef: id, name: id }
    : { name: personName(id) };
}
