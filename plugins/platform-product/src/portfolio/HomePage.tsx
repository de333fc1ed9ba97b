import { Content } from '@backstage/core-components';
import { HomeContent } from './HomeContent';

/** What concerns the reader, as a page of the new frontend system, which draws the rest. */
export function HomePage() {
  return (
    <Content>
      <HomeContent />
    </Content>
  );
}
