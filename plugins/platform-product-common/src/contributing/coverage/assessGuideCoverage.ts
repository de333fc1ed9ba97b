import type { GuideNode } from '../GuideNode';
import type {
  GuideFinding,
  GuideStatement,
  RankedFinding,
} from './GuideStatement';
import { listGuideStatements } from './listGuideStatements';
import { findBuildCommand } from './findBuildCommand';
import { findContributionTypes } from './findContributionTypes';
import { findResponseTime } from './findResponseTime';
import { findReviewerPath } from './findReviewerPath';
import type { GuideAnswer, GuideQuestion } from '../routes';

type Rule = (statement: GuideStatement) => RankedFinding | undefined;

const plain =
  (find: (statement: GuideStatement) => GuideFinding | undefined): Rule =>
  statement => {
    const finding = find(statement);
    return finding && { ...finding, rank: 0 };
  };

const RULES: readonly (readonly [GuideQuestion, Rule])[] = [
  ['contributionTypes', findContributionTypes],
  ['buildAndTest', plain(findBuildCommand)],
  ['responseTime', findResponseTime],
  ['becomeReviewer', findReviewerPath],
];

/** The plainest finding, the first of several such. */
function findBest(
  statements: readonly GuideStatement[],
  rule: Rule,
): Omit<GuideAnswer, 'question' | 'covered'> | undefined {
  let best: RankedFinding | undefined;
  let heading: string | undefined;
  for (const statement of statements) {
    const finding = rule(statement);
    if (finding && finding.rank < (best?.rank ?? Number.POSITIVE_INFINITY)) {
      best = finding;
      heading = statement.headings[statement.headings.length - 1]?.text;
    }
    if (best?.rank === 0) break;
  }
  if (!best) return undefined;
  const { sentence, line, promisedHours } = best;
  return { sentence, line, promisedHours, heading };
}

/**
 * Tells which of four questions a contribution guide answers in its own text, each
 * answer with the sentence that gives it most plainly. English guides only. The time is
 * linear in the size of the tree.
 *
 * @public
 */
export function assessGuideCoverage(guide: GuideNode): readonly GuideAnswer[] {
  const statements = listGuideStatements(guide);
  return RULES.map(([question, rule]): GuideAnswer => {
    const found = findBest(statements, rule);
    return found
      ? { question, covered: true, ...found }
      : { question, covered: false };
  });
}
