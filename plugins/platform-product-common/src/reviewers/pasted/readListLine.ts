import { PastedName } from './PastedName';
import { isQuoted, readName } from './readName';
import { renamedNames } from './renamedNames';
import { looksLikePath } from './looksLikePath';

const named = (names: readonly string[]) =>
  names.flatMap(renamedNames).map(readName);

/** `--raw`, `--name-status`, `--numstat`, `ls-tree`, `status --porcelain=v2`: names after tabs. */
const columns = [
  /^:+[0-7]{6} [0-9a-f. ]+ [A-Z]{1,4}\d{0,3}\s+(.+)$/,
  /^[0-7]{6} (?:blob |commit |tree )?[0-9a-f]{7,64}(?: [0-3])?\t(.+)$/,
  /^(?:[12u]) [.A-Z]{2} [NS][.CMU]{3} (?:[0-7]{6} ){3,4}(?:[0-9a-f]{40,64} ){2,3}(?:[RC]\d+ )?(.+)$/,
  /^(?:\d+|-)\t(?:\d+|-)\t(.+)$/,
  /^[ACDMRTUXB]\d{0,3}\t(.+)$/,
];

/** The same, where a terminal has made blanks of the tabs. */
const spacedColumns = [
  /^\s*\d+ +\d+ +(\S.*)$/,
  /^- {4,}- {4,}(\S.*)$/,
  /^[RC]\d{2,3} +(\S.*)$/,
];

const partsOf = (text: string) => {
  if (text.includes('\t')) return text.split('\t');
  const words = text.split(/ {2,}/);
  return words.length > 1 || isQuoted(text) ? words : undefined;
};

function fromColumns(line: string): readonly PastedName[] | undefined {
  for (const pattern of columns) {
    const found = pattern.exec(line);
    if (found) return named(found[1].split('\t'));
  }
  for (const pattern of spacedColumns) {
    const found = pattern.exec(line);
    const words = found?.[1].split(' ');
    if (found) {
      const isMove = /^[RC]\d/.test(line);
      return named(
        partsOf(found[1]) ??
          (isMove && words?.length === 2 ? words : [found[1]]),
      );
    }
  }
  return undefined;
}

/** ` src/a.ts | 4 ++--`, of which `--compact-summary` says more. */
function fromStat(line: string): readonly PastedName[] | undefined {
  // Git ends such a line only where it counts the lines of a file.
  const unmerged = line.split(/ +\| Unmerged(?: |$)/);
  if (unmerged.length > 1) {
    return named(unmerged.slice(0, -1)).concat(
      fromStat(unmerged[unmerged.length - 1]) ?? [],
    );
  }
  const bar = line.lastIndexOf('|');
  if (bar < 1) return undefined;
  const size = line.slice(bar + 1).trim();
  if (!/^(?:\d+\s*[-+!]*|Bin(?:\s.*)?|binary)$/.test(size)) {
    return undefined;
  }
  const name = line
    .slice(0, bar)
    .trim()
    .replace(/ \((?:new|gone|new \+[lx]|mode [-+][lx])\)$/, '');
  return name ? named([name]) : undefined;
}

/** What Git tells when it has written something, and of one file alone. */
function fromMessage(line: string): readonly PastedName[] | undefined {
  const found =
    /^\s*(?:create|delete) mode [0-7]{6} (.+)$/.exec(line) ??
    /^\s*mode change [0-7]{6} => [0-7]{6} (.+)$/.exec(line) ??
    /^\s*(?:rename|copy|rewrite) (\S.*) \(\d+%\)$/.exec(line) ??
    /^\* Unmerged path (.+)$/.exec(line) ??
    /^(?:add|rm|remove) '(.+)'$/.exec(line) ??
    /^(?:Auto-merging|CONFLICT \([^)]*\): Merge conflict in) (.+)$/.exec(line);
  return found ? named([found[1]]) : undefined;
}

/** `git status` in English, wherever its blanks went. */
function fromLabel(line: string): readonly PastedName[] | undefined {
  const found =
    /^\s*(?:modified|new file|deleted|renamed|copied|typechange|both (?:modified|added|deleted)|(?:added|deleted) by (?:us|them)): +(\S.*)$/.exec(
      line,
    );
  if (!found) return undefined;
  const name = found[1].replace(
    / \((?:(?:new commits|modified content|untracked content)(?:, )?)+\)$/,
    '',
  );
  return named([name]).map(given => ({ ...given, isLocal: true }));
}

/** `svn status` has seven columns before the name. */
const svnStatus =
  /^(?! {7})[ ADMRCXIU?!~][ MCU][ L][ +][ SX][ KOTB][ C] (\S.*)$/;

/** Letters before a name: `git status --short`, `hg status`, `svn status`. */
function fromLetters(line: string): readonly PastedName[] | undefined {
  const certain =
    svnStatus.exec(line) ?? /^(?:\?\??|!!?|~) +(\S.*)$/.exec(line);
  const found =
    certain ??
    /^\s{0,3}(?:[AMDRTCUXI?!~m]{1,2}|[RC]\d{1,3})\s+(\S.*)$/.exec(line);
  if (!found) return undefined;
  const names = renamedNames(found[1].replace(/ \(from \S+:\d+\)$/, ''));
  // A sentence may begin with a letter that is also a status.
  const isName = (name: string) => isQuoted(name) || looksLikePath(name);
  if (!certain && !names.every(isName)) return undefined;
  return names.map(name => ({ ...readName(name), isLocal: true }));
}

/** Reads a line in which a tool tells of a file; undefined where it is none. */
export function readListLine(line: string): readonly PastedName[] | undefined {
  return (
    fromColumns(line) ??
    fromStat(line) ??
    fromMessage(line) ??
    fromLabel(line) ??
    fromLetters(line)
  );
}
