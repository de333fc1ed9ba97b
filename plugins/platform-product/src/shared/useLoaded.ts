import { DependencyList, useCallback, useRef, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { useHoldBack } from './RevealTogether';

/** What is known of something that is loaded: a value, an error, or both. */
export interface LoadResult<T> {
  readonly value?: T;
  readonly error?: Error;
  readonly loading: boolean;
  /** How many times it was asked to load again. */
  readonly version: number;
  readonly reload: () => void;
}

const isSame = (one: DependencyList, other: DependencyList) =>
  one.length === other.length &&
  one.every((item, index) => Object.is(item, other[index]));

/**
 * Loads something, and loads it again when asked to, even while it is loading.
 * What was loaded stays until something else was, also where that fails, as long
 * as it is about the same subject: all of `deps`, unless told otherwise. So the next
 * page of a list may take the place of the one before, and nothing ever stands
 * for another service.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  deps: DependencyList,
  subject: DependencyList = deps,
): LoadResult<T> {
  const [version, setVersion] = useState(0);
  const reload = useCallback(() => setVersion(count => count + 1), []);
  const last = useRef<{ subject: DependencyList; value: T }>();
  const {
    value: loaded,
    error,
    loading,
  } = useAsync(
    async () => ({ subject, value: await load() }),
    [...deps, version],
  );
  if (loaded) last.current = loaded;
  const isOfSubject = last.current && isSame(last.current.subject, subject);
  const value = isOfSubject ? last.current?.value : undefined;
  useHoldBack(loading && value === undefined);
  return {
    value,
    error,
    loading,
    version,
    reload,
  };
}
