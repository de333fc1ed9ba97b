const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

const hex = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;

/**
 * Reads a name that Git quotes as C does (`core.quotePath`): bytes that are
 * not ASCII as three octal digits. Undefined where the bytes are no UTF-8, as
 * then nobody can tell which letters they are.
 */
export function unquoteName(quoted: string): string | undefined {
  const encoded = quoted
    .slice(1, -1)
    .replace(
      /\\([0-3][0-7]{2})|\\(.)|[^\\]+/gsu,
      (plain: string, octal?: string, letter?: string) => {
        if (octal) return hex(parseInt(octal, 8));
        if (letter) return encodeURIComponent(escapes[letter] ?? letter);
        return encodeURIComponent(plain);
      },
    );
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
