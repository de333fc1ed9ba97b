import { RefObject, useEffect } from 'react';

/**
 * Keeps the focus near where it was: where what had it goes away, such as a button
 * once it has done its work, the heading of its part gets it. Otherwise whoever uses
 * the keyboard would begin at the top of the page again.
 */
export function useKeptFocus(
  part: RefObject<HTMLElement>,
  heading: RefObject<HTMLElement>,
): void {
  useEffect(() => {
    const element = part.current;
    if (!element) return undefined;
    let last: Element | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      // From a dialog it comes back.
      const isElsewhere =
        relatedTarget instanceof Element &&
        !relatedTarget.closest('[role=dialog]');
      if (isElsewhere) last = undefined;
    };
    // A click beside everything gives the focus up. A dialog keeps it meanwhile.
    const onPointerDown = ({ target }: PointerEvent) => {
      const isThere = target instanceof Node && last?.contains(target);
      if (!isThere && !document.querySelector('[role=dialog]')) {
        last = undefined;
      }
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      last = undefined;
      if (document.activeElement !== document.body) return;
      // Where the reader is by now, they stay; only Tab goes on from here.
      heading.current?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', onFocusIn);
    element.addEventListener('focusout', onFocusOut);
    document.addEventListener('pointerdown', onPointerDown, true);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocusIn);
      element.removeEventListener('focusout', onFocusOut);
      document.removeEventListener('pointerdown', onPointerDown, true);
      observer.disconnect();
    };
  }, [part, heading]);
}
