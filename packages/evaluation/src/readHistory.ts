import { readFileSync } from 'fs';
import { gunzipSync } from 'zlib';
import { InputError } from '@backstage/errors';
import { PastChange } from './ReplayMethod';

const mostPaths = 40;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isText);

/** What is wrong with a field, or undefined. */
function problemOf(fields: Record<string, unknown>): string | undefined {
  const { id, at, author, reviewers, paths } = fields;
  if (!isText(id)) return `'id' is no text`;
  if (typeof at !== 'number' || Number.isNaN(new Date(at * 1000).getTime())) {
    return `'at' is no number of seconds since 1970`;
  }
  if (!isText(author)) return `'author' is no text`;
  if (!isTexts(reviewers)) return `'reviewers' is no list of texts`;
  if (!isTexts(paths)) return `'paths' is no list of texts`;
  return undefined;
}

function readLine(line: string): PastChange {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    throw new InputError('not JSON');
  }
  if (typeof fields !== 'object' || fields === null) {
    throw new InputError('no object');
  }
  const problem = problemOf(fields as Record<string, unknown>);
  if (problem) throw new InputError(problem);
  const change = fields as {
    id: string;
    at: number;
    author: string;
    reviewers: string[];
    paths: string[];
  };
  return {
    id: change.id,
    at: new Date(change.at * 1000),
    author: change.author,
    reviewers: [...new Set(change.reviewers)].filter(
      person => person !== change.author,
    ),
    paths: change.paths.slice(0, mostPaths),
  };
}

/**
 * Reads a history, one change to a line, the oldest first.
 *
 * @throws InputError with the number of the line that can't be read
 */
export function parseHistory(text: string): PastChange[] {
  let last: PastChange | undefined;
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      const change = readLine(line);
      if (last && change.at < last.at) {
        throw new InputError('older than the change before');
      }
      last = change;
      return [change];
    } catch (error) {
      const { message } = error as Error;
      throw new InputError(`Line ${index + 1} of the history: ${message}`);
    }
  });
}

/** Reads a history from a file, compressed with gzip where it ends in `.gz`. */
export function readHistory(file: string): PastChange[] {
  const bytes = readFileSync(file);
  return parseHistory(
    (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
  );
}
