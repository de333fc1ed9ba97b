import {
  chunksOf,
  optional,
  optionalText,
  toDate,
  toTimestamp,
} from './values';

const moment = '2026-11-22T10:30:00.123Z';

describe('times of a database', () => {
  it.each<[string, Date | number | string]>([
    ['a Date', new Date(moment)],
    ['milliseconds', +new Date(moment)],
    ['text in UTC', moment],
    ['text in UTC, in lower case', '2026-11-22 10:30:00.123z'],
    ['text of another zone', '2026-11-22T12:30:00.123+02:00'],
    [
      'text of another zone, as PostgreSQL has it',
      '2026-11-22 05:30:00.123-0500',
    ],
    // SQLite's own default, which is UTC wherever the backend runs.
    ['text without a zone', '2026-11-22 10:30:00.123'],
  ])('are the same as %s', (_, value) => {
    expect(toDate(value)).toEqual(new Date(moment));
    expect(toTimestamp(value)).toBe(moment);
  });

  it('begin with 1970', () => {
    expect(toTimestamp(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(toTimestamp(-1)).toBe('1969-12-31T23:59:59.999Z');
  });
});

describe('optional', () => {
  it('converts what is there, be it empty, and nothing else', () => {
    const convert = (value: unknown) => [value];
    for (const value of [0, '', false, 'x']) {
      expect(optional(value, convert)).toEqual([value]);
    }
    expect(optional(null, convert)).toBeUndefined();
    expect(optional(undefined, convert)).toBeUndefined();
  });

  it('knows no null text', () => {
    expect(optionalText('x')).toBe('x');
    expect(optionalText('')).toBe('');
    expect(optionalText(null)).toBeUndefined();
  });
});

describe('chunksOf', () => {
  it.each([
    { count: 0, size: 3, sizes: [] },
    { count: 2, size: 3, sizes: [2] },
    { count: 3, size: 3, sizes: [3] },
    { count: 4, size: 3, sizes: [3, 1] },
    { count: 6, size: 3, sizes: [3, 3] },
    { count: 3, size: 1, sizes: [1, 1, 1] },
  ])('splits $count by $size into $sizes', ({ count, size, sizes }) => {
    const items = Array.from({ length: count }, (_, n) => n);
    const chunks = chunksOf(items, size);
    expect(chunks.map(({ length }) => length)).toEqual(sizes);
    expect(chunks.flat()).toEqual(items);
  });
});
