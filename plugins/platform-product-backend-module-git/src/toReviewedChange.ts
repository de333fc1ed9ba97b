import { ReviewedChange } from '@platform-product/backstage-plugin-node';
import { Mailmap } from './Mailmap';
import { Commit } from './parseCommit';
import { parseTrailers } from './trailers';

const reviewing = ['reviewed-by', 'acked-by'];
const mostReviews = 100;
const longestTitle = 300;
const longestEmail = 254;

const isEmail = (text: string) =>
  text.length <= longestEmail &&
  /^[^\s\p{C}<>@,]+@[^\s\p{C}<>@,]+$/u.test(text);

/** The addresses of those who reviewed, each once, in the order of their trailers. */
function reviewersIn(message: string, mailmap: Mailmap): string[] {
  const byName = new Map<string, string>();
  for (const { key, value } of parseTrailers(message)) {
    if (!reviewing.includes(key.toLowerCase())) continue;
    // one address; whatever follows it, such as "# for the docs", is a remark
    const [, called, written] = value.match(/^([^<>]*)<([^<>]*)>[^<>]*$/) ?? [];
    if (!written) continue;
    const email = mailmap.emailOf({ name: called, email: written.trim() });
    const name = email.toLowerCase();
    if (isEmail(email) && !byName.has(name)) byName.set(name, email);
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
