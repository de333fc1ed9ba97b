import {
  decodePosition,
  encodePosition,
  nextCursor,
  readOffset,
} from './offsetCursor';

const list = 'feedback component:default/logs';

const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('cursors of offsets', () => {
  it('start at the beginning without a cursor', () => {
    expect(readOffset(list, undefined)).toBe(0);
  });

  it.each([
    { offset: 0, size: 2, totalItems: 3, next: 2 },
    { offset: 2, size: 2, totalItems: 5, next: 4 },
    // The last page, exactly full or not, has none after it.
    { offset: 2, size: 2, totalItems: 4, next: undefined },
    { offset: 2, size: 1, totalItems: 3, next: undefined },
    { offset: 0, size: 0, totalItems: 0, next: undefined },
    // Nor has a page that has become empty since, or it would go on for ever.
    { offset: 1, size: 0, totalItems: 3, next: undefined },
    { offset: 8, size: 0, totalItems: 3, next: undefined },
  ])(
    'lead from $size of $totalItems at $offset to $next',
    ({ next, ...page }) => {
      const cursor = nextCursor(list, page);
      expect(cursor && readOffset(list, cursor)).toBe(next);
    },
  );

  it('are taken by their own list alone', () => {
    const cursor = nextCursor(list, { offset: 0, size: 1, totalItems: 9 })!;
    for (const other of [
      'feedback component:default/metrics',
      'research component:default/logs',
      'feedback component:default/logs ',
      '',
    ]) {
      expect(() => readOffset(other, cursor)).toThrow(
        'Invalid request: cursor: not a cursor of this list',
      );
    }
  });

  it('stay short, however long the name of a list', () => {
    const name = `feedback component:default/${'x'.repeat(700)}`;
    expect(encodePosition(name, '1'.repeat(15)).length).toBeLessThan(50);
  });

  it('hold up to fifteen digits', () => {
    const most = '9'.repeat(15);
    expect(decodePosition(list, encodePosition(list, most))).toBe(most);
    for (const position of [
      '9'.repeat(16),
      '',
      '-1',
      '1.5',
      '1e3',
      ' 1',
      'x',
    ]) {
      expect(() =>
        decodePosition(list, encodePosition(list, position)),
      ).toThrow('cursor');
    }
  });

  it.each([
    '',
    'nonsense',
    '12',
    encode('12'),
    encode('12 x'),
    encode(`12 ${Buffer.from(encodePosition(list, '12'), 'base64url')}`),
    '🧨',
    encode(' '),
  ])('are not made by others: %p', cursor => {
    expect(() => readOffset(list, cursor)).toThrow('cursor');
  });
});
