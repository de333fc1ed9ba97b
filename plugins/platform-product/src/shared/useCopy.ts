import { useEffect, useRef } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useTexts } from './useTexts';

/** Copies a text, and says so, or that the browser did not let it. */
export function useCopy(doneText: string): (text: string) => void {
  const alertApi = useApi(alertApiRef);
  const t = useTexts();
  const [state, copy] = useCopyToClipboard();
  const told = useRef(state);
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    // Where it may not write, the library asks the reader to copy it themselves.
    const isCopied = !state.error && state.noUserInteraction;
    alertApi.post({
      message: isCopied ? doneText : t('shared.notCopied'),
      severity: isCopied ? 'success' : 'error',
      display: 'transient',
    });
  }, [state, alertApi, doneText, t]);
  return copy;
}
