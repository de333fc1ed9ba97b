/**
 * Makes some work one that can be asked for at any time: one run after the other, and one
 * more where it was asked for during a run. Whoever asks waits until all is done.
 */
export function createRepeater(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const runAll = async () => {
    while (isAskedAgain) {
      isAskedAgain = false;
      await work();
    }
  };
  return () => {
    isAskedAgain = true;
    running ??= runAll().finally(() => {
      running = undefined;
    });
    return running;
  };
}
