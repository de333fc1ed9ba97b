import { existsSync } from 'fs';
import { parseArgs } from 'util';
import { readLabelledGuides } from './guideLabels';
import {
  casesOf,
  GuideCase,
  GuideScore,
  isRightSentence,
  scoreGuides,
} from './scoreGuides';

function say(text: string) {
  process.stdout.write(`${text}\n`);
}

function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function describeMiss({ guide, answer }: GuideCase): string | undefined {
  const { question, covered, sentence, line } = answer;
  const { name, label } = guide;
  if (covered && !label[question]) {
    return `${name}: ${question} was found at line ${line}, but is not there: “${sentence}”`;
  }
  if (!covered && label[question]) {
    const place = label.lines?.[question];
    const where = place ? `line ${place.join(', ')}` : '';
    return `${name}: ${question} was not found: ${
      label.quotes?.[question] ?? where
    }`;
  }
  return covered && label.lines && !isRightSentence({ guide, answer })
    ? `${name}: ${question} is not answered by line ${line}: “${sentence}”`
    : undefined;
}

/** Shares with two decimals, as they are copied into the documentation. */
function rowOf({ precision, recall, ...counts }: GuideScore) {
  return {
    precision: precision.toFixed(2),
    recall: recall.toFixed(2),
    ...counts,
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    labels: { type: 'string' },
    part: { type: 'string' },
  },
});
const [folder] = positionals;
const { labels, part } = values;
if (!folder || (part && part !== 'open' && part !== 'held-back')) {
  giveUp(
    'Usage: npm run eval:guides -- <folder> [--labels <file>] [--part open|held-back] [--json]\n' +
      'The folder holds one Markdown file per guide, and labels.json where no other file is given.',
  );
}
if (!existsSync(folder)) {
  say(`Skipped, as there are no guides in ${folder}.`);
  process.exit(0);
}
const guides = readLabelledGuides({
  folder,
  labels,
  part: part as 'open' | 'held-back' | undefined,
});
const cases = casesOf(guides);
const scores = scoreGuides(cases);
if (values.json) {
  say(JSON.stringify(scores, undefined, 2));
} else {
  const all = Object.values(scores);
  const shown = all.reduce((sum, score) => sum + score.shown, 0);
  const right = all.reduce((sum, score) => sum + score.right, 0);
  // eslint-disable-next-line no-console
  console.table(
    Object.fromEntries(
      Object.entries(scores).map(([name, score]) => [name, rowOf(score)]),
    ),
  );
  say(
    shown
      ? `${
          guides.length
        } guides; ${right} of ${shown} sentences shown are right (${(
          right / shown
        ).toFixed(2)}).`
      : `${guides.length} guides.`,
  );
  cases.flatMap(one => describeMiss(one) ?? []).forEach(say);
}
