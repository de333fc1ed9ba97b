import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { EvidenceCollector } from './EvidenceCollector';

/** @public */
export interface PlatformProductEvidenceExtensionPoint {
  addCollector(...collectors: readonly EvidenceCollector[]): void;
}

/**
 * Where modules add their own evidence collectors.
 *
 * @public
 */
export const platformProductEvidenceExtensionPoint =
  createExtensionPoint<PlatformProductEvidenceExtensionPoint>({
    id: 'platform-product.evidence',
  });
