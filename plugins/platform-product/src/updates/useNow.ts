import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';

const everyHalfMinute = 30_000;

/** The time, for what is counted down. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), everyHalfMinute);
  return now;
}
