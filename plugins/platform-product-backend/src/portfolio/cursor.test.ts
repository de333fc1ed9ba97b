import { portfolioSorts } from '@platform-product/backstage-plugin-common';
import { decodeCursor, encodeCursor } from './cursor';

const ref = 'component:default/logs';

const encode = (content: unknown) =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

const never = +new Date('9999-12-31T00:00:00Z');
const yearOne = +new Date('0001-01-01T00:00:00Z');

describe('portfolio cursors', () => {
  it.each([
    { sort: 'title', value: 'zoë’s "100%" 🧨' },
    { sort: 'owner', value: '' },
    { sort: 'level', value: 0 },
    { sort: 'level', value: 2 ** 31 - 1 },
    { sort: 'levelSince', value: 1_800_000_000_001 },
    { sort: 'levelSince', value: yearOne },
    { sort: 'atRiskUntil', value: never },
    { sort: 'satisfaction', value: 3.25 },
    // After the last that has a score, by title.
    { sort: 'satisfaction', value: 'logs' },
  ] as const)(
    'come back as they were: $sort after $value',
    ({ sort, value }) => {
      const position = { value, entityRef: ref };
      for (const order of ['asc', 'desc'] as const) {
        const cursor = encodeCursor({ sort, order }, position);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor({ sort, order }, cursor)).toEqual(position);
      }
    },
  );

  it('hold texts of a thousand characters', () => {
    const sorting = { sort: 'title', order: 'asc' } as const;
    const most = 'x'.repeat(1000);
    const position = { value: most, entityRef: most };
    expect(decodeCursor(sorting, encodeCursor(sorting, position))).toEqual(
      position,
    );
  });

  it('are taken by lists that are sorted the same way, and by no other', () => {
    for (const sort of portfolioSorts) {
      for (const order of ['asc', 'desc'] as const) {
        const isText = sort === 'title' || sort === 'owner';
        const cursor = encodeCursor(
          { sort, order },
          { value: isText ? 'x' : 1, entityRef: ref },
        );
        const takers = portfolioSorts.flatMap(otherSort =>
          (['asc', 'desc'] as const).flatMap(otherOrder => {
            const other = { sort: otherSort, order: otherOrder };
            try {
              return decodeCursor(other, cursor) && [other];
            } catch {
              return [];
            }
          }),
        );
        expect(takers).toEqual([{ sort, order }]);
      }
    }
  });

  it.each([
    ['a number for a text', ['title', 'asc', 1, ref]],
    ['neither', ['level', 'asc', true, ref]],
    ['nothing to go on from', ['levelSince', 'asc', null, ref]],
    ['an odd character', ['title', 'asc', 'a\u0000', ref]],
    ['an odd character in the ref', ['title', 'asc', 'a', '\u0000']],
    ['a text that is too long', ['title', 'asc', 'x'.repeat(1001), ref]],
    ['a ref that is too long', ['title', 'asc', 'a', 'x'.repeat(1001)]],
    ['another order', ['title', 'sideways', 'a', ref]],
    ['too little', ['title', 'asc', 'a']],
    ['too much', ['title', 'asc', 'a', ref, 'b']],
    ['no ref', ['title', 'asc', 'a', null]],
    ['no list', { sort: 'title' }],
  ])('with %s are refused', (_, content) => {
    const sort = Array.isArray(content) ? content[0] : 'title';
    expect(() =>
      decodeCursor({ sort: sort as 'title', order: 'asc' }, encode(content)),
    ).toThrow('Invalid request: cursor: not a cursor of a list sorted so');
  });

  it.each(['', 'nonsense', '🧨', encode('title').slice(2)])(
    'are nothing that somebody makes up: %p',
    cursor => {
      expect(() =>
        decodeCursor({ sort: 'title', order: 'asc' }, cursor),
      ).toThrow('cursor');
    },
  );
});
