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
  readonly onChanged: () => void;
}) {
  const { level, isOpen, ...rest } = props;
  const t = useTexts();
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
      {level.criteria.length ? (
        <CriteriaTable criteria={level.criteria} {...rest} />
      ) : (
        <Text as="p">{t('maturity.criteria.empty')}</Text>
      )}
    </Fold>
  );
}

/** Every criterion of every level, with its evidence. */
export function CriteriaSection(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { maturity, access, onChanged } = props;
  const t = useTexts();
  return (
    <Section title={t('maturity.criteria.title')}>
      {maturity.levels.map(level => (
        <LevelCriteria
          key={level.level}
          level={level}
          entityRef={maturity.entityRef}
          access={access}
          isOpen={level.level === Math.max(1, maturity.level)}
          onChanged={onChanged}
        />
      ))}
    </Section>
  );
}
