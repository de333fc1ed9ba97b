import { isDigitWord, isNumeral, isTens, readNumber } from './numberWords';

/** Words that count one, unless 'half' stands beside them. */
const ONES: ReadonlySet<string> = new Set(['a', 'an', 'one']);

/** 'Half a day' is no whole one, nor is 'half of a day'. */
function followsHalf(words: readonly string[], index: number): boolean {
  const before = words[index - 1] === 'of' ? index - 2 : index - 1;
  return words[before] === 'half';
}

/**
 * The numbers among the words of a period: 'twenty four' is one of them, and so are
 * 'one and a half' and 'half a'. Undefined where one of them is not clear.
 */
export function readQuantities(
  words: readonly string[],
): readonly number[] | undefined {
  const quantities: number[] = [];
  const addToLast = (value: number): void => {
    quantities.push((quantities.pop() ?? 0) + value);
  };
  for (const [index, word] of words.entries()) {
    const value = readNumber(word);
    if (word === 'half') {
      const isCounted = ONES.has(words[index - 1]);
      if (isCounted) quantities.pop();
      if (words[index - (isCounted ? 2 : 1)] === 'and') addToLast(0.5);
      else quantities.push(0.5);
    } else if (value === undefined) {
      if (isNumeral(word)) return undefined;
    } else if (isTens(words[index - 1]) && isDigitWord(word)) {
      addToLast(value);
    } else if (!(ONES.has(word) && followsHalf(words, index))) {
      quantities.push(value);
    }
  }
  return quantities;
}
