import {
  GuideAnswer,
  GuideQuestion,
} from '@platform-product/backstage-plugin-common';
import {
  assessGuideCoverage,
  guideQuestions,
  parseGuide,
} from '@platform-product/backstage-plugin-common/rules';
import { LabelledGuide } from './guideLabels';

/** A question put to a guide, with what the rules and what a person say. */
export interface GuideCase {
  readonly guide: LabelledGuide;
  readonly answer: GuideAnswer;
}

export interface GuideScore {
  /** Share of the answers that are there, among those found. 1 where none was. */
  readonly precision: number;
  /** Share of the answers found, among those that are there. 1 where none is. */
  readonly recall: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  /** Sentences that are shown, of guides whose labels have lines. */
  readonly shown: number;
  /** How many of these are answers. */
  readonly right: number;
}

/** The cases of some guides, without those on which people may differ. */
export function casesOf(guides: readonly LabelledGuide[]): GuideCase[] {
  return guides.flatMap(guide =>
    assessGuideCoverage(parseGuide(guide.text))
      .filter(({ question }) => !guide.label.borderline?.includes(question))
      .map(answer => ({ guide, answer })),
  );
}

/** Whether the sentence that is shown is one that a person found. */
export function isRightSentence({ guide, answer }: GuideCase): boolean {
  const lines = guide.label.lines?.[answer.question] ?? [];
  return (
    guide.label[answer.question] &&
    answer.line !== undefined &&
    lines.includes(answer.line)
  );
}

function score(cases: readonly GuideCase[]): GuideScore {
  const count = (covered: boolean, labelled: boolean) =>
    cases.filter(
      ({ answer, guide }) =>
        answer.covered === covered && guide.label[answer.question] === labelled,
    ).length;
  const tp = count(true, true);
  const fp = count(true, false);
  const fn = count(false, true);
  const tn = count(false, false);
  const shown = cases.filter(
    ({ answer, guide }) =>
      answer.covered &&
      (guide.label.lines || !guide.label[answer.question]) &&
      !guide.label.quotes,
  );
  return {
    precision: tp + fp ? tp / (tp + fp) : 1,
    recall: tp + fn ? tp / (tp + fn) : 1,
    tp,
    fp,
    fn,
    tn,
    shown: shown.length,
    right: shown.filter(isRightSentence).length,
  };
}

/** How well the rules do, by question. */
export function scoreGuides(
  cases: readonly GuideCase[],
): Record<GuideQuestion, GuideScore> {
  return Object.fromEntries(
    guideQuestions.map(question => [
      question,
      score(cases.filter(({ answer }) => answer.question === question)),
    ]),
  ) as Record<GuideQuestion, GuideScore>;
}
