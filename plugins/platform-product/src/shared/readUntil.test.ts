import { readUntil } from './readUntil';

/** Reads a list of so many numbers. */
function createList(total: number) {
  const asked: object[] = [];
  const read = async (paging: { limit: string; cursor?: string }) => {
    asked.push(paging);
    const from = Number(paging.cursor ?? 0);
    const until = Math.min(total, from + Number(paging.limit));
    return {
      items: Array.from({ length: until - from }, (_, index) => from + index),
      totalItems: total,
      pageInfo: until < total ? { nextCursor: `${until}` } : {},
    };
  };
  return { asked, read };
}

describe('readUntil', () => {
  it.each([
    ['one page is enough', 50, 300, 50, [{ limit: '50' }]],
    ['there is no more', 200, 30, 30, [{ limit: '200' }]],
    [
      'more is wanted than a page takes',
      250,
      1000,
      400,
      [{ limit: '200' }, { limit: '200', cursor: '200' }],
    ],
    [
      'all is wanted',
      500,
      260,
      260,
      [{ limit: '200' }, { limit: '200', cursor: '200' }],
    ],
  ])('reads where %s', async (_, count, total, shown, calls) => {
    const { asked, read } = createList(total);
    const list = await readUntil(count, read);
    expect(list.items).toEqual(Array.from({ length: shown }, (__, n) => n));
    expect(list.totalItems).toBe(total);
    expect(asked).toEqual(calls);
  });
});
