import workedValues from './__fixtures__/workedValues.json';
import { mannKendall } from './mannKendall';
import { newcombeDifference } from './newcombe';
import { quantile } from './quantile';
import { responseRate } from './responseRate';
import { shrunkenMean } from './shrunkenMean';
import { wilsonInterval } from './wilson';

describe('worked values', () => {
  it('are those of wilsonInterval', () => {
    for (const { x, n, low, high } of workedValues.wilson95) {
      const interval = wilsonInterval(x, n);
      expect(interval?.share).toBeCloseTo(x / n, 6);
      expect(interval?.low).toBeCloseTo(low, 6);
      expect(interval?.high).toBeCloseTo(high, 6);
    }
  });

  it('are those of newcombeDifference', () => {
    for (const { x1, n1, x2, n2, ...expected } of workedValues.newcombe95) {
      const interval = newcombeDifference({ x: x1, n: n1 }, { x: x2, n: n2 });
      expect(interval?.difference).toBeCloseTo(expected.difference, 6);
      expect(interval?.low).toBeCloseTo(expected.low, 6);
      expect(interval?.high).toBeCloseTo(expected.high, 6);
    }
  });

  it('are those of shrunkenMean', () => {
    for (const { counts, prior, m, ...expected } of workedValues.shrunkMean) {
      const interval = shrunkenMean({ counts, prior, strength: m });
      expect(interval?.mean).toBeCloseTo(expected.mean, 6);
      expect(interval?.low).toBeCloseTo(expected.low, 6);
      expect(interval?.high).toBeCloseTo(expected.high, 6);
    }
  });

  it('are those of mannKendall', () => {
    for (const { series, S, z, p, senSlope } of workedValues.mannKendall) {
      const trend = mannKendall(series);
      expect(trend?.s).toBe(S);
      expect(trend?.z).toBeCloseTo(z, 6);
      expect(trend?.p).toBeCloseTo(p, 6);
      expect(trend?.slope).toBeCloseTo(senSlope, 6);
    }
  });

  it('are those of responseRate', () => {
    for (const value of workedValues.responseRate) {
      const rate = responseRate(value);
      expect(rate?.completeRate).toBeCloseTo(value.completeRate, 6);
      expect(rate?.withPartialRate).toBeCloseTo(value.withPartialRate, 6);
    }
  });
});

describe('newcombeDifference', () => {
  it('knows the edges', () => {
    expect(newcombeDifference({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeUndefined();
    expect(newcombeDifference({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeUndefined();
    for (const x of [0, 3, 6]) {
      const same = newcombeDifference({ x, n: 6 }, { x, n: 6 });
      expect(same?.difference).toBe(0);
      expect(same?.low).toBeLessThan(0);
      expect(same?.high).toBeGreaterThan(0);
    }
  });
});

describe('shrunkenMean', () => {
  const prior = [0.2, 0.2, 0.2, 0.2, 0.2];

  it('is the prior without ratings, and moves away with them', () => {
    expect(shrunkenMean({ counts: [0, 0, 0, 0, 0], prior })?.mean).toBe(3);
    const some = shrunkenMean({ counts: [0, 0, 0, 0, 10], prior });
    const many = shrunkenMean({ counts: [0, 0, 0, 0, 1000], prior });
    expect(some?.mean).toBeCloseTo(4);
    expect(many?.mean).toBeGreaterThan(4.9);
    expect(many!.high - many!.low).toBeLessThan(some!.high - some!.low);
  });

  it('takes any prior by its shares, and ten ratings for it', () => {
    const counts = [0, 0, 0, 1, 4];
    const shares = [0.05, 0.1, 0.25, 0.4, 0.2];
    const expected = shrunkenMean({ counts, prior: shares, strength: 10 });
    const many = shrunkenMean({ counts, prior: [5, 10, 25, 40, 20] });
    expect(many?.mean).toBeCloseTo(expected!.mean, 9);
    expect(many?.low).toBeCloseTo(expected!.low, 9);
    expect(shrunkenMean({ counts: [0, 0, 9], prior: [1] })?.mean).toBeCloseTo(
      37 / 19,
      9,
    );
  });

  it('takes ratings as they are without a prior', () => {
    const none = [0, 0, 0, 0, 0];
    expect(shrunkenMean({ counts: none, prior: none })).toBeUndefined();
    const equal = shrunkenMean({ counts: [0, 0, 7, 0, 0], prior: none });
    expect(equal).toEqual({ mean: 3, low: 3, high: 3 });
  });
});

describe('mannKendall', () => {
  it('knows the edges', () => {
    expect(mannKendall([])).toBeUndefined();
    expect(mannKendall([1])).toBeUndefined();
    expect(mannKendall([1, 3])).toEqual({
      s: 1,
      z: 0,
      p: expect.closeTo(1, 6),
      slope: 2,
    });
    expect(mannKendall([2, 2, 2])).toMatchObject({ s: 0, z: 0, slope: 0 });
    expect(mannKendall([2, 2, 2])?.p).toBeCloseTo(1, 6);
    const up = mannKendall([1, 2, 2, 4]);
    const down = mannKendall([4, 2, 2, 1]);
    expect(down?.z).toBeCloseTo(-up!.z);
    expect(down?.p).toBeCloseTo(up!.p);
  });
});

describe('responseRate', () => {
  it('knows the edges', () => {
    const nobody = { complete: 0, partial: 0, declined: 0, noContact: 0 };
    expect(responseRate(nobody)).toBeUndefined();
    expect(responseRate({ ...nobody, noContact: 3 })).toEqual({
      completeRate: 0,
      withPartialRate: 0,
    });
    expect(responseRate({ ...nobody, partial: 1 })).toEqual({
      completeRate: 0,
      withPartialRate: 1,
    });
    expect(responseRate({ ...nobody, complete: 1, declined: 3 })).toEqual({
      completeRate: 0.25,
      withPartialRate: 0.25,
    });
  });
});

describe('wilsonInterval', () => {
  it('knows the edges', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(wilsonInterval(1, 1)?.low).toBeCloseTo(0.206549, 6);
    for (let n = 1; n <= 100; n++) {
      expect(wilsonInterval(0, n)).toMatchObject({ share: 0, low: 0 });
      expect(wilsonInterval(n, n)).toMatchObject({ share: 1, high: 1 });
    }
    expect(wilsonInterval(5, 10)?.low).toBeCloseTo(0.236593, 6);
  });
});

describe('quantile', () => {
  it('is linear between the nearest values', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6);
    expect(quantile([7], 0.75)).toBe(7);
    expect(quantile([], 0.5)).toBeUndefined();
    expect(quantile([10, 9, 100], 0)).toBe(9);
    expect(quantile([10, 9, 100], 1)).toBe(100);
    const given = [3, 1, 2];
    quantile(given, 0.5);
    expect(given).toEqual([3, 1, 2]);
  });
});
