import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Whom a notice would reach, and what the owners of one entity would be told. */
export function useNoticePreview(serviceRef: string) {
  const api = useApi(platformProductApiRef);
  return useAsyncFn(
    (notice: BodyOf<'draftNotice'>, entityRef?: string) =>
      api.call('previewNotice', {
        params: entityParamsOf(serviceRef),
        body: { notice, entityRef },
      }),
    [api, serviceRef],
  );
}
