import { Content } from '@backstage/core-components';
import { ReviewersContent } from './ReviewersContent';

/** A page of the new frontend system, which draws the rest. */
export function ReviewersPage() {
  return (
    <Content>
      <ReviewersContent />
    </Content>
  );
}
