import { Settings } from 'luxon';

/**
 * Lets it be some moment until the end of the test, for a reader in some time zone.
 * Time stands still; timers run as they always do.
 */
export function letItBe(
  now: string,
  options: { readonly zone?: string } = {},
): void {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'cancelAnimationFrame',
      'cancelIdleCallback',
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'requestIdleCallback',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
  if (options.zone) Settings.defaultZone = options.zone;
}

afterEach(() => {
  jest.useRealTimers();
  Settings.defaultZone = 'system';
});
