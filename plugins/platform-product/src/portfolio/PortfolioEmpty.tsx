import { EmptyState } from '@backstage/core-components';
import { useTexts } from '../shared/useTexts';

/** Says why there is nothing to see, and what to do. */
export function PortfolioEmpty(props: { readonly isFiltered: boolean }) {
  const t = useTexts();
  return props.isFiltered ? (
    <EmptyState
      missing="data"
      title={t('portfolio.empty')}
      description={t('portfolio.emptyHint')}
    />
  ) : (
    <EmptyState
      missing="content"
      title={t('portfolio.none')}
      description={t('portfolio.noneHint')}
    />
  );
}
