import { Content, Header, Page } from '@backstage/core-components';
import { useTexts } from '../shared/useTexts';
import { PortfolioContent } from './PortfolioContent';

/** The portfolio as a page of the legacy frontend system. */
export function LegacyPortfolioPage() {
  const t = useTexts();
  return (
    <Page themeId="home">
      <Header title={t('portfolio.title')} subtitle={t('portfolio.subtitle')} />
      <Content>
        <PortfolioContent />
      </Content>
    </Page>
  );
}
