import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import DownloadIcon from '@material-ui/icons/GetApp';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { describeError } from '../shared/describeError';
import { saveFile } from '../shared/saveFile';
import { useTexts } from '../shared/useTexts';
import { usePortfolioExport } from './usePortfolioExport';

/** Takes the whole list away, as it is filtered and sorted. */
export function ExportButton({ query }: { readonly query: PortfolioQuery }) {
  const t = useTexts();
  const exportAll = usePortfolioExport();
  const alertApi = useApi(alertApiRef);
  const [{ loading }, run] = useAsyncFn(async () => {
    try {
      saveFile(await exportAll(query), {
        name: 'platform-products.csv',
        type: 'text/csv',
      });
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
