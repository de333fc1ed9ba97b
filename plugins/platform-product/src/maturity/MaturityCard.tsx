import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Maturity } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { formatDay } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { LevelBadge } from './LevelBadge';
import { useLevelRemarks } from './useLevelRemarks';
import { useMaturity } from './useMaturity';

/** The maturity of the service whose page this is, in short. */
export function MaturityCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const maturity = useMaturity(stringifyEntityRef(entity));
  const { value } = maturity;
  return (
    <Section
      title={t('maturity.title')}
      action={
        value && (
          <LevelBadge level={value.level} isAtRisk={Boolean(value.atRisk)} />
        )
      }
    >
      <Loaded result={maturity} errorTitle={t('maturity.error')} height={72}>
        {loaded => <LevelInShort maturity={loaded} />}
      </Loaded>
    </Section>
  );
}

function LevelInShort({ maturity }: { readonly maturity: Maturity }) {
  const t = useTexts();
  const { level, levels, atRisk, heldBackBy } = maturity;
  const remarks = useLevelRemarks()(maturity);
  const next = levels.find(l => l.level === level + 1);
  const titles = new Map(next?.criteria.map(c => [c.id, c.title]));
  return (
    <>
      <Text as="p" variant="body-large">
        {levels.find(l => l.level === level)?.name ??
          t('maturity.level.zeroTitle')}
      </Text>
      {remarks.length > 0 && (
        <Text as="p">
          {[t('maturity.level.short', { level: `${level}` }), ...remarks].join(
            ' · ',
          )}
        </Text>
      )}
      {atRisk && (
        <Text as="p">
          {t('portfolio.dropsTo', {
            level: `${atRisk.fallsTo}`,
            date: formatDay(atRisk.until),
          })}
        </Text>
      )}
      <Text as="p" color="secondary">
        {next && !heldBackBy.length
          ? t('maturity.next.noRealPass', { level: `${next.level}` })
          : null}
        {next && heldBackBy.length
          ? `${t('maturity.next.title', {
              level: `${next.level}`,
            })}: ${heldBackBy
              .slice(0, 2)
              .map(id => titles.get(id) ?? id)
              .join('; ')}`
          : null}
        {!next && t('maturity.top')}
      </Text>
    </>
  );
}
