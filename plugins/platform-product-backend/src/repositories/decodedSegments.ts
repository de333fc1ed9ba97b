const mostEncodings = 5;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSafe(text: string): boolean {
  // Control characters have no place in a path that is asked for.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(text)) return false;
  return !text.split(/[/\\]/).some(name => name === '.' || name === '..');
}

/**
 * The names of an encoded path, each decoded once. Undefined where any way of
 * reading it, however often it is decoded, has a dot segment: forges decode what a
 * URL parser leaves alone, such as `..%2f`.
 */
export function decodedSegments(path: string): string[] | undefined {
  let text = path;
  for (let times = 0; times <= mostEncodings; times++) {
    if (!isSafe(text)) return undefined;
    const next = decoded(text);
    if (next === text) {
      return path
        .split('/')
        .map(decoded)
        .filter(name => name !== '');
    }
    text = next;
  }
  return undefined;
}
