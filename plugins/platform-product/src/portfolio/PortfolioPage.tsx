import { Content } from '@backstage/core-components';
import { PortfolioContent } from './PortfolioContent';

/** The portfolio as a page of the new frontend system, which draws the rest. */
export function PortfolioPage() {
  return (
    <Content>
      <PortfolioContent />
    </Content>
  );
}
