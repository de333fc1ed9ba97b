import { Content } from '@backstage/core-components';
import { MyReviewsContent } from './MyReviewsContent';

/** A page of the new frontend system, which draws the rest. */
export function MyReviewsPage() {
  return (
    <Content>
      <MyReviewsContent />
    </Content>
  );
}
