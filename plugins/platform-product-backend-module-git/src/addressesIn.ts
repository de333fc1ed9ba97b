const longestEmail = 254;
/** With what may stand around it. */
const longestWord = 300;

/** Whether a text is one e-mail address. */
export const isEmail = (text: string) =>
  text.length <= longestEmail &&
  /^[^\s\p{C}<>@,;]+@[^\s\p{C}<>@,;]+$/u.test(text);

/** What stands around addresses: `mailto:`, quotes, a full stop. */
const bare = (text: string) =>
  text.replace(/^["'(]*(?:mailto:)?/i, '').replace(/["').]*$/, '');

/**
 * The e-mail addresses in the value of a trailer: `Mia <mia@example.com>`, the
 * address alone, or several of either. What stands in brackets is taken before
 * what does not; remarks behind, such as `# for the docs`, are none.
 */
export function addressesIn(value: string): readonly string[] {
  const text = value.replace(/(?:^|\s)#.*$/, '');
  return text.split(/[,;]/).flatMap(part => {
    const bracketed = [...part.matchAll(/<([^<>]*)>/g)].map(found => found[1]);
    const words = bracketed.length
      ? bracketed
      : part.replace(/\([^()]*\)/g, ' ').split(/\s+/);
    return words
      .filter(word => word.length <= longestWord)
      .map(word => bare(word.trim()))
      .filter(isEmail);
  });
}
