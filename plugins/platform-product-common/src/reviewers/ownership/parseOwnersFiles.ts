import {
  EmeritusOwner,
  OwnersDirectory,
  OwnersEntry,
  OwnershipFile,
  OwnershipProblem,
  OwnersOwnership,
} from './ownership';
import {
  Aliases,
  ExpandNames,
  expandAliases,
  readAliases,
} from './ownersAliases';
import { compileOwnersFilter, filterBudget } from './ownersFilter';
import { OwnersYaml, readOwnersYaml } from './ownersYaml';
import { ProblemLog, problemLog } from './problemLog';

interface ReadEntry {
  readonly entry: OwnersEntry;
  readonly isEmpty: boolean;
  readonly emeritus: ReadonlyArray<Omit<EmeritusOwner, 'file'>>;
}

function readEntry(
  yaml: OwnersYaml,
  expand: ExpandNames,
  filter?: string,
): ReadEntry {
  const [approvers, reviewers, requiredReviewers, labels] = [
    'approvers',
    'reviewers',
    'required_reviewers',
    'labels',
  ].map(yaml.list);
  const formerly = (role: EmeritusOwner['role']) =>
    expand(yaml.list(`emeritus_${role}s`)).map(({ name, kind, line }) => ({
      name,
      kind,
      role,
      line,
    }));
  return {
    entry: {
      filter,
      approvers: expand(approvers),
      reviewers: expand(reviewers),
      requiredReviewers: expand(requiredReviewers),
      labels: labels.map(({ text }) => text),
    },
    isEmpty: [approvers, reviewers, requiredReviewers, labels].every(
      ({ length }) => length === 0,
    ),
    emeritus: [...formerly('approver'), ...formerly('reviewer')],
  };
}

function readFiltered(
  yaml: OwnersYaml,
  expand: ExpandNames,
  log: ProblemLog,
): ReadEntry[] {
  let budget = filterBudget;
  return yaml.maps('filters').flatMap(({ text, line, yaml: value }) => {
    if (budget < 0) {
      log.report(line, text, 'The filters of this file are too complex');
      return [];
    }
    const compiled = compileOwnersFilter(text);
    budget -= compiled.size;
    if ('fault' in compiled) {
      log.report(line, text, `The filter is not read: ${compiled.fault}`);
      return [];
    }
    return [readEntry(yaml.within(value), expand, text)];
  });
}

function readDirectory(
  file: OwnershipFile,
  aliases: Aliases,
  log: ProblemLog,
): { directory: OwnersDirectory; emeritus: EmeritusOwner[] } | undefined {
  const yaml = readOwnersYaml(file, log);
  if (!yaml) return undefined;
  const expand = expandAliases(aliases, log);
  const simple = readEntry(yaml, expand);
  const filtered = readFiltered(yaml, expand, log);
  if (filtered.length > 0 && !simple.isEmpty) {
    log.report(
      yaml.lineOf('filters'),
      'filters',
      'Filters are ignored beside lists at the top of the file',
    );
  }
  const counted = simple.isEmpty ? filtered : [simple];
  return {
    directory: {
      file: file.path,
      directory: file.path.split('/').slice(0, -1).join('/'),
      noParentOwners: yaml.at('options').flag('no_parent_owners')
        ? true
        : undefined,
      entries: counted
        .filter(({ isEmpty }) => !isEmpty)
        .map(({ entry }) => entry),
    },
    emeritus: [...new Set([simple, ...counted])].flatMap(({ emeritus }) =>
      emeritus.map(owner => ({ ...owner, file: file.path })),
    ),
  };
}

/**
 * Parses the OWNERS files of a repository, with the OWNERS_ALIASES at its
 * root, as Kubernetes' prow does: case is ignored, and a name that is no alias
 * is a login. Filters count only in a file without lists at its top.
 *
 * Sources: {@link https://www.kubernetes.dev/docs/guide/owners/ | OWNERS files},
 * {@link https://github.com/kubernetes-sigs/prow/blob/main/pkg/repoowners/repoowners.go | prow's repoowners}.
 */
export function parseOwnersFiles(
  files: readonly OwnershipFile[],
): OwnersOwnership {
  const problems: OwnershipProblem[] = [];
  const reading = <T>(file: OwnershipFile, read: (log: ProblemLog) => T): T => {
    const log = problemLog(file.path);
    const result = read(log);
    problems.push(...log.problems);
    return result;
  };
  const aliasFile = files.find(({ path }) => path === 'OWNERS_ALIASES');
  const aliases = aliasFile
    ? reading(aliasFile, log => readAliases(aliasFile, log))
    : new Map();
  const read = files
    .filter(({ path }) => path.split('/').at(-1) === 'OWNERS')
    .flatMap(
      file => reading(file, log => readDirectory(file, aliases, log)) ?? [],
    );
  return {
    dialect: 'owners',
    directories: read.map(({ directory }) => directory),
    emeritus: read.flatMap(({ emeritus }) => emeritus),
    problems,
  };
}
