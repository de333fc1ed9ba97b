import { wordList } from './wordList';

/** Elements that end the line they stand in. */
const BREAKING_TAGS: ReadonlySet<string> = new Set(
  wordList('br p li div tr summary details ul ol td h1 h2 h3 h4 h5 h6'),
);

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
];

const LONGEST_TAG_NAME = 12;

function tagName(markup: string, open: number): string {
  let index = markup[open + 1] === '/' ? open + 2 : open + 1;
  let name = '';
  while (
    name.length < LONGEST_TAG_NAME &&
    /[a-z0-9]/i.test(markup[index] ?? '')
  ) {
    name += markup[index];
    index += 1;
  }
  return name.toLowerCase();
}

const newlinesOf = (markup: string): string =>
  markup
    .split('')
    .filter(character => character === '\n')
    .join('');

/**
 * The text of a piece of HTML, without tags and comments and with every line still in its place.
 * An element that starts a new block is replaced by `lineBreak`.
 */
export function readMarkupText(markup: string, lineBreak: string): string {
  let text = '';
  let index = 0;
  while (index < markup.length) {
    const open = markup.indexOf('<', index);
    if (open < 0) {
      text += markup.slice(index);
      break;
    }
    text += markup.slice(index, open);
    const comment = markup.startsWith('<!--', open);
    const close = comment
      ? markup.indexOf('-->', open + 4)
      : markup.indexOf('>', open);
    // What is never closed is never shown.
    if (close < 0) break;
    const end = close + (comment ? 3 : 1);
    if (!comment && BREAKING_TAGS.has(tagName(markup, open))) text += lineBreak;
    text += newlinesOf(markup.slice(open, end));
    index = end;
  }
  return ENTITIES.reduce(
    (result, [entity, character]) => result.split(entity).join(character),
    text,
  );
}
