import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';

/**
 * What was typed and not sent, by what it is about. It is gone with the app, and
 * never in a storage that outlives whoever typed it.
 */
const draftsOf = new WeakMap<object, Map<string, unknown>>();

function useDrafts(): Map<string, unknown> {
  const app = useApi(platformProductApiRef);
  const known = draftsOf.get(app);
  if (known) return known;
  const drafts = new Map<string, unknown>();
  draftsOf.set(app, drafts);
  return drafts;
}

/** A state that is still there when the reader comes back from another tab. */
export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  /** To be called once it was sent, or given up. */
  readonly forget: () => void;
}

/**
 * Keeps what is being typed beyond the component that shows it. Without a key it is
 * gone with the component, as in a dialog, which asks before it discards anything.
 */
export function useDraft<Value>(
  key: string | undefined,
  initial: Value,
): Draft<Value> {
  const drafts = useDrafts();
  const [value, setValue] = useState<Value>(() =>
    key !== undefined && drafts.has(key) ? (drafts.get(key) as Value) : initial,
  );
  const set = useCallback(
    (next: Value) => {
      if (key !== undefined) drafts.set(key, next);
      setValue(next);
    },
    [drafts, key],
  );
  const forget = useCallback(() => {
    if (key !== undefined) drafts.delete(key);
  }, [drafts, key]);
  return { value, set, forget };
}
