import { describeError } from './describeError';
import { formatBusinessHours, formatShare } from './durations';

describe('formatBusinessHours', () => {
  it.each([
    [0, '0 hours'],
    [0.001, '1 minute'],
    [0.5, '30 minutes'],
    [0.99, '59 minutes'],
    [1, '1 hour'],
    [5.25, '5.3 hours'],
    [8, '8 hours'],
    [23.9, '23.9 hours'],
    [24, '3 days'],
    [40, '5 days'],
  ])('tells %d business hours as %s', (hours, words) => {
    expect(formatBusinessHours(hours)).toBe(words);
  });
});

it.each([
  [0.5, '30m'],
  [5.25, '5.3h'],
  [40, '5d'],
])('tells %d business hours in short as %s', (hours, words) => {
  expect(formatBusinessHours(hours, 'narrow')).toBe(words);
});

describe('formatShare', () => {
  it.each([
    [0, '0%'],
    [0.004, '0%'],
    [0.345, '35%'],
    [1, '100%'],
  ])('tells %d as %s', (share, words) => {
    expect(formatShare(share)).toBe(words);
  });
});

describe('describeError', () => {
  const refused = (body: unknown) =>
    Object.assign(new Error('Request failed with 403'), { body });

  it('says what the backend said', () => {
    const error = refused({ error: { message: 'Ask the owners' } });
    expect(describeError(error)).toBe('Ask the owners');
  });

  it.each([
    ['nothing', undefined],
    ['no error', {}],
    ['an empty message', { error: { message: '' } }],
    ['no text', { error: { message: { code: 7 } } }],
  ])('says what went wrong where the backend said %s', (_, body) => {
    expect(describeError(refused(body))).toBe('Request failed with 403');
  });
});
