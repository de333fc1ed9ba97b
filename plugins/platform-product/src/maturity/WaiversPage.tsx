import { Content } from '@backstage/core-components';
import { WaiversContent } from './WaiversContent';

/** A page of the new frontend system, which draws the rest. */
export function WaiversPage() {
  return (
    <Content>
      <WaiversContent />
    </Content>
  );
}
