import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Follow,
  FollowKind,
} from '@platform-product/backstage-plugin-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';

/** Who may not see the service any more could not ask anew. */
const without = ({ followers }: Follow): Follow => ({
  isFollowing: false,
  muted: [],
  followers: Math.max(0, followers - 1),
});

/** Whether the reader follows a service, how many do, and how to change it. */
export function useFollow(entityRef: string, onChanged: () => void) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const alertApi = useApi(alertApiRef);
  const { value, error, loading, reload } = useLoaded(
    () => api.call('getFollow', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  const [saved, setSaved] = useState<Follow>();
  const follow = saved ?? value;
  const [{ loading: isSaving }, toggle] = useAsyncFn(async () => {
    try {
      const service = { params: entityParamsOf(entityRef) };
      const answer = follow?.isFollowing
        ? await api.call('unfollow', service).then(() => without(follow))
        : await api.call('follow', service);
      setSaved(answer);
      alertApi.post({
        message: answer.isFollowing
          ? t('updates.follow.done')
          : t('updates.follow.undone'),
        severity: 'success',
        display: 'transient',
      });
      onChanged();
    } catch (failure) {
      alertApi.post({
        message: describeError(failure as Error),
        severity: 'error',
      });
    }
  }, [api, alertApi, entityRef, follow, onChanged, t]);
  const [, choose] = useAsyncFn(
    async (muted: readonly FollowKind[]) => {
      const before = follow;
      if (before) setSaved({ ...before, muted });
      try {
        const answer = await api.call('chooseFollowed', {
          params: entityParamsOf(entityRef),
          body: { muted },
        });
        setSaved(answer);
      } catch (failure) {
        setSaved(before);
        alertApi.post({
          message: describeError(failure as Error),
          severity: 'error',
        });
      }
    },
    [api, alertApi, entityRef, follow],
  );
  return { follow, error, loading, reload, isSaving, toggle, choose };
}
