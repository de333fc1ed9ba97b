import { setTimeout } from 'timers/promises';

const patience = 60_000;

/** Waits until something holds; after a minute in vain it says what. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await setTimeout(50);
  }
}
