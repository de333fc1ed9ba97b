const longest = 1024 * 1024;
const entry = /^([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?/;

const lower = (text: string) =>
  text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-US');

/**
 * The addresses of people as a repository itself has them, by the rules of gitmailmap(5):
 * `Proper Name <proper@address> Commit Name <commit@address>`, with and without the names.
 */
export class Mailmap {
  /** By address, and by address and name. */
  readonly #proper = new Map<string, string>();

  /** @param text - content of the file `.mailmap`, of which it reads the first MiB */
  constructor(text = '') {
    for (const line of text.slice(0, longest).split('\n')) {
      const [, , proper, name = '', email] =
        (!line.startsWith('#') && entry.exec(line)) || [];
      // With one address it corrects the name alone.
      if (!email?.trim() || !proper.trim()) continue;
      this.#proper.set(keyOf(email, name), proper.trim());
    }
  }

  /** The address that somebody goes by. */
  emailOf({ name, email }: { readonly name: string; readonly email: string }) {
    return (
      this.#proper.get(keyOf(email, name)) ??
      this.#proper.get(keyOf(email, '')) ??
      email
    );
  }
}

function keyOf(email: string, name: string): string {
  return `${lower(email)} ${lower(name)}`;
}
