import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RouteInput, routes } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import DownloadIcon from '@material-ui/icons/GetApp';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';

type Request = NonNullable<RouteInput<typeof routes.listPortfolio>['query']>;

function save(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}

/** Takes the whole list away, as it is filtered and sorted. */
export function ExportButton({ request }: { readonly request: Request }) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const alertApi = useApi(alertApiRef);
  const [{ loading }, run] = useAsyncFn(async () => {
    const { limit: _limit, cursor: _cursor, ...query } = request;
    try {
      const csv = await api.call('exportPortfolio', { params: {}, query });
      save(csv, 'platform-products.csv');
    } catch (error) {
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
  }, [api, alertApi, request]);
  return (
    <Button
      variant="tertiary"
      iconStart={<DownloadIcon fontSize="inherit" />}
      isDisabled={loading}
      onPress={run}
    >
      {t('portfolio.export')}
    </Button>
  );
}
