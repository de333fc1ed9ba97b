import { performance } from 'perf_hooks';

/**
 * A clock that starts with the process and that no change of the machine's or the
 * database's time turns back, so that nothing is remembered for longer than it may be.
 */
export const elapsed = () => new Date(performance.now());
