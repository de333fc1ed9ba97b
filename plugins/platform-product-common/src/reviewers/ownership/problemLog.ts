import { OwnershipProblem } from './ownership';

/** A file with more faults than this is not mended from a list of them. */
const mostProblems = 100;
const longestText = 200;

/**
 * Collects the problems of one file. The first hundred are kept, and the last
 * of these says that there are more: a hostile file has millions.
 */
export interface ProblemLog {
  readonly problems: readonly OwnershipProblem[];
  readonly report: (line: number, text: string, reason: string) => void;
}

export function problemLog(file: string): ProblemLog {
  const problems: OwnershipProblem[] = [];
  return {
    problems,
    report(line, text, reason) {
      if (problems.length >= mostProblems) return;
      problems.push({
        file,
        line,
        text: text.trim().slice(0, longestText),
        reason:
          problems.length === mostProblems - 1
            ? `${reason}; further problems of this file are left out`
            : reason,
      });
    },
  };
}
