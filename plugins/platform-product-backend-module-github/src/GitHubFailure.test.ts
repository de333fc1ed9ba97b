import {
  GitHubFailure,
  isPartlyHidden,
  isTooMuch,
  judgeFailure,
  readFailure,
} from './GitHubFailure';

const hidden = (type: string, ...path: Array<string | number>) => ({
  type,
  path,
  message: 'Resource not accessible',
});

const nodes = ['repository', 'pullRequests', 'nodes'];

describe('isPartlyHidden', () => {
  it.each([
    [true, [hidden('FORBIDDEN', ...nodes, 0)]],
    [true, [hidden('NOT_FOUND', ...nodes, 0, 'reviewRequests')]],
    [
      true,
      [hidden('FORBIDDEN', ...nodes, 0), hidden('NOT_FOUND', ...nodes, 1)],
    ],
    [false, [hidden('FORBIDDEN', ...nodes)]],
    [false, [hidden('NOT_FOUND', 'repository')]],
    [false, [hidden('FORBIDDEN')]],
    [false, [hidden('FORBIDDEN', ...nodes, 0), hidden('FORBIDDEN', ...nodes)]],
    [false, [hidden('INTERNAL', ...nodes, 0)]],
    [false, []],
  ])('is %p of %j', (isPartial, errors) => {
    expect(isPartlyHidden(readFailure({ errors, message: 'No' }))).toBe(
      isPartial,
    );
  });
});

/** A failure of which a test says only what matters to it. */
const failure = (given: Partial<GitHubFailure>): GitHubFailure => ({
  message: 'No',
  headers: {},
  errors: [],
  ...given,
});
const error = (type: string, message = 'No') =>
  failure({ errors: [{ type, message, isPartial: false }] });

describe('isTooMuch', () => {
  it.each([
    [true, failure({ status: 502 })],
    [true, failure({ status: 504 })],
    [false, failure({ status: 500 })],
    [false, failure({ status: 503 })],
    [false, failure({ status: 0 })],
    [true, error('MAX_NODE_LIMIT_EXCEEDED')],
    [true, error('RESOURCE_LIMITS_EXCEEDED')],
    [true, error('', 'Something went wrong while executing your query')],
    [true, error('', 'The query timed out')],
    [false, error('FORBIDDEN')],
  ])('is %p of %j', (expected, given) => {
    expect(isTooMuch(given)).toBe(expected);
  });
});

describe('judgeFailure', () => {
  const now = new Date('2026-03-02T10:00:00.000Z');
  const inMinutes = (count: number) => new Date(+now + count * 60_000);
  const resets = { 'x-ratelimit-reset': String(+inMinutes(7) / 1000) };
  const usedUp = { 'x-ratelimit-remaining': '0', ...resets };

  it.each<[GitHubFailure, Date]>([
    [{ ...error('RATE_LIMITED'), headers: usedUp }, inMinutes(7)],
    [{ ...error('RATE_LIMIT'), headers: resets }, inMinutes(1)],
    [failure({ status: 429 }), inMinutes(1)],
    [failure({ status: 429, headers: { 'retry-after': '120' } }), inMinutes(2)],
    [failure({ status: 403, headers: { 'retry-after': '120' } }), inMinutes(2)],
    [failure({ status: 403, headers: usedUp }), inMinutes(7)],
    [failure({ message: 'You hit a secondary rate limit' }), inMinutes(1)],
  ])('waits after %j until %p', (given, until) => {
    expect(judgeFailure(given, now)).toEqual({ action: 'wait', until });
  });

  it.each<[string, GitHubFailure]>([
    ['retry', failure({ status: 0 })],
    ['retry', failure({ status: 500 })],
    ['retry', failure({ status: 504 })],
    ['retry', error('RESOURCE_LIMITS_EXCEEDED')],
    ['fail', failure({ status: 403, headers: resets })],
    ['fail', failure({ status: 404 })],
    ['fail', failure({ status: 499 })],
    ['fail', failure({})],
    ['fail', error('FORBIDDEN')],
  ])('does %s after %j', (action, given) => {
    expect(judgeFailure(given, now)).toEqual({ action });
  });
});
