import { matchesPattern } from '@platform-product/backstage-plugin-common/rules';

/** Whether the patterns that somebody reviews match any of the given paths. */
export function coversSome(
  patterns: readonly string[],
  paths: readonly string[],
): boolean {
  return (
    !patterns.length ||
    !paths.length ||
    patterns.some(pattern => paths.some(path => matchesPattern(pattern, path)))
  );
}
