import { ShareInterval, wilsonInterval } from './wilson';

/**
 * The difference of two shares with the 95 % interval around it, each from −1
 * to 1.
 */
export interface DifferenceInterval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Newcombe's hybrid-score interval for p₁ − p₂ of two independent samples, `x`
 * out of `n` each, from their Wilson intervals (l, u):
 * d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
 *
 * Undefined when either sample is empty. Equal shares give a difference of 0
 * within an interval that holds 0, also where both are 0 or both are 1.
 *
 * Source: method 10 in Newcombe (1998), Statistics in Medicine 17, 873–890.
 */
export function newcombeDifference(
  first: { readonly x: number; readonly n: number },
  second: { readonly x: number; readonly n: number },
): DifferenceInterval | undefined {
  const one = wilsonInterval(first.x, first.n);
  const two = wilsonInterval(second.x, second.n);
  if (!one || !two) return undefined;
  const difference = one.share - two.share;
  const down = ({ share, low }: ShareInterval) => share - low;
  const up = ({ share, high }: ShareInterval) => high - share;
  return {
    difference,
    low: difference - Math.hypot(down(one), up(two)),
    high: difference + Math.hypot(up(one), down(two)),
  };
}
