import {
  LeftOutReason,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import {
  DecayedSum,
  keptUnit,
  overlapHours,
  ReviewerCandidate,
  suggestReviewers,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common/rules';
import { PublicAvailability } from '../availability/AvailabilityService';
import { teamOf } from '../../people/teamOf';
import { isInside } from '../identities/isInside';
import { personName } from '../identities/personKey';
import { coversSome } from './coversSome';
import { explainSuggestion, reachOf } from './explainSuggestion';
import { FactFinder, FinderFacts, FinderQuestion } from './FactFinder';
import { gateOf } from './gateOf';
import { addSums } from './mergeByPath';

/** People without an agreement who are worth mentioning. */
const mostStrangers = 3;

/** What the finder is asked, and how it shall answer. */
export interface SuggestOptions extends FinderQuestion {
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
  readonly #facts: FactFinder;
  readonly #fallbackCalendar: WorkingCalendar;
  readonly #now: () => Date;

  constructor(options: {
    facts: FactFinder;
    /** Of people who have not said when they work. */
    fallbackCalendar: WorkingCalendar;
    now: () => Date;
  }) {
    this.#facts = options.facts;
    this.#fallbackCalendar = options.fallbackCalendar;
    this.#now = options.now;
  }

  /** Everybody who can be asked now, the best first, and who can't and why. */
  async listAvailable(
    options: Omit<SuggestOptions, 'includesOutside' | 'seed'>,
  ): Promise<{
    available: readonly string[];
    leftOut: ReadonlyMap<string, LeftOutReason>;
  }> {
    const { ranked, leftOut } = rank(
      await this.#facts.gather(options),
      { ...options, includesOutside: false, seed: options.entityRef },
      this.#now(),
    );
    return {
      available: ranked.map(({ id }) => id),
      leftOut: new Map(leftOut.map(({ id, reason }) => [id, reason])),
    };
  }

  async suggest(
    options: SuggestOptions,
  ): Promise<Pick<Suggestions, 'suggestions' | 'leftOut'>> {
    const facts = await this.#facts.gather(options);
    const now = this.#now();
    const { suggested, leftOut } = rank(facts, options, now);
    const { availability, people, openReviews } = facts;
    const team = teamOf(options.entity);
    const reader = readerCalendar(
      availability.get(options.reader ?? ''),
      options.readerTimeZone,
      this.#fallbackCalendar,
    );
    const roles = new Map(
      facts.roster.map(({ userRef, agreed }) => [userRef, agreed?.role]),
    );
    const reach = reachOf(facts.paths);
    let strangers = 0;
    return {
      suggestions: suggested.map(({ id }) => ({
        userRef: id,
        isOutside: !isInside(people.get(id), id, team),
        role: roles.get(id) ?? 'reviewer',
        reasons: explainSuggestion({
          reach,
          expertise: facts.expertise.filter(row => row.id === id),
          pairs: facts.pairs.filter(pair => pair.id === id),
          ownedFiles: facts.ownedPaths.get(id) ?? 0,
        }),
        openReviews: openReviews.get(id) ?? 0,
        maxOpenReviews: availability.get(id)?.maxOpenReviews ?? 0,
        overlapHours: overlapOf(reader, availability.get(id), now),
      })),
      leftOut: leftOut
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
}

/** Ranks people by the formula, and leaves out whom a gate keeps from it. */
function rank(facts: FinderFacts, options: SuggestOptions, now: Date) {
  const { authorId, expertise } = facts;
  const ownership = shareOwned(facts);
  return suggestReviewers({
    paths: facts.paths,
    now,
    unit: keptUnit(now),
    expertise,
    totals: facts.totals,
    reviewsOfAuthor: sumPairs(facts.pairs),
    authorChanges: expertise
      .filter(({ path, id }) => path === '' && id === authorId)
      .reduce((sum, { changeCount }) => sum + changeCount, 0),
    ownership,
    candidates: candidatesOf(facts, options, [...ownership.keys()]),
    includesOutside: options.includesOutside,
    seed: options.seed,
  });
}

function candidatesOf(
  facts: FinderFacts,
  options: SuggestOptions,
  owners: readonly string[],
): ReviewerCandidate[] {
  const { roster, people, availability, openReviews, authorId } = facts;
  const team = teamOf(options.entity);
  const strangers = new Set([
    ...facts.expertise.map(({ id }) => id),
    ...owners,
  ]);
  for (const { userRef } of roster) strangers.delete(userRef);
  return [
    ...roster.map(entry => {
      const { userRef } = entry;
      const open = openReviews.get(userRef) ?? 0;
      return {
        id: userRef,
        isOutside: !isInside(people.get(userRef), userRef, team),
        openReviews: open,
        gate: gateOf(entry, {
          paths: options.paths,
          declined: options.declined,
          author: authorId,
          availability: availability.get(userRef),
          openReviews: open,
          isKnown: people.has(userRef),
        }),
      };
    }),
    ...[...strangers].map(id => ({
      id,
      isOutside: false,
      openReviews: 0,
      gate: id === authorId ? ('author' as const) : ('not-on-roster' as const),
    })),
  ];
}

/** The share of the paths that people own, by declaration. */
function shareOwned({
  paths,
  ownedPaths,
  roster,
}: FinderFacts): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [id, owned] of ownedPaths) shares.set(id, owned / paths.length);
  for (const { userRef, agreed } of roster) {
    // To be on the roster is a declaration, too.
    const covered = paths.filter(path =>
      coversSome(agreed?.paths ?? [], path ? [path] : []),
    );
    const share = covered.length / paths.length;
    shares.set(userRef, Math.max(shares.get(userRef) ?? 0, share));
  }
  return shares;
}

/** How much each person has reviewed of the author's changes. */
function sumPairs(
  pairs: FinderFacts['pairs'],
): ReadonlyMap<string, DecayedSum> {
  const sums = new Map<string, DecayedSum>();
  for (const { id, reviews } of pairs) {
    const other = sums.get(id);
    sums.set(id, other ? addSums(other, reviews) : reviews);
  }
  return sums;
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
