import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';

interface KeptDraft {
  readonly value: unknown;
  readonly basis: string | undefined;
}

type Drafts = Map<string, KeptDraft>;

/**
 * What was typed and not sent, by what it is about. It is gone with the app, and
 * never in a storage that outlives whoever typed it.
 */
const draftsOf = new WeakMap<object, Drafts>();

function useDrafts(): Drafts {
  const app = useApi(platformProductApiRef);
  const known = draftsOf.get(app);
  if (known) return known;
  const drafts: Drafts = new Map();
  draftsOf.set(app, drafts);
  return drafts;
}

/** A state that is still there when the reader comes back from another tab. */
export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  /**
   * To be called once it was given up, or with what was sent, once that is saved:
   * what was typed meanwhile is kept.
   */
  readonly forget: (sent?: Value) => void;
}

/**
 * Keeps what is being typed beyond the component that shows it. Without a key it is
 * gone with the component, as in a dialog, which asks before it discards anything.
 */
export function useDraft<Value>(
  key: string | undefined,
  initial: Value,
  /** What it changes, as text: a draft that began from something else is out of date. */
  basis?: string,
): Draft<Value> {
  const drafts = useDrafts();
  const [value, setValue] = useState<Value>(() => {
    const kept = key === undefined ? undefined : drafts.get(key);
    return kept && kept.basis === basis ? (kept.value as Value) : initial;
  });
  const set = useCallback(
    (next: Value) => {
      if (key !== undefined) drafts.set(key, { value: next, basis });
      setValue(next);
    },
    [drafts, key, basis],
  );
  const forget = useCallback(
    (sent?: Value) => {
      if (key === undefined) return;
      const isNewer = sent !== undefined && drafts.get(key)?.value !== sent;
      if (!isNewer) drafts.delete(key);
    },
    [drafts, key],
  );
  return { value, set, forget };
}
