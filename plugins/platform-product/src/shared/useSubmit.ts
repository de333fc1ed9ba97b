import { useRef, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useMountedState from 'react-use/esm/useMountedState';
import { describeError } from './describeError';

// randomUUID is there on https and localhost alone.
const newKey = () =>
  window.crypto.randomUUID?.() ??
  `${Date.now()}-${Math.random().toString(36).slice(2)}`;

/** A write: whether it is under way, why it failed, and how to start it. */
export interface Submission {
  readonly loading: boolean;
  readonly error?: Error;
  /** Whether something was typed that was not sent. */
  readonly isDirty: boolean;
  readonly run: () => void;
}

/**
 * Runs one write. All tries with one content, double clicks among them, carry
 * one idempotency key. Says so when it is done, and when it has failed where nobody
 * else can: once the dialog is closed, or for a button that stands alone.
 */
export function useSubmit(options: {
  readonly submit: (idempotencyKey: string) => Promise<unknown>;
  /** What is sent, as text: another content is another write. */
  readonly content?: string;
  readonly doneText: string;
  /** Whether an error is told as an alert, as there is no form to say it. */
  readonly alertsErrors?: boolean;
  /** Closes the dialog, if it is one. */
  readonly onClose?: () => void;
  readonly onDone?: () => void;
}): Submission {
  const alertApi = useApi(alertApiRef);
  const isMounted = useMountedState();
  const content = options.content ?? '';
  const [initial] = useState(content);
  const sent = useRef<{ content: string; key: string }>();
  const [{ loading, error }, run] = useAsyncFn(async () => {
    if (sent.current?.content !== content) {
      sent.current = { content, key: newKey() };
    }
    try {
      await options.submit(sent.current!.key);
    } catch (failure) {
      if (options.alertsErrors || !isMounted()) {
        alertApi.post({
          message: describeError(failure as Error),
          severity: 'error',
        });
      }
      throw failure;
    }
    alertApi.post({
      message: options.doneText,
      severity: 'success',
      display: 'transient',
    });
    // It may be another dialog that is open by now.
    if (isMounted()) options.onClose?.();
    options.onDone?.();
  }, [options, content, alertApi, isMounted]);
  return { loading, error, isDirty: content !== initial, run };
}
