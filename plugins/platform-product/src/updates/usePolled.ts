import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';

/** Answers come in while the team looks on; nobody reads faster. */
const lookEvery = 10_000;

/** Loads something again every now and then, while somebody looks at the page. */
export function usePolled(isChanging: boolean, reload: () => void): void {
  const look = useCallback(() => {
    if (!document.hidden) reload();
  }, [reload]);
  useInterval(look, isChanging ? lookEvery : null);
}
