import {
  evidenceSources,
  WaitSummary,
} from '@platform-product/backstage-plugin-common';
import {
  summarizeWaits,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common/rules';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import { StoredChange } from '../history/ReviewHistoryStore';
import { KnownPerson } from '../identities/IdentityService';
import { isInside } from '../identities/isInside';
import { waitingTimes, windowDays } from '../times/collectWaits';

const fewestChanges = 3;
const fewestTeams = 2;
const fewestWaits = 5;
const timelyShare = 0.8;
const fewestOutsideReviewers = 2;
const outsideShare = 0.2;
const largestShare = 0.5;

const noTimes = 'The review history does not tell how long reviews took';

type Finding = Pick<CollectedEvidence, 'source' | 'result' | 'summary'>;

const percent = (share: number) => `${Math.round(share * 100)} %`;

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Undefined stands for what can't be told. */
function judge(
  source: string,
  isMet: boolean | undefined,
  summary: string,
): Finding {
  if (isMet === undefined) return { source, result: 'unknown', summary };
  return { source, result: isMet ? 'pass' : 'fail', summary };
}

function describeTimes({ total, share = 0, low = 0, high = 0 }: WaitSummary) {
  return total
    ? `${percent(share)} of ${total} in time (${percent(low)}–${percent(high)})`
    : 'no review to count yet';
}

const isTimely = ({ total, share = 0 }: WaitSummary) =>
  total >= fewestWaits && share >= timelyShare;

/**
 * The teams that people come from, one for each person. Groups that all of them
 * are in, such as the whole company, tell nothing.
 */
function teamsOf(people: readonly KnownPerson[]): ReadonlySet<string> {
  const distinct = [...new Map(people.map(p => [p.userRef, p])).values()];
  const isShared = (group: string) =>
    distinct.length > 1 &&
    distinct.every(({ groups }) => groups.includes(group));
  return new Set(
    distinct.flatMap(
      ({ groups }) => groups.find(group => !isShared(group)) ?? groups[0] ?? [],
    ),
  );
}

/** Whether enough people from outside the owning team review. */
export function judgeOutsideReviewers(count: number): Finding {
  return judge(
    evidenceSources.outsideReviewers,
    count >= fewestOutsideReviewers,
    `${counted(
      count,
      'active reviewer',
      'active reviewers',
    )} from outside the owning team`,
  );
}

/** What the review history of a service tells of its criteria. */
export function judgeReviewHistory(options: {
  readonly changes: readonly StoredChange[];
  readonly since: Date;
  readonly now: Date;
  /** Undefined where what was promised is not known: then lateness is not judged. */
  readonly promisedHours: number | undefined;
  /** For changes that wait for nobody in particular. */
  readonly calendar: WorkingCalendar;
  readonly personOf: (key: string) => KnownPerson | undefined;
  /** Refs of who runs the service. */
  readonly team: readonly string[];
  /** User refs. */
  readonly outsideReviewers: readonly string[];
}): Finding[] {
  const { changes, since, personOf, team } = options;
  const promisedHours = options.promisedHours ?? 0;
  const merged = changes.filter(
    ({ mergedAt }) => mergedAt && mergedAt >= since,
  );
  const outside = merged.flatMap(({ author }) => {
    const person = personOf(author);
    return person && !isInside(person, person.userRef, team) ? [person] : [];
  });
  const teams = teamsOf(outside);

  const recent = changes.filter(({ readyAt }) => readyAt && readyAt >= since);
  const waits = waitingTimes(changes, options);
  const timely = summarizeWaits(waits, promisedHours);

  // A source without times, such as Git, can't tell late from in time.
  const hasTimes = !changes.length || recent.length > 0 || waits.length > 0;

  const isOutsideReviewer = (key: string) =>
    options.outsideReviewers.includes(personOf(key)?.userRef ?? '');
  const identityOf = (key: string) => personOf(key)?.userRef ?? key;
  const reviews = changes.flatMap(change =>
    change.reviews.filter(
      ({ person, reviewedAt }) =>
        reviewedAt &&
        reviewedAt >= since &&
        // Under another name than the author, but the same person.
        identityOf(person) !== identityOf(change.author),
    ),
  );
  const approvals = reviews.filter(({ isApproval }) => isApproval);
  const theirs = approvals.filter(({ person }) => isOutsideReviewer(person));
  const share = approvals.length ? theirs.length / approvals.length : 0;

  const theirTimes = summarizeWaits(
    waits.filter(({ change, isOpen }) =>
      change.firstReviewer
        ? isOutsideReviewer(change.firstReviewer)
        : change.reviews.some(
            ({ person, isAwaited, requestedAt }) =>
              (isOpen ? isAwaited : requestedAt) && isOutsideReviewer(person),
          ),
    ),
    promisedHours,
  );
  const counts = new Map<string, number>();
  for (const { person } of reviews) {
    const id = identityOf(person);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const largest = reviews.length
    ? Math.max(...counts.values()) / reviews.length
    : 0;

  const timed: readonly string[] = [
    evidenceSources.timelyReviews,
    evidenceSources.healthyReviews,
  ];
  const findings = [
    judge(
      evidenceSources.outsideChanges,
      outside.length >= fewestChanges && teams.size >= fewestTeams,
      `${counted(
        outside.length,
        'merged change',
        'merged changes',
      )} from ${counted(
        teams.size,
        'other team',
        'other teams',
      )} in ${windowDays} days`,
    ),
    judge(
      evidenceSources.timelyReviews,
      hasTimes ? isTimely(timely) : undefined,
      hasTimes ? `First reviews: ${describeTimes(timely)}` : noTimes,
    ),
    judge(
      evidenceSources.outsideReviews,
      approvals.length > 0 && share >= outsideShare,
      approvals.length
        ? `${percent(share)} of ${counted(
            approvals.length,
            'approval',
            'approvals',
          )} came from outside reviewers`
        : 'There was no approval to count',
    ),
    judge(
      evidenceSources.healthyReviews,
      hasTimes
        ? isTimely(theirTimes) && reviews.length > 0 && largest < largestShare
        : undefined,
      !hasTimes
        ? noTimes
        : `Outside reviews: ${describeTimes(
            theirTimes,
          )}; the busiest person did ${percent(largest)} of ${counted(
            reviews.length,
            'review',
            'reviews',
          )}`,
    ),
  ];
  // What stood before stands until it is known what was promised.
  return options.promisedHours === undefined
    ? findings.filter(({ source }) => !timed.includes(source))
    : findings;
}
