import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { WaiversContent } from '../maturity/WaiversContent';
import { MyReviewsContent } from '../reviewers/MyReviewsContent';
import { ReviewersContent } from '../reviewers/ReviewersContent';
import { RollUpsContent } from '../satisfaction/RollUpsContent';
import { useTexts } from '../shared/useTexts';
import { HomeContent } from './HomeContent';
import { PortfolioContent } from './PortfolioContent';

/** The portfolio and its neighbours as a page of the legacy frontend system. */
export function LegacyPortfolioPage() {
  const t = useTexts();
  return (
    <Page themeId="home">
      <Header title={t('portfolio.title')} subtitle={t('portfolio.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/services" title={t('portfolio.services')}>
          <PortfolioContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/satisfaction"
          title={t('satisfaction.title')}
        >
          <RollUpsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/waivers" title={t('maturity.waivers.title')}>
          <WaiversContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/reviewers" title={t('reviewers.title')}>
          <ReviewersContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/reviews"
          title={t('reviewers.reviews.title')}
        >
          <MyReviewsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/home" title={t('portfolio.home.title')}>
          <HomeContent />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
