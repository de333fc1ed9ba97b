import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ReviewSource } from './ReviewSource';

/** @public */
export interface PlatformProductReviewSourceExtensionPoint {
  addSource(...sources: readonly ReviewSource[]): void;
}

/**
 * Where modules add the sources of review history. A repository is read by the
 * first source that accepts it.
 *
 * @public
 */
export const platformProductReviewSourceExtensionPoint =
  createExtensionPoint<PlatformProductReviewSourceExtensionPoint>({
    id: 'platform-product.review-sources',
  });
