import { useRef } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsyncFn from 'react-use/esm/useAsyncFn';

// randomUUID is there on https and localhost alone.
const newKey = () =>
  window.crypto.randomUUID?.() ??
  `${Date.now()}-${Math.random().toString(36).slice(2)}`;

/** A write: whether it is under way, why it failed, and how to start it. */
export interface Submission {
  readonly loading: boolean;
  readonly error?: Error;
  readonly run: () => void;
}

/**
 * Runs one write. All tries with one content, double clicks among them, carry
 * one idempotency key. Says so when it is done.
 */
export function useSubmit(options: {
  readonly submit: (idempotencyKey: string) => Promise<unknown>;
  /** What is sent, as text: another content is another write. */
  readonly content?: string;
  readonly doneText: string;
  /** Closes the dialog, if it is one. */
  readonly onClose?: () => void;
  readonly onDone?: () => void;
}): Submission {
  const alertApi = useApi(alertApiRef);
  const sent = useRef<{ content: string; key: string }>();
  const [{ loading, error }, run] = useAsyncFn(async () => {
    const content = options.content ?? '';
    if (sent.current?.content !== content) {
      sent.current = { content, key: newKey() };
    }
    await options.submit(sent.current!.key);
    alertApi.post({
      message: options.doneText,
      severity: 'success',
      display: 'transient',
    });
    options.onClose?.();
    options.onDone?.();
  }, [options, alertApi]);
  return { loading, error, run };
}
