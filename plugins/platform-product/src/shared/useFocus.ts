import { RefObject, useEffect } from 'react';

/** Moves the focus to an element once it is wanted there. */
export function useFocus(
  ref: RefObject<HTMLElement>,
  isWanted: boolean,
  /** Which element within; the one of the ref if it is left out. */
  selector?: string,
): void {
  useEffect(() => {
    if (!isWanted) return;
    const element = selector
      ? ref.current?.querySelector<HTMLElement>(selector)
      : ref.current;
    element?.focus();
  }, [ref, isWanted, selector]);
}
