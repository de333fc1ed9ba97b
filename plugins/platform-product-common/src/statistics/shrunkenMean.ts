/** As the design has it, in place of the exact quantile. */
const z = 1.96;

/** A mean with the 95 % interval around it, in the units of the scale. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean of ratings on a scale 1, 2, … K, drawn towards a prior distribution
 * by `strength` imaginary ratings m: with `counts` n_k, their sum N and `prior` q_k,
 * μ = Σ k (n_k + m q_k) / (N + m),
 * Var = (Σ k² (n_k + m q_k) / (N + m) − μ²) / (N + m + 1), and μ ± 1.96 √Var,
 * which are the mean and the variance of the posterior mean under a Dirichlet
 * prior. A prior that does not sum to 1 is scaled.
 *
 * Without ratings it is the mean of the prior; when all are equal it still is
 * drawn to the prior, the less the more there are. Undefined without ratings
 * and without a prior.
 *
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, section 3.4.
 */
export function shrunkenMean(options: {
  /** How often each point of the scale was chosen, the lowest first. */
  readonly counts: readonly number[];
  readonly prior: readonly number[];
  readonly strength?: number;
}): MeanInterval | undefined {
  const { counts, prior, strength = 10 } = options;
  const whole = prior.reduce((sum, share) => sum + share, 0);
  const weights = counts.map(
    (count, index) =>
      count + (whole ? (strength * (prior[index] ?? 0)) / whole : 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!total) return undefined;
  const moment = (power: number) =>
    weights.reduce(
      (sum, weight, index) => sum + weight * (index + 1) ** power,
      0,
    ) / total;
  const mean = moment(1);
  const variance = Math.max(0, moment(2) - mean ** 2) / (total + 1);
  const half = z * Math.sqrt(variance);
  return { mean, low: mean - half, high: mean + half };
}
