import { RefObject, useLayoutEffect, useRef, useState } from 'react';

/** What is in a field; nothing where it is none. */
const contentOf = (element: Element | null) =>
  (element as Partial<HTMLTextAreaElement> | null)?.value;

/**
 * Moves the focus to an answer for a reader who waits where they asked: at the
 * button, in the field, or nowhere, if the button is gone. Whoever has gone elsewhere, or
 * types on, stays there, and has to be told that the answer is there.
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
  const asked = useRef<{ element: Element | null; content?: string }>();
  const [isToBeTold, setToBeTold] = useState(false);
  // Before anything else sees that a button is gone.
  useLayoutEffect(() => {
    if (!isThere) return;
    const { activeElement, body } = document;
    const isWaiting =
      activeElement === body ||
      (activeElement === asked.current?.element &&
        contentOf(activeElement) === asked.current.content);
    if (isWaiting) answer.current?.focus();
    else setToBeTold(true);
  }, [answer, isThere]);
  const onAsk = () => {
    const { activeElement } = document;
    asked.current = {
      element: activeElement,
      content: contentOf(activeElement),
    };
    setToBeTold(false);
  };
  return { onAsk, isToBeTold };
}
