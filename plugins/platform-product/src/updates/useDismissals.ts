import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ConcerningNotice } from '@platform-product/backstage-plugin-common';
import useObservable from 'react-use/esm/useObservable';

const keyOf = ({ notice, concerned }: ConcerningNotice) =>
  `${notice.id} ${concerned.entityRef}`;

/** Which notices the reader has hidden on which page; each is back with its next version. */
export function useDismissals() {
  const storage = useApi(storageApiRef).forBucket('platform-product-notices');
  // Tells that something has changed, here or on another page.
  useObservable(storage.observe$('hidden'));
  const hidden = storage.snapshot<Record<string, number>>('hidden').value ?? {};
  return {
    isHidden: (item: ConcerningNotice) =>
      (hidden[keyOf(item)] ?? 0) >= item.notice.version,
    hide: (item: ConcerningNotice) =>
      storage.set('hidden', {
        ...hidden,
        [keyOf(item)]: item.notice.version,
      }),
  };
}
