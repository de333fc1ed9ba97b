import { Skeleton } from '@backstage/ui';
import { LevelBadge } from './LevelBadge';
import { useMaturity } from './useMaturity';

/** @public */
export interface ServiceLevelBadgeProps {
  readonly entityRef: string;
}

/**
 * The level of a service as a badge, for use anywhere. Nothing where the level
 * can't be told.
 *
 * @public
 */
export function ServiceLevelBadge({ entityRef }: ServiceLevelBadgeProps) {
  const { value, loading } = useMaturity(entityRef);
  if (value) {
    return <LevelBadge level={value.level} isAtRisk={Boolean(value.atRisk)} />;
  }
  return loading ? <Skeleton width={72} height={24} /> : null;
}
