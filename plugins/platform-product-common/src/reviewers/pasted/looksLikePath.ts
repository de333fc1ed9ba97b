/** Words that English sentences are made of, and names of folders seldom. */
const wordsOfSentences = new Set(
  `and are at be been but changed fix fixed for from has have here i in into is it its
  look looks of on or please review see should some that the there these they
  this to was we were what which with you`.split(/\s+/),
);

const endsInExtension = (word: string) => /[^/.]\.[A-Za-z]\w{0,9}$/.test(word);

const isOfSentence = (word: string) =>
  wordsOfSentences.has(word.toLocaleLowerCase('en-US'));

/** A folder at the top that has blanks is written like a title; a sentence is not. */
const isNameOfFolder = (words: readonly string[]) =>
  words.length === 1 || words.every(word => /^\P{Ll}/u.test(word));

function isOneWord(text: string): boolean {
  if (/[!?:]$|^[a-z][a-z+.-]*:\/\/|^[<(]/i.test(text)) return false;
  return !/^[^/@]+@[^/@]+\.[a-z]+$/i.test(text);
}

/**
 * Whether a line that no tool has marked may be a path. A name with blanks
 * can't be told from a sentence for certain: it has to have a folder or an
 * extension, and nothing that sentences have.
 */
export function looksLikePath(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length === 1) return isOneWord(text);
  if (words[0].endsWith('%')) return false;
  if (/[.!?:,;]$|[!?:,;]\s|[^\d]\.\s|:\/\/|\s(?:[-=]>|--?|\|)\s/.test(text)) {
    return false;
  }
  const slash = text.indexOf('/');
  const hasExtension = endsInExtension(text);
  if (slash < 0 && (!hasExtension || words.length > 4)) return false;
  const top = text.slice(0, slash < 0 ? undefined : slash).split(/\s+/);
  if (top.length > 4 || (slash >= 0 && !isNameOfFolder(top))) return false;
  const firstFile = words.findIndex(endsInExtension);
  // What goes on after a file, and is none, is a sentence in any language.
  if (firstFile >= 0 && !hasExtension) return false;
  const afterFile = firstFile < 0 ? [] : words.slice(firstFile + 1);
  const judged = hasExtension ? [...top, ...afterFile] : words;
  return !judged.some(isOfSentence);
}

/** Several files in one line, each with an extension. */
export function filesInLine(text: string): readonly string[] | undefined {
  const words = text.split(/[,;]?\s+/);
  return words.length > 1 &&
    words.every(word => endsInExtension(word) && isOneWord(word))
    ? words
    : undefined;
}
