/** The 97.5 % quantile of the normal distribution. */
const z95 = 1.959963984540054;

/** A share with the 95 % interval around it, each from 0 to 1. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval, without continuity correction, of `hits` out of `n`:
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Undefined for n = 0; with
 * no hits the lower end is 0, with only hits the upper end is 1.
 *
 * Source: Wilson (1927), Journal of the American Statistical Association 22;
 * method 3 in Newcombe (1998), Statistics in Medicine 17, 857–872.
 */
export function wilsonInterval(
  hits: number,
  n: number,
): ShareInterval | undefined {
  if (n <= 0) return undefined;
  const share = hits / n;
  const spread = z95 ** 2 / n;
  const centre = share + spread / 2;
  const half =
    z95 * Math.sqrt((share * (1 - share)) / n + z95 ** 2 / (4 * n ** 2));
  return {
    share,
    low: hits === 0 ? 0 : (centre - half) / (1 + spread),
    high: hits === n ? 1 : (centre + half) / (1 + spread),
  };
}
