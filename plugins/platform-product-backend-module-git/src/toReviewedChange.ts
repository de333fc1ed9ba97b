import { ReviewedChange } from '@platform-product/backstage-plugin-node';
import { addressesIn, isEmail } from './addressesIn';
import { Mailmap } from './Mailmap';
import { Commit } from './parseCommit';
import { parseTrailers } from './trailers';

/** Also `Reviewed-and-tested-by`; GitLab's merges write `Approved-by`. */
const isReviewing = (key: string) =>
  /^(?:[a-z]+-and-)?(?:reviewed|acked|approved)(?:-and-[a-z]+)?-by$/.test(key);

const mostReviews = 100;
const longestTitle = 300;

/** Who is called by an address in brackets; nobody, where no name stands before it. */
function nameBefore(address: string, text: string): string {
  const end = text.indexOf(`<${address}>`);
  return end < 0 ? '' : text.slice(0, end).split(/[,;>]/).at(-1)!;
}

/** The addresses of those who reviewed, each once, in the order of their trailers. */
function reviewersIn(message: string, mailmap: Mailmap): string[] {
  const byName = new Map<string, string>();
  for (const { key, value } of parseTrailers(message, isReviewing)) {
    if (!isReviewing(key)) continue;
    for (const written of addressesIn(value)) {
      const called = nameBefore(written, value);
      const email = mailmap.emailOf({ name: called, email: written });
      const name = email.toLowerCase();
      if (!byName.has(name)) byName.set(name, email);
    }
  }
  return [...byName.values()];
}

/**
 * Makes a change of a commit. Undefined where its author or its time make no
 * sense: there is nobody and no time to count it for.
 */
export function toReviewedChange(options: {
  readonly oid: string;
  readonly commit: Commit;
  readonly paths: readonly string[];
  readonly mailmap: Mailmap;
  readonly now: Date;
}): ReviewedChange | undefined {
  const { oid, commit, paths, mailmap, now } = options;
  const { author, committer, message } = commit;
  if (!author || !committer) return undefined;
  const email = mailmap.emailOf(author);
  if (!isEmail(email)) return undefined;
  // The clocks of those who commit can be wrong. What lies in the future would
  // outweigh everything else.
  const closed = Math.min(committer.seconds * 1000, now.getTime());
  const opened = Math.min(author.seconds * 1000, closed);
  const closedAt = new Date(closed);
  const title = message.trimStart().split('\n', 1)[0].slice(0, longestTitle);
  return {
    id: oid,
    title: title || undefined,
    author: { email },
    openedAt: new Date(opened),
    mergedAt: closedAt,
    closedAt,
    updatedAt: closedAt,
    paths,
    reviews: reviewersIn(message, mailmap)
      .filter(reviewer => reviewer.toLowerCase() !== email.toLowerCase())
      .slice(0, mostReviews)
      .map((reviewer, index) => ({
        id: `${oid}:${index}`,
        reviewer: { email: reviewer },
        isApproval: true,
      })),
    reviewRequests: [],
  };
}
