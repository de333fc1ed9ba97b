import { Repository } from './repositoryOf';

/** What most repositories have one of. */
const usual = [
  'README.md',
  'catalog-info.yaml',
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'LICENSE',
  '.gitignore',
  'README.rst',
  'README',
  'readme.md',
  'package.json',
];

/**
 * Files that show, where one can be read, that a repository can be. The file that the
 * service comes from is the best of them: Backstage itself has read it.
 */
export function witnessesOf(repository: Repository): string[] {
  const { catalogFile, directory } = repository;
  const beside = ['catalog-info.yaml', 'README.md'].map(
    name => `${directory}/${name}`,
  );
  const urls = [
    ...(catalogFile ? [catalogFile.repository.fileUrl(catalogFile.path)] : []),
    ...(directory ? beside : []).map(repository.fileUrl),
    ...usual.map(repository.fileUrl),
  ];
  return [...new Set(urls)];
}
