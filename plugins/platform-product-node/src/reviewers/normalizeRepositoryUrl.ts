/**
 * One spelling for a repository that is written in several ways: in lower case,
 * without slashes at its end and without `.git`. Sources and the backend compare
 * repositories by it.
 *
 * @public
 */
export function normalizeRepositoryUrl(url: string): string {
  return url
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .toLocaleLowerCase('en-US');
}
