import { SegmentMatcher } from './globSegment';

/** Any number of directories, none included: what `**` stands for. */
export const anyDepth = Symbol('**');

export type GlobPart = SegmentMatcher | typeof anyDepth;

/** Whether a path, split at its slashes, matches. */
export type PathMatcher = (segments: readonly string[]) => boolean;

/**
 * Matches a path against one part per name. As within a name, it goes back to
 * the last `**` only.
 */
export function compilePath(given: readonly GlobPart[]): PathMatcher {
  const parts = given.filter(
    (part, at) => part !== anyDepth || given[at - 1] !== anyDepth,
  );
  const least = parts.filter(part => part !== anyDepth).length;
  return segments => {
    if (segments.length < least) return false;
    let p = 0;
    let s = 0;
    let lastDepth = -1;
    let depthEnd = 0;
    while (s < segments.length) {
      const part = parts[p];
      if (part === anyDepth) {
        if (p === parts.length - 1) return true;
        lastDepth = p++;
        depthEnd = s;
      } else if (part?.(segments[s])) {
        p++;
        s++;
      } else {
        if (lastDepth < 0) return false;
        p = lastDepth + 1;
        s = ++depthEnd;
      }
    }
    return (
      p === parts.length || (p === parts.length - 1 && parts[p] === anyDepth)
    );
  };
}

/** The names of a path, from the root of the repository. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter(name => name !== '' && name !== '.');
}
