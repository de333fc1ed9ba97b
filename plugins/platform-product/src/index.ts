/**
 * Treats every internal platform service as a product.
 *
 * @packageDocumentation
 */

export { platformProductPlugin as default } from './plugin';
export { platformProductApiRef } from './api/platformProductApiRef';
export { LevelBadge, type LevelBadgeProps } from './maturity/LevelBadge';
export {
  ServiceLevelBadge,
  type ServiceLevelBadgeProps,
} from './maturity/ServiceLevelBadge';
export { PlatformsIcon } from './portfolio/PlatformsIcon';
export { platformProductTranslationRef } from './translation';
