import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Invites people to rate, and notes what became of an invitation. */
export function useInvitations() {
  const api = useApi(platformProductApiRef);
  return useMemo(
    () => ({
      invite: (entityRef: string) =>
        api.call('inviteToRate', { params: entityParamsOf(entityRef) }),
      note: (entityRef: string, outcome: BodyOf<'noteInvitation'>['outcome']) =>
        api.call('noteInvitation', {
          params: entityParamsOf(entityRef),
          body: { outcome },
        }),
    }),
    [api],
  );
}
