import { resolve } from 'node:path';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normalizeRepositoryUrl } from '@platform-product/backstage-plugin-node';
import { asObject } from './asObject';

/** A repository that is read from a directory. */
export interface GitRepository {
  /** The repository, as the catalog names it. */
  readonly url: string;
  /** Absolute path of a clone or mirror. */
  readonly directory: string;
  /** The branch to read; undefined for what HEAD points to. */
  readonly branch?: string;
}

const section = 'platformProduct.reviewers.git';

function check(
  isGood: boolean,
  options: { path: string; value: unknown; expected: string },
): asserts isGood {
  if (isGood) return;
  const { path, value, expected } = options;
  throw new InputError(
    `Invalid configuration at '${path}', got ${JSON.stringify(
      value,
    )}: expected ${expected}`,
  );
}

function checkKeys(path: string, value: unknown, known: readonly string[]) {
  check(Object.keys(asObject(value)).length > 0, {
    path,
    value,
    expected: `an object with ${known.join(', ')}`,
  });
  for (const [key, inner] of Object.entries(asObject(value))) {
    check(known.includes(key), {
      path: `${path}.${key}`,
      value: inner,
      expected: `only ${known.join(', ')}`,
    });
  }
}

function isWebUrl(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    URL.canParse(value) &&
    /^https?:$/.test(new URL(value).protocol)
  );
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

function readRepository(path: string, item: unknown): GitRepository {
  checkKeys(path, item, ['url', 'directory', 'branch']);
  const { url, directory, branch } = asObject(item);
  check(isWebUrl(url), {
    path: `${path}.url`,
    value: url,
    expected: 'the http or https URL of the repository',
  });
  check(isText(directory), {
    path: `${path}.directory`,
    value: directory,
    expected: 'the path of a Git repository',
  });
  check(branch === undefined || isText(branch), {
    path: `${path}.branch`,
    value: branch,
    expected: 'the name of a branch',
  });
  return { url, directory: resolve(directory), branch };
}

/**
 * Reads which repositories are read from directories.
 *
 * @throws InputError naming the path, the value and what was expected
 */
export function readGitRepositories(config: Config): readonly GitRepository[] {
  const raw = config.getOptional<unknown>(section);
  if (raw === undefined) return [];
  checkKeys(section, raw, ['repositories']);
  const path = `${section}.repositories`;
  const { repositories } = asObject(raw);
  check(Array.isArray(repositories), {
    path,
    value: repositories,
    expected: 'a list of repositories',
  });
  const known = new Set<string>();
  return repositories.map((item, index) => {
    const repository = readRepository(`${path}[${index}]`, item);
    const name = normalizeRepositoryUrl(repository.url);
    check(!known.has(name), {
      path: `${path}[${index}].url`,
      value: repository.url,
      expected: 'each repository once',
    });
    known.add(name);
    return repository;
  });
}
