import {
  ReviewedChange,
  SourcePerson,
  SourceReview,
} from '@platform-product/backstage-plugin-node';
import { GitLabUser, MergeRequest, MergeRequestDetails, Note } from './answers';
import {
  isApprovalNote,
  isDraftNote,
  isReadyNote,
  isReopenedNote,
  requestedIn,
  unrequestedIn,
} from './systemNotes';

const MOST_PATHS = 40;

// Users of access tokens and service accounts are named so by GitLab; people
// name others like `renovate-bot`.
const BOT_NAME = /^(project|group)_\d+_bot|^service_account_|[-_]bot$/i;

/** Where somebody is known, and who there is a machine. */
interface Server {
  readonly host: string;
  readonly machines: ReadonlySet<number>;
}

function toPerson(
  user: GitLabUser | null,
  { host, machines }: Server,
): SourcePerson {
  const login = user?.username ?? 'ghost';
  const isBot =
    user?.bot === true ||
    (user !== null && machines.has(user.id)) ||
    BOT_NAME.test(login);
  return {
    host,
    login,
    ...(user?.id && { ids: [String(user.id)] }),
    ...(isBot && { isBot }),
  };
}

function toDate(time: unknown): Date | undefined {
  return typeof time === 'string' ? new Date(time) : undefined;
}

function readyAtOf(
  request: MergeRequest,
  notes: readonly Note[],
): Date | undefined {
  if (request.draft) return undefined;
  const ready = notes.findLast(
    note => isReadyNote(note) || isReopenedNote(note),
  );
  return toDate(ready?.created_at ?? request.created_at);
}

/** What was opened as a draft is ready for the first time with its first such note. */
function firstReadyAtOf(
  request: MergeRequest,
  notes: readonly Note[],
): Date | undefined {
  const first = notes.find(note => isReadyNote(note) || isDraftNote(note));
  if (first && isReadyNote(first)) return toDate(first.created_at);
  return first || !request.draft ? toDate(request.created_at) : undefined;
}

/** What people other than the author wrote, and approved for a time. */
function responsesOf(
  request: MergeRequest,
  notes: readonly Note[],
): readonly Note[] {
  return notes.filter(
    note =>
      note.author?.username !== request.author?.username &&
      (!note.system || isApprovalNote(note)),
  );
}

/** When what somebody says answers anew: it is ready, or open, again, or they are asked. */
function marksOf(notes: readonly Note[], username: string | undefined) {
  return notes
    .filter(
      note =>
        isReadyNote(note) ||
        isReopenedNote(note) ||
        (username !== undefined && requestedIn(note).includes(username)),
    )
    .map(note => note.created_at);
}

/**
 * Of the responses of one person the first, and the first after each time at which an
 * answer was awaited anew.
 */
function firstOf(
  responses: readonly Note[],
  notes: readonly Note[],
): readonly Note[] {
  const marks = ['', ...marksOf(notes, responses[0].author?.username)];
  const first = marks.flatMap(
    mark => responses.find(({ created_at: at }) => at >= mark) ?? [],
  );
  return responses.filter(note => first.includes(note));
}

/**
 * GitLab has approvals, and no other reviews: so the first response of
 * everybody who has not approved it, or had written before, counts as one.
 */
function reviewsOf(
  request: MergeRequest,
  { approvals, notes }: MergeRequestDetails,
  server: Server,
): SourceReview[] {
  const responses = responsesOf(request, notes);
  const lastApproval = new Map(
    responses
      .filter(isApprovalNote)
      .map(note => [note.author?.id, note] as const),
  );
  const standing = new Set(
    approvals.map(({ user }) => lastApproval.get(user.id)),
  );
  const byPerson = new Map<number | undefined, Note[]>();
  for (const note of responses.filter(one => !standing.has(one))) {
    const known = byPerson.get(note.author?.id);
    if (known) known.push(note);
    else byPerson.set(note.author?.id, [note]);
  }
  return [
    ...[...byPerson.values()]
      .flatMap(theirs => firstOf(theirs, notes))
      .map(note => ({
        id: `note-${note.id}`,
        reviewer: toPerson(note.author, server),
        at: toDate(note.created_at),
        isApproval: false,
      })),
    ...approvals
      .filter(({ user }) => user.id !== request.author?.id)
      .map(({ user, approved_at: approvedAt }) => ({
        id: `approval-${user.id}`,
        reviewer: toPerson(user, server),
        at: toDate(approvedAt ?? lastApproval.get(user.id)?.created_at),
        isApproval: true,
      })),
  ];
}

/** When each person was asked; what was taken back unanswered is no request. */
function requestTimesOf(
  notes: readonly Note[],
  responses: readonly Note[],
): ReadonlyMap<string, string[]> {
  const times = new Map<string, string[]>();
  for (const note of notes) {
    const { created_at: at } = note;
    for (const name of unrequestedIn(note)) {
      const before = times.get(name) ?? [];
      const from = before.at(-1);
      const isAnswered = responses.some(
        ({ author, created_at: said }) =>
          author?.username === name && from && said >= from && said <= at,
      );
      if (!isAnswered) times.set(name, before.slice(0, -1));
    }
    for (const name of requestedIn(note)) {
      times.set(name, [...(times.get(name) ?? []), at]);
    }
  }
  return times;
}

/**
 * The first and the last request of each person: how long the answer to the first took
 * counts whatever they are asked again. Reviewers stay on a merge request after their
 * review, so it is awaited of those only who have not responded since.
 */
function reviewRequestsOf(
  request: MergeRequest,
  { approvals, notes }: MergeRequestDetails,
  server: Server,
): ReviewedChange['reviewRequests'] {
  const responses = responsesOf(request, notes);
  const times = requestTimesOf(notes, responses);
  const reviewers = new Map(
    (request.reviewers ?? []).map(user => [user.username, user]),
  );
  const answered = (username: string, since = '') =>
    approvals.some(({ user }) => user.username === username) ||
    responses.some(
      note => note.author?.username === username && note.created_at >= since,
    );
  const usernames = new Set([...reviewers.keys(), ...times.keys()]);
  return [...usernames].flatMap(username => {
    const user = reviewers.get(username) ?? { id: 0, username };
    const reviewer = toPerson(user, server);
    const asked = times.get(username) ?? [];
    const last = asked.at(-1);
    if (!last && !reviewers.has(username)) return [];
    const isOpen =
      request.state === 'opened' &&
      reviewers.has(username) &&
      !answered(username, last);
    return [
      ...(asked.length > 1
        ? [{ reviewer, at: toDate(asked[0]), isOpen: false }]
        : []),
      { reviewer, at: toDate(last), isOpen },
    ];
  });
}

/** Makes a change of a merge request as GitLab tells it. */
export function toReviewedChange(options: {
  readonly request: MergeRequest;
  readonly details: MergeRequestDetails;
  readonly host: string;
}): ReviewedChange {
  const { request, details, host } = options;
  const server = { host, machines: details.machines };
  return {
    id: String(request.iid),
    url: request.web_url,
    title: request.title,
    author: toPerson(request.author, server),
    openedAt: new Date(request.created_at),
    readyAt: readyAtOf(request, details.notes),
    firstReadyAt: firstReadyAtOf(request, details.notes),
    mergedAt: toDate(request.merged_at),
    closedAt:
      request.state === 'opened'
        ? undefined
        : toDate(request.closed_at ?? request.merged_at ?? request.updated_at),
    updatedAt: new Date(request.updated_at),
    paths: details.diffs.slice(0, MOST_PATHS).map(diff => diff.new_path),
    reviews: reviewsOf(request, details, server),
    reviewRequests: reviewRequestsOf(request, details, server),
  };
}
