import { CODE_WORD } from './GuideStatement';

/** Fills the place of inline code in masked text, one per character. */
export const CODE_MARK = '\u0001';

/** Clause ends that a rule may want to see; all other punctuation is dropped. */
const CLAUSE_ENDS = ';:,()';

const isWordCharacter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') ||
  (character >= '0' && character <= '9') ||
  (character > '\u00bf' && character.toLowerCase() !== character.toUpperCase());

/**
 * Splits masked text into lower-case words, clause ends and code words.
 * A scanner rather than a pattern, so that its time is linear in any text.
 */
export function readWords(masked: string): readonly string[] {
  const text = masked.toLowerCase().split('’').join("'");
  const words: string[] = [];
  let word = '';
  const endWord = (): void => {
    if (word) words.push(word);
    word = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const next = text[index + 1] ?? '';
    if (isWordCharacter(character)) {
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
