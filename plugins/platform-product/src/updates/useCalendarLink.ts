import { useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** The reader's secret link: whether there is one, and how to make and revoke it. */
export function useCalendarLink() {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const discovery = useApi(discoveryApiRef);
  const [url, setUrl] = useState<string>();
  const link = useLoaded(
    () => api.call('getCalendarLink', { params: {} }),
    [api],
  );
  const making = useSubmit({
    alertsErrors: true,
    doneText: t('updates.events.subscribe.made'),
    async submit() {
      const { secret } = await api.call('makeCalendarLink', { params: {} });
      const base = await discovery.getBaseUrl('platform-product');
      setUrl(`${base}/calendars/${secret}.ics`);
    },
    onDone: link.reload,
  });
  const revoking = useSubmit({
    alertsErrors: true,
    doneText: t('updates.events.subscribe.revoked'),
    async submit() {
      await api.call('revokeCalendarLink', { params: {} });
      setUrl(undefined);
    },
    onDone: link.reload,
  });
  return { link, url, making, revoking };
}
