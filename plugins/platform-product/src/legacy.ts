/**
 * The platform-product plugin for the legacy frontend system.
 *
 * @packageDocumentation
 */

export {
  EntityContributeContent,
  EntityMaturityCard,
  EntityMaturityContent,
  EntitySatisfactionCard,
  EntitySatisfactionContent,
  platformProductPlugin,
  PlatformProductPage,
  WantedRatingsContent,
} from './legacyPlugin';
export { platformProductApiRef } from './api/platformProductApiRef';
export { LevelBadge, type LevelBadgeProps } from './maturity/LevelBadge';
export {
  ServiceLevelBadge,
  type ServiceLevelBadgeProps,
} from './maturity/ServiceLevelBadge';
export { isPlatformProductService, readServiceFilter } from './serviceFilter';
export { platformProductTranslationRef } from './translation';
