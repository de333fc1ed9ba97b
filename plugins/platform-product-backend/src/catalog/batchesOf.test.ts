import { batchesOf } from './batchesOf';

const refs = (count: number, length: number) =>
  Array.from({ length: count }, (_, n) => `${n}`.padEnd(length, 'x'));

describe('batchesOf', () => {
  it.each([
    ['nothing', refs(0, 30), []],
    ['one', refs(1, 30), [1]],
    ['a thousand', refs(1_000, 30), [1_000]],
    ['one more', refs(1_001, 30), [1_000, 1]],
    ['two thousand and more', refs(2_500, 30), [1_000, 1_000, 500]],
    ['long ones', refs(1_000, 157), [500, 500]],
  ])('asks for %s', (_, asked, sizes) => {
    const batches = batchesOf(asked);
    expect(batches.map(({ length }) => length)).toEqual(sizes);
    expect(batches.flat()).toEqual(asked);
  });

  it('keeps what the catalog reads below 100 kB', () => {
    for (const batch of batchesOf(refs(3_000, 190))) {
      expect(JSON.stringify({ entityRefs: batch }).length).toBeLessThan(90_000);
    }
  });
});
