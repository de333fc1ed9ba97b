import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { quantile } from './quantile';
import { wilsonInterval } from './wilson';

const golden = resolve(
  __dirname,
  '../../../../../shared/data/golden/statistics.json',
);

const here = existsSync(golden);
if (!here) {
  // eslint-disable-next-line no-console
  console.warn(`Skipping the golden values: ${golden} is not there`);
}
const describeGolden = here ? describe : describe.skip;

describeGolden('the golden values', () => {
  it('are those of wilsonInterval', () => {
    const { wilson95 } = JSON.parse(readFileSync(golden, 'utf8'));
    expect(wilson95.length).toBeGreaterThan(0);
    for (const { x, n, low, high } of wilson95) {
      const interval = wilsonInterval(x, n);
      expect(interval?.share).toBeCloseTo(x / n, 6);
      expect(interval?.low).toBeCloseTo(low, 6);
      expect(interval?.high).toBeCloseTo(high, 6);
    }
  });
});

describe('wilsonInterval', () => {
  it('knows the edges', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
    expect(wilsonInterval(5, 10)?.low).toBeCloseTo(0.236593, 6);
  });
});

describe('quantile', () => {
  it('is linear between the nearest values', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6);
    expect(quantile([7], 0.75)).toBe(7);
    expect(quantile([], 0.5)).toBeUndefined();
  });
});
