import { quantile } from './quantile';

/** Whether a series rises or falls. */
export interface Trend {
  /** Rising pairs less falling ones. */
  readonly s: number;
  /** Its standard score, with continuity correction. */
  readonly z: number;
  /** Two-sided probability of such a score where there is no trend. */
  readonly p: number;
  /** Sen's slope: the median change from one value to the next. */
  readonly slope: number;
}

/** Of the Chebyshev fit to ln erfc, from the highest power of t to the lowest. */
const coefficients = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806,
  0.09678418, 0.37409196, 1.00002368, -1.26551223,
];

/**
 * The probability that a standard normal value is farther from 0 than `z`:
 * erfc(|z| / √2), with a relative error below 1.2·10⁻⁷, by the Chebyshev fit in
 * section 6.2 of Press et al. (1992), Numerical Recipes, 2nd edition.
 */
function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const fit = coefficients.reduce((sum, each) => sum * t + each, 0);
  return Math.min(1, t * Math.exp(fit - x * x));
}

/**
 * The Mann–Kendall test for a monotonic trend in values at equal distances:
 * S = Σ sgn(x_j − x_i) over all i before j, with the variance
 * (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18, t being the sizes of groups of equal values,
 * and z = (S ∓ 1) / √Var; beside it Sen's slope, the median of (x_j − x_i) / (j − i).
 *
 * Undefined for fewer than two values. When all are equal, S, z and the slope
 * are 0 and p is 1. The normal distribution is a fair approximation from eight
 * values on.
 *
 * Sources: Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods;
 * Sen (1968), Journal of the American Statistical Association 63.
 */
export function mannKendall(series: readonly number[]): Trend | undefined {
  const n = series.length;
  if (n < 2) return undefined;
  let s = 0;
  const slopes: number[] = [];
  for (let j = 1; j < n; j++) {
    for (let i = 0; i < j; i++) {
      s += Math.sign(series[j] - series[i]);
      slopes.push((series[j] - series[i]) / (j - i));
    }
  }
  const ties = new Map<number, number>();
  for (const value of series) ties.set(value, (ties.get(value) ?? 0) + 1);
  const term = (t: number) => t * (t - 1) * (2 * t + 5);
  const tied = [...ties.values()].reduce((sum, t) => sum + term(t), 0);
  const variance = (term(n) - tied) / 18;
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return { s, z, p: twoSidedP(z), slope: quantile(slopes, 0.5) ?? 0 };
}
