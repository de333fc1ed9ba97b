import { Entity } from '@backstage/catalog-model';
import {
  annotations,
  ReviewTimes,
} from '@platform-product/backstage-plugin-common';
import { readBusinessHours } from '@platform-product/backstage-plugin-common/rules';

const fallback = { duration: 'PT8H', hours: 8, isDefault: true };

/** How soon a service promises a review, in business hours. */
export function reviewTargetOf(entity: Entity): ReviewTimes['promise'] {
  const value: unknown =
    entity.metadata.annotations?.[annotations.reviewTarget];
  if (typeof value !== 'string') return fallback;
  const duration = value.trim();
  const hours = readBusinessHours(duration);
  return hours ? { duration, hours, isDefault: false } : fallback;
}
