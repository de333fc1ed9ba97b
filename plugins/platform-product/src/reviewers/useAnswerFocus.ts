import { RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * Moves the focus to an answer for a reader who waits where they asked: at the
 * button, or nowhere, if the button is gone. Whoever is back in a field goes on
 * typing, and has to be told that the answer is there.
 */
export function useAnswerFocus(
  answer: RefObject<HTMLElement>,
  isThere: boolean,
): {
  /** To be called when it is asked for. */
  readonly onAsk: () => void;
  /** Whether the answer came while the reader was elsewhere. */
  readonly isToBeTold: boolean;
} {
  const pressed = useRef<Element>();
  const [isToBeTold, setToBeTold] = useState(false);
  // Before anything else sees that a button is gone.
  useLayoutEffect(() => {
    if (!isThere) return;
    const { activeElement, body } = document;
    const isWaiting =
      activeElement === body || activeElement === pressed.current;
    if (isWaiting) answer.current?.focus();
    else setToBeTold(true);
  }, [answer, isThere]);
  const onAsk = () => {
    const { activeElement } = document;
    // Enter in a field leaves the reader in it.
    pressed.current =
      activeElement instanceof HTMLButtonElement ? activeElement : undefined;
    setToBeTold(false);
  };
  return { onAsk, isToBeTold };
}
