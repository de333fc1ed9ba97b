import { setImmediate } from 'node:timers/promises';

/** Waits until what is written next has a later time, to the millisecond. */
export async function nextMoment(): Promise<void> {
  const now = Date.now();
  while (Date.now() <= now) await setImmediate();
}
