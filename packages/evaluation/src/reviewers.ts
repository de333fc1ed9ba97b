import { parseArgs } from 'util';
import { stringifyError } from '@backstage/errors';
import { readHistory } from './readHistory';
import { replay } from './replay';

const millisecondsPerMinute = 60 * 1000;
const millisecondsPerHour = 60 * millisecondsPerMinute;
const millisecondsPerDay = 24 * millisecondsPerHour;

/** The beginning of a day such as 2022-01-01, in UTC. */
function readDay(text: string | undefined): Date | undefined {
  const day = new Date(`${text}T00:00:00Z`);
  return day.getTime() && day.toISOString().startsWith(`${text}T`)
    ? day
    : undefined;
}

/** The milliseconds of days, hours and minutes such as P1D and PT36H. */
function readDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  const [days, hours, minutes] = (match ?? []).slice(1).map(Number.parseFloat);
  const given = [days, hours, minutes].some(value => value >= 0);
  return given
    ? (days || 0) * millisecondsPerDay +
        (hours || 0) * millisecondsPerHour +
        (minutes || 0) * millisecondsPerMinute
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

function print(figures: Record<string, object>, title?: string) {
  if (title) process.stdout.write(`${title}\n`);
  // eslint-disable-next-line no-console
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, row]) => [name, rounded(row)]),
    ),
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
    'learn-after': { type: 'string' },
  },
});
const [file] = positionals;
const from = readDay(values.from);
const to = readDay(values.to);
const learnAfter = readDuration(values['learn-after'] ?? 'PT0H');
if (!file || !from || !to || from > to || learnAfter === undefined) {
  giveUp(
    'Usage: npm run eval:reviewers -- <history.jsonl.gz> --from <date> --to <date> [--learn-after <duration>] [--json]\n' +
      'Dates are days in UTC, such as 2022-01-01; both are included. With --learn-after P1D, figures are\n' +
      'printed both for reviews that are known at once and for such that are known a day after submission.',
    2,
  );
}
try {
  const history = readHistory(file);
  const until = new Date(to.getTime() + millisecondsPerDay);
  const atOnce = replay(history, { from, until });
  const later = learnAfter
    ? replay(history, { from, until, learnAfter })
    : undefined;
  if (values.json) {
    const both = later && { atOnce, [`${values['learn-after']}`]: later };
    process.stdout.write(`${JSON.stringify(both ?? atOnce, undefined, 2)}\n`);
  } else {
    print(atOnce, later && 'Reviews are known at once:');
    if (later) {
      print(later, `Reviews are known after ${values['learn-after']}:`);
    }
  }
} catch (error) {
  giveUp(stringifyError(error), 1);
}
