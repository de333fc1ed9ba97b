import { useMemo } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ConcerningNotice } from '@platform-product/backstage-plugin-common';
import useObservable from 'react-use/esm/useObservable';

const key = 'hidden';
/** Older ones are of notices that are over, mostly. */
const mostKept = 100;

type Hidden = Record<string, number>;

const keyOf = ({ notice, concerned }: ConcerningNotice) =>
  `${notice.id} ${concerned.entityRef}`;

/**
 * Which notices the reader has hidden on which page; each is back with its next version.
 * Until that is known, nothing is shown.
 */
export function useDismissals() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('platform-product-notices'),
    [storage],
  );
  const changes = useMemo(() => bucket.observe$<Hidden>(key), [bucket]);
  const first = useMemo(() => bucket.snapshot<Hidden>(key), [bucket]);
  const { presence, value: hidden = {} } = useObservable(changes, first);
  return {
    isKnown: presence !== 'unknown',
    isHidden: (item: ConcerningNotice) =>
      (hidden[keyOf(item)] ?? 0) >= item.notice.version,
    hide: (item: ConcerningNotice) => {
      const { [keyOf(item)]: _, ...others } = hidden;
      return bucket.set(
        key,
        Object.fromEntries([
          ...Object.entries(others).slice(1 - mostKept),
          [keyOf(item), item.notice.version],
        ]),
      );
    },
  };
}
