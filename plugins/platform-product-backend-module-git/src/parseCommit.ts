/** What a commit says of somebody. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}

/** A commit as Git keeps it. */
export interface Commit {
  readonly tree?: string;
  readonly parents: readonly string[];
  /** Undefined where the line makes no sense. */
  readonly author?: Signature;
  readonly committer?: Signature;
  readonly message: string;
}

function readSignature(line: string | undefined): Signature | undefined {
  const match = line?.match(/^([^<>]*)<([^<>]*)> (-?\d{1,15}) [-+]\d+$/);
  if (!match) return undefined;
  const [, name, email, seconds] = match;
  return { name: name.trim(), email: email.trim(), seconds: Number(seconds) };
}

/**
 * Takes a commit apart. Histories hold commits that Git itself would not write
 * today; a line that makes no sense must not make the rest unreadable, so this
 * asks for no more than is needed.
 */
export function parseCommit(text: string): Commit {
  const end = text.indexOf('\n\n');
  const header = end < 0 ? text : text.slice(0, end);
  const fields = new Map<string, string[]>();
  for (const line of header.split('\n')) {
    // Lines that go on, as those of signatures, begin with a space.
    const [, key, value] = line.match(/^([a-z]+) (.*)$/) ?? [];
    if (!key) continue;
    const values = fields.get(key);
    if (values) values.push(value);
    else fields.set(key, [value]);
  }
  const first = (key: string) => fields.get(key)?.[0];
  return {
    tree: first('tree'),
    parents: fields.get('parent') ?? [],
    author: readSignature(first('author')),
    committer: readSignature(first('committer')),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}
