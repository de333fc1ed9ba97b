import { DependencyList, useCallback, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';

/** What is known of something that is loaded: a value, an error, or neither. */
export interface LoadResult<T> {
  readonly value?: T;
  readonly error?: Error;
  readonly loading: boolean;
  /** How many times it was asked to load again. */
  readonly version: number;
  readonly reload: () => void;
}

/**
 * Loads something, and loads it again when asked to, even while it is loading.
 * What was loaded before stays until then.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  deps: DependencyList,
): LoadResult<T> {
  const [version, setVersion] = useState(0);
  const reload = useCallback(() => setVersion(count => count + 1), []);
  const { value, error, loading } = useAsync(load, [...deps, version]);
  return { value, error, loading, version, reload };
}
