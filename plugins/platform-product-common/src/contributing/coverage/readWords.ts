import { CODE_WORD } from './GuideStatement';

/** Fills the place of inline code in masked text, one per character. */
export const CODE_MARK = '\u0001';

/** Clause ends that a rule may want to see; all other punctuation is dropped. */
const CLAUSE_ENDS = ';:,()';

const FRACTIONS: ReadonlySet<string> = new Set(['¼', '½', '¾']);

/** Between digits they belong to the number, as in '1.5', '1,000' and '1/2'. */
const NUMBER_SIGNS = '.,/';

const isDigit = (character: string): boolean =>
  character >= '0' && character <= '9';

const isWordCharacter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') ||
  isDigit(character) ||
  FRACTIONS.has(character) ||
  (character > '\u00bf' && character.toLowerCase() !== character.toUpperCase());

/** The full stop of ' .5'. */
const startsFraction = (text: string, index: number): boolean =>
  text[index] === '.' && ' \n('.includes(text[index - 1] ?? ' ');

/**
 * Splits masked text into lower-case words, clause ends and code words.
 * A scanner rather than a pattern, so that its time is linear in any text.
 */
export function readWords(masked: string): readonly string[] {
  const text = masked.toLowerCase().split('’').join("'");
  const words: string[] = [];
  let word = '';
  /** Whether the word is nothing but a number so far. */
  let isNumber = true;
  const endWord = (): void => {
    if (word) words.push(word);
    word = '';
    isNumber = true;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const next = text[index + 1] ?? '';
    if (isWordCharacter(character)) {
      word += character;
      isNumber = isNumber && isDigit(character);
    } else if (
      isNumber &&
      isDigit(next) &&
      (word ? NUMBER_SIGNS.includes(character) : startsFraction(text, index))
    ) {
      word += character;
    } else if (character === "'" && word && isWordCharacter(next)) {
      word += character;
    } else {
      endWord();
      if (character === CODE_MARK) {
        if (next !== CODE_MARK) words.push(CODE_WORD);
      } else if (CLAUSE_ENDS.includes(character)) {
        words.push(character);
      }
    }
  }
  endWord();
  return words;
}
