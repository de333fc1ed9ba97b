import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { formatDay } from '../shared/dates';
import { LoadError } from '../shared/LoadError';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { LevelBadge } from './LevelBadge';
import { useMaturity } from './useMaturity';

/** The maturity of the service whose page this is, in short. */
export function MaturityCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const { value, error, reload } = useMaturity(stringifyEntityRef(entity));
  const next = value?.levels.find(l => l.level === value.level + 1);
  const titles = new Map(next?.criteria.map(c => [c.id, c.title]));
  return (
    <Section
      title={t('maturity.title')}
      action={
        value && (
          <LevelBadge level={value.level} isAtRisk={Boolean(value.atRisk)} />
        )
      }
    >
      {error && (
        <LoadError title={t('maturity.error')} error={error} onRetry={reload} />
      )}
      {!value && !error && <Skeleton height={72} />}
      {value && (
        <>
          <Typography variant="body1">
            {value.levels.find(l => l.level === value.level)?.name ??
              t('level.zeroTitle')}
          </Typography>
          {value.atRisk && (
            <Typography variant="body2">
              {t('portfolio.dropsTo', {
                level: `${value.atRisk.fallsTo}`,
                date: formatDay(value.atRisk.until),
              })}
            </Typography>
          )}
          <Typography variant="body2" color="textSecondary">
            {next && !value.heldBackBy.length
              ? t('next.noRealPass', { level: `${next.level}` })
              : null}
            {next && value.heldBackBy.length
              ? `${t('next.title', {
                  level: `${next.level}`,
                })}: ${value.heldBackBy
                  .slice(0, 2)
                  .map(id => titles.get(id) ?? id)
                  .join('; ')}`
              : null}
            {!next && t('maturity.top')}
          </Typography>
        </>
      )}
    </Section>
  );
}
