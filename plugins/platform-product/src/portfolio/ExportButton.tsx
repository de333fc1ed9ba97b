import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import DownloadIcon from '@material-ui/icons/GetApp';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';
import { usePortfolioExport } from './usePortfolioExport';

function save(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}

/** Takes the whole list away, as it is filtered and sorted. */
export function ExportButton({ query }: { readonly query: PortfolioQuery }) {
  const t = useTexts();
  const exportAll = usePortfolioExport();
  const alertApi = useApi(alertApiRef);
  const [{ loading }, run] = useAsyncFn(async () => {
    try {
      save(await exportAll(query), 'platform-products.csv');
    } catch (error) {
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
  }, [exportAll, alertApi, query]);
  return (
    <Button
      variant="tertiary"
      iconStart={<DownloadIcon fontSize="inherit" />}
      isPending={loading}
      onPress={run}
    >
      {t('portfolio.export')}
    </Button>
  );
}
