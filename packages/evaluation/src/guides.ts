import { readFileSync } from 'fs';
import { join } from 'path';
import { parseArgs } from 'util';
import {
  GuideAnswer,
  GuideQuestion,
} from '@platform-product/backstage-plugin-common';
import {
  assessGuideCoverage,
  guideQuestions,
  parseGuide,
} from '@platform-product/backstage-plugin-common/rules';

/** The label of a guide, as a person gave it. */
type Label = Readonly<Record<GuideQuestion, boolean>> & {
  /** Questions on which people may differ; they are left out. */
  readonly borderline?: readonly GuideQuestion[];
  readonly quotes?: Readonly<Partial<Record<GuideQuestion, string>>>;
};

interface Case {
  readonly guide: string;
  readonly label: Label;
  readonly answer: GuideAnswer;
}

function readCases(folder: string): Case[] {
  const labels: Record<string, Label> = JSON.parse(
    readFileSync(join(folder, 'labels.json'), 'utf8'),
  );
  return Object.entries(labels).flatMap(([guide, label]) => {
    const text = readFileSync(join(folder, `${guide}.md`), 'utf8');
    return assessGuideCoverage(parseGuide(text))
      .filter(({ question }) => !label.borderline?.includes(question))
      .map(answer => ({ guide, label, answer }));
  });
}

function score(cases: readonly Case[]) {
  const count = (covered: boolean, labelled: boolean) =>
    cases.filter(
      ({ answer, label }) =>
        answer.covered === covered && label[answer.question] === labelled,
    ).length;
  const tp = count(true, true);
  const fp = count(true, false);
  const fn = count(false, true);
  const tn = count(false, false);
  return {
    precision: tp + fp ? tp / (tp + fp) : 1,
    recall: tp + fn ? tp / (tp + fn) : 1,
    tp,
    fp,
    fn,
    tn,
  };
}

function describeMiss({ guide, answer, label }: Case): string {
  const { question, covered, sentence, line } = answer;
  return covered
    ? `${guide}: ${question} was found at line ${line}, but is not there: “${sentence}”`
    : `${guide}: ${question} was not found: “${
        label.quotes?.[question] ?? ''
      }”`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' } },
});
const [folder] = positionals;
if (!folder) {
  process.stderr.write('Usage: npm run eval:guides -- <folder> [--json]\n');
  process.exit(2);
}
const cases = readCases(folder);
const scores = Object.fromEntries(
  guideQuestions.map(question => [
    question,
    score(cases.filter(({ answer }) => answer.question === question)),
  ]),
);
if (values.json) {
  process.stdout.write(`${JSON.stringify(scores, undefined, 2)}\n`);
} else {
  /* eslint-disable no-console */
  console.table(scores);
  for (const miss of cases.filter(
    ({ answer, label }) => answer.covered !== label[answer.question],
  )) {
    console.log(describeMiss(miss));
  }
}
