import { useEffect, useState } from 'react';
import { decisionStandsAfter } from '@platform-product/backstage-plugin-common/rules';

/** For how much longer a decision can be taken back, in milliseconds. */
const leftOf = (decidedAt: string | undefined) =>
  decidedAt
    ? Date.parse(decidedAt) + decisionStandsAfter - Date.now()
    : -Infinity;

/** Whether a decision can still be taken back; false once its time is over. */
export function useFreshDecision(decidedAt: string | undefined): boolean {
  const [, setLook] = useState(0);
  const left = leftOf(decidedAt);
  useEffect(() => {
    if (left <= 0) return undefined;
    // By a clock that is behind it may seem to be long.
    const wait = Math.min(left, decisionStandsAfter);
    const timer = setTimeout(() => setLook(look => look + 1), wait);
    return () => clearTimeout(timer);
  }, [left]);
  return left > 0;
}
