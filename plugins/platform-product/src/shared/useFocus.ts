import { RefObject, useEffect, useState } from 'react';

/**
 * Moves the focus to an element once it is wanted there. Not before the render after
 * that: buttons of Material UI break that get the focus while they are mounted, if
 * the keyboard is in use.
 */
export function useFocus(
  ref: RefObject<HTMLElement>,
  isWanted: boolean,
  /** Which element within; the one of the ref if it is left out. */
  selector?: string,
): void {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(isWanted), [isWanted]);
  useEffect(() => {
    if (!isReady) return;
    const element = selector
      ? ref.current?.querySelector<HTMLElement>(selector)
      : ref.current;
    element?.focus();
  }, [ref, isReady, selector]);
}
