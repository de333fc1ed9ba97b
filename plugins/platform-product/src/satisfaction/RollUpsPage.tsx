import { Content } from '@backstage/core-components';
import { RollUpsContent } from './RollUpsContent';

/** The scores together, as a page of the new frontend system, which draws the rest. */
export function RollUpsPage() {
  return (
    <Content>
      <RollUpsContent />
    </Content>
  );
}
