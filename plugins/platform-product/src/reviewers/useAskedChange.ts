import {
  isWebLink,
  mostPaths,
  readChangedPaths,
  UnreadText,
} from '@platform-product/backstage-plugin-common/rules';
import { useTexts } from '../shared/useTexts';

/** A change as somebody names it: by its paths, or by a link. */
export interface AskedChange {
  readonly paths?: string[];
  readonly changeUrl?: string;
}

const longestShown = 60;

/** Enough of a line to find it again. */
const shortened = (text: string) =>
  text.length > longestShown
    ? `${[...text].slice(0, longestShown).join('')}…`
    : text;

function readChange(text: string): AskedChange & {
  readonly leftOut: number;
  readonly unread: readonly UnreadText[];
} {
  const link = text.trim();
  if (isWebLink(link) && !/\s/.test(link)) {
    return { changeUrl: link, leftOut: 0, unread: [] };
  }
  const { paths, ...rest } = readChangedPaths(text);
  return { paths: [...paths], ...rest };
}

/** Which change a text asks about, and what of the text could not be read. */
export function useAskedChange(text: string): {
  readonly change: AskedChange;
  readonly help: string;
  /** Why nothing can be asked; undefined where something can. */
  readonly problem?: string;
} {
  const t = useTexts();
  const { leftOut, unread, ...change } = readChange(text);
  const notes: string[] = [];
  if (leftOut) {
    const number = `${leftOut + mostPaths}`;
    notes.push(t('reviewers.finder.leftOutPaths', { number }));
  }
  if (unread.length) {
    const [first] = unread;
    const name = shortened(first.text);
    notes.push(
      t('reviewers.finder.unread', { count: unread.length }),
      t(`reviewers.finder.unreadBecause.${first.reason}`, { name }),
    );
  }
  const isNothing =
    Boolean(text.trim()) && !change.changeUrl && !change.paths?.length;
  return {
    change,
    help: notes.join(' ') || t('reviewers.finder.help'),
    problem: isNothing
      ? [t('reviewers.finder.unreadable'), ...notes].join(' ')
      : undefined,
  };
}
