import { useRef } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/**
 * Runs one write of a dialog. All its tries, double clicks among them, carry
 * one idempotency key. Says so when it is done.
 */
export function useSubmit(options: {
  readonly submit: (idempotencyKey: string) => Promise<unknown>;
  readonly doneText: string;
  readonly onDone: () => void;
}) {
  const alertApi = useApi(alertApiRef);
  const key = useRef(window.crypto.randomUUID?.() ?? `${Math.random()}`);
  const [{ loading, error }, run] = useAsyncFn(async () => {
    await options.submit(key.current);
    alertApi.post({
      message: options.doneText,
      severity: 'success',
      display: 'transient',
    });
    options.onDone();
  }, [options, alertApi]);
  return { loading, error, run };
}
