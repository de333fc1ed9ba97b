import {
  Access,
  LevelAssessment,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { Fold } from '../shared/Fold';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CriteriaTable } from './CriteriaTable';

function LevelCriteria(props: {
  readonly level: LevelAssessment;
  readonly entityRef: string;
  readonly access: Access | undefined;
  readonly isOpen: boolean;
  /** Whether what is missing stands above, as what is to be done next. */
  readonly isListedAbove: boolean;
  readonly onChanged: () => void;
}) {
  const { level, isOpen, isListedAbove, ...rest } = props;
  const t = useTexts();
  const shown = isListedAbove
    ? level.criteria.filter(({ state }) => state !== 'missing')
    : level.criteria;
  const above = level.criteria.length - shown.length;
  const applicable = level.criteria.filter(c => c.state !== 'not-applicable');
  const waived = applicable.filter(c => c.state === 'waived').length;
  const counts = {
    level: `${level.level}`,
    met: `${applicable.filter(c => c.state !== 'missing').length}`,
    total: `${applicable.length}`,
    waived: `${waived}`,
  };
  return (
    <Fold
      title={t(
        waived
          ? 'maturity.criteria.summaryWaived'
          : 'maturity.criteria.summary',
        counts,
      )}
      isOpen={isOpen}
    >
      {!level.criteria.length && (
        <Text as="p">{t('maturity.criteria.empty')}</Text>
      )}
      {shown.length > 0 && <CriteriaTable criteria={shown} {...rest} />}
      {above > 0 && (
        <Text as="p" color="secondary">
          {t('maturity.criteria.above', { count: above })}
        </Text>
      )}
    </Fold>
  );
}

/** Every criterion of every level, with its evidence. */
export function CriteriaSection(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  /** The level whose missing criteria the page lists before. */
  readonly listedAbove?: number;
  readonly onChanged: () => void;
}) {
  const { maturity, access, listedAbove, onChanged } = props;
  const t = useTexts();
  return (
    <Section title={t('maturity.criteria.title')}>
      {maturity.levels.map(level => (
        <LevelCriteria
          key={level.level}
          level={level}
          entityRef={maturity.entityRef}
          access={access}
          isListedAbove={level.level === listedAbove}
          isOpen={level.level === Math.max(1, maturity.level)}
          onChanged={onChanged}
        />
      ))}
    </Section>
  );
}
