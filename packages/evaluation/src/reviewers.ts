import { parseArgs } from 'util';
import { stringifyError } from '@backstage/errors';
import { readHistory } from './readHistory';
import { replay } from './replay';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** The beginning of a day such as 2022-01-01, in UTC. */
function readDay(text: string | undefined): Date | undefined {
  const day = new Date(`${text}T00:00:00Z`);
  return day.getTime() && day.toISOString().startsWith(`${text}T`)
    ? day
    : undefined;
}

function rounded(figures: object) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      name === 'n' ? value : Number(value.toFixed(3)),
    ]),
  );
}

function giveUp(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const [file] = positionals;
const from = readDay(values.from);
const to = readDay(values.to);
if (!file || !from || !to || from > to) {
  giveUp(
    'Usage: npm run eval:reviewers -- <history.jsonl.gz> --from <date> --to <date> [--json]\n' +
      'Dates are days in UTC, such as 2022-01-01; both are included.',
    2,
  );
}
try {
  const figures = replay(readHistory(file), {
    from,
    until: new Date(to.getTime() + millisecondsPerDay),
  });
  if (values.json) {
    process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  } else {
    // eslint-disable-next-line no-console
    console.table(
      Object.fromEntries(
        Object.entries(figures).map(([name, row]) => [name, rounded(row)]),
      ),
    );
  }
} catch (error) {
  giveUp(stringifyError(error), 1);
}
