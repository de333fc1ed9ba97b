/** Shares of the people asked who answered, from 0 to 1. */
export interface ResponseRate {
  /** Complete answers alone. */
  readonly completeRate: number;
  /** With those that leave something out. */
  readonly withPartialRate: number;
}

/**
 * How many of the people asked have answered: complete / (complete + partial +
 * declined + no contact), and the same with partial answers counted as answers.
 * Undefined when nobody was asked.
 *
 * Source: response rates 1 and 2 of AAPOR (2023), Standard Definitions, 10th
 * edition, without cases of unknown eligibility.
 *
 * @public
 */
export function responseRate(asked: {
  readonly complete: number;
  readonly partial: number;
  readonly declined: number;
  readonly noContact: number;
}): ResponseRate | undefined {
  const { complete, partial, declined, noContact } = asked;
  const total = complete + partial + declined + noContact;
  if (!total) return undefined;
  return {
    completeRate: complete / total,
    withPartialRate: (complete + partial) / total,
  };
}
