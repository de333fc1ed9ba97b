/**
 * The platform-product plugin for the legacy frontend system.
 *
 * @packageDocumentation
 */

export {
  ConcerningContent,
  EntityContributeContent,
  EntityMaturityCard,
  EntityMaturityContent,
  EntityNoticeBanner,
  EntitySatisfactionCard,
  EntitySatisfactionContent,
  EntityUpdatesCard,
  EntityUpdatesContent,
  platformProductPlugin,
  PlatformProductPage,
  WaitingContent,
  WantedRatingsContent,
} from './legacyPlugin';
export { platformProductApiRef } from './api/platformProductApiRef';
export { LevelBadge, type LevelBadgeProps } from './maturity/LevelBadge';
export {
  ServiceLevelBadge,
  type ServiceLevelBadgeProps,
} from './maturity/ServiceLevelBadge';
export { PlatformsIcon } from './portfolio/PlatformsIcon';
export { isPlatformProductService, readServiceFilter } from './serviceFilter';
export { platformProductTranslationRef } from './translation';
