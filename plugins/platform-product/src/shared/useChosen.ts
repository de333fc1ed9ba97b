import { useRef } from 'react';
import { useIsShown } from './RevealTogether';
import { useFocus } from './useFocus';

/**
 * What an item has to have for the focus, and the eye, to go to it where a
 * notification has led there.
 */
export function useChosen<T extends HTMLElement>(isChosen: boolean) {
  const ref = useRef<T>(null);
  useFocus(ref, useIsShown() && isChosen);
  return { ref, tabIndex: isChosen ? -1 : undefined };
}
