import {
  WRAPPERS,
  RUNNERS,
  TASK_TOOLS,
  TARGETS,
  WHOLE_TARGETS,
  FETCHING_TOOLS,
  FETCHING_TARGETS,
  CAPITAL_PROGRAMS,
  CHORES,
  COMMON_TARGETS,
  OTHER_PROGRAMS,
  WHOLE_CHORES,
  SCRIPT_ENDINGS,
  SCRIPT_FOLDERS,
  INTERPRETERS,
  R_CALLS,
} from './buildVocabulary';

const TARGET_SEPARATORS = /[-:_.]/;
/** No command of a guide is longer; what is, is data. */
const LONGEST_COMMAND = 400;

const names = (word: string, parts: readonly string[]): boolean =>
  parts.some(part => word.includes(part));
const isChore = (word: string): boolean =>
  names(word, CHORES) ||
  word.split(TARGET_SEPARATORS).some(part => WHOLE_CHORES.has(part));
const isTarget = (word: string): boolean =>
  names(word, TARGETS) && !isChore(word);
const isAssignment = (word: string): boolean =>
  word.includes('=') && word[0] === word[0].toUpperCase();
const isName = (word: string): boolean => /^[a-z0-9_-]{1,30}$/.test(word);
const baseName = (word: string): string =>
  word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);

/** Drops what a shell prints before a command: '$', '(host)$', 'user@host $'. */
function withoutPrompt(words: readonly string[]): readonly string[] {
  const prompt = words
    .slice(0, 2)
    .findIndex(
      word =>
        word.endsWith('$') || (word.endsWith('>') && !word.startsWith('<')),
    );
  return words.slice(prompt + 1);
}

/** './x', 'bin/test' and 'scripts/build.sh', but not '/test', which is said to a bot. */
function isScript(word: string): boolean {
  const path =
    word.startsWith('./') ||
    word.startsWith('.\\') ||
    SCRIPT_FOLDERS.some(folder => word.startsWith(folder));
  return path || SCRIPT_ENDINGS.some(ending => word.endsWith(ending));
}

function callsTarget(program: string, rest: readonly string[]): boolean {
  const targets = rest.filter(word => word !== 'run' && !word.startsWith('-'));
  return targets
    .slice(0, 4)
    .some(
      word =>
        isTarget(word) ||
        (WHOLE_TARGETS.has(word) &&
          !(FETCHING_TOOLS.has(program) && FETCHING_TARGETS.has(word))),
    );
}

/** A tool nobody here knows, told in one word to build or test: 'foo build', 'foo run test'. */
function isPlainCall(program: string, rest: readonly string[]): boolean {
  const told = rest.filter(word => !word.startsWith('-') && word !== 'run');
  return (
    isName(program) &&
    !OTHER_PROGRAMS.has(program) &&
    told.length === 1 &&
    COMMON_TARGETS.has(told[0])
  );
}

/** 'Make sure the tests pass' is no command, though it starts like one. */
function isProse(program: string, next: string | undefined): boolean {
  const capital = program[0] !== program[0].toLowerCase();
  return next === 'sure' || (capital && !CAPITAL_PROGRAMS.has(program));
}

/** Tells whether a command line builds a project or runs its tests. */
export function isBuildCommand(line: string): boolean {
  const source = line.trim();
  if (
    source.length > LONGEST_COMMAND ||
    source.startsWith('# ') ||
    source.startsWith('//')
  )
    return false;
  if (R_CALLS.some(call => source.startsWith(call))) return true;
  const all = withoutPrompt(source.split(' # ')[0].split(/\s/).filter(Boolean));
  const first = all.findIndex(
    word =>
      !WRAPPERS.has(word.toLowerCase()) &&
      !isAssignment(word) &&
      word !== 'run' &&
      !word.startsWith('-'),
  );
  if (first < 0) return false;
  const program = all[first];
  if (isProse(program, all[first + 1])) return false;
  const rest = all.slice(first + 1).map(word => word.toLowerCase());
  const name = baseName(program).toLowerCase();
  if (RUNNERS.has(name)) {
    const targets = rest.filter(
      word =>
        !word.startsWith('-') && !word.includes('=') && !word.includes('/'),
    );
    if (name === 'tox' || name === 'nox')
      return targets.length === 0 || targets.some(word => !isChore(word));
    if (name !== 'make' && name !== 'gmake' && name !== 'rake') return true;
    return targets.length === 0 || callsTarget(name, rest);
  }
  if (TASK_TOOLS.has(name)) return callsTarget(name, rest);
  if (isPlainCall(program, rest)) return true;
  const interpreted = all
    .slice(0, first)
    .some(word => INTERPRETERS.has(word.toLowerCase()));
  return (
    (interpreted || isScript(program)) &&
    (isTarget(name) || callsTarget(name, rest))
  );
}
