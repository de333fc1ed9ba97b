/** One spelling for a repository that is written in several ways. */
export function normalizeRepositoryUrl(url: string): string {
  return url
    .replace(/\/$/, '')
    .replace(/\.git$/i, '')
    .toLocaleLowerCase('en-US');
}
