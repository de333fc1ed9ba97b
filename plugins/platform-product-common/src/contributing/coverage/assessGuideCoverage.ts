import type { GuideNode } from '../GuideNode';
import type { GuideFinding, GuideStatement } from './GuideStatement';
import { listGuideStatements } from './listGuideStatements';
import { tellsBecomeReviewer } from './tellsBecomeReviewer';
import { findBuildCommand } from './findBuildCommand';
import { tellsContributionTypes } from './tellsContributionTypes';
import { promisedHoursOf } from './promisedHoursOf';
import { findResponsePeriods } from './findResponsePeriods';
import type { GuideAnswer, GuideQuestion } from '../routes';

type Rule = (statement: GuideStatement) => GuideFinding | undefined;

const whole =
  (tells: (statement: GuideStatement) => boolean): Rule =>
  statement =>
    tells(statement)
      ? { sentence: statement.text, line: statement.line }
      : undefined;

/** With the time that it names, where the time is a clear one. */
const findResponseTime: Rule = statement =>
  findResponsePeriods(statement).length > 0
    ? {
        sentence: statement.text,
        line: statement.line,
        promisedHours: promisedHoursOf(statement),
      }
    : undefined;

const RULES: readonly (readonly [GuideQuestion, Rule])[] = [
  ['contributionTypes', whole(tellsContributionTypes)],
  ['buildAndTest', findBuildCommand],
  ['responseTime', findResponseTime],
  ['becomeReviewer', whole(tellsBecomeReviewer)],
];

/**
 * Tells which of four questions a contribution guide answers in its own text, each
 * answer with the first sentence that gives it. English guides only. The time is
 * linear in the size of the tree.
 *
 * @public
 */
export function assessGuideCoverage(guide: GuideNode): readonly GuideAnswer[] {
  const statements = listGuideStatements(guide);
  return RULES.map(([question, rule]): GuideAnswer => {
    for (const statement of statements) {
      const finding = rule(statement);
      if (finding)
        return {
          question,
          covered: true,
          ...finding,
          heading: statement.headings[statement.headings.length - 1]?.text,
        };
    }
    return { question, covered: false };
  });
}
