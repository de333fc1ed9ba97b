import { useId, useState } from 'react';
import {
  Access,
  LevelAssessment,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import LessIcon from '@material-ui/icons/ExpandLess';
import MoreIcon from '@material-ui/icons/ExpandMore';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CriteriaTable } from './CriteriaTable';

const useStyles = makeStyles(theme => ({
  levels: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  criteria: { '&:not(:empty)': { marginTop: theme.spacing(2) } },
}));

/** Of how many criteria of a level how many hold, in words. */
function useSummary() {
  const t = useTexts();
  return ({ level, criteria }: LevelAssessment) => {
    const applicable = criteria.filter(c => c.state !== 'not-applicable');
    const waived = applicable.filter(c => c.state === 'waived').length;
    return t(
      waived ? 'maturity.criteria.summaryWaived' : 'maturity.criteria.summary',
      {
        level: `${level}`,
        met: `${applicable.filter(c => c.state !== 'missing').length}`,
        total: `${applicable.length}`,
        waived: `${waived}`,
      },
    );
  };
}

function LevelCriteria(props: {
  readonly level: LevelAssessment;
  readonly entityRef: string;
  readonly access: Access | undefined;
  /** Whether what is missing stands above, as what is to be done next. */
  readonly isListedAbove: boolean;
  readonly onChanged: () => void;
}) {
  const { level, isListedAbove, ...rest } = props;
  const t = useTexts();
  const shown = isListedAbove
    ? level.criteria.filter(({ state }) => state !== 'missing')
    : level.criteria;
  const above = level.criteria.length - shown.length;
  return (
    <>
      <Text as="h3" weight="bold">
        {t('maturity.level.title', {
          level: `${level.level}`,
          name: level.name,
        })}
      </Text>
      {!level.criteria.length && (
        <Text as="p">{t('maturity.criteria.empty')}</Text>
      )}
      {shown.length > 0 && <CriteriaTable criteria={shown} {...rest} />}
      {above > 0 && (
        <Text as="p" color="secondary">
          {t('maturity.criteria.above', { count: above })}
        </Text>
      )}
    </>
  );
}

/** Every criterion of every level, with its evidence, a level at a time. */
export function CriteriaSection(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  /** The level whose missing criteria the page lists before. */
  readonly listedAbove?: number;
  readonly onChanged: () => void;
}) {
  const { maturity, access, listedAbove, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const summaryOf = useSummary();
  const id = useId();
  const [open, setOpen] = useState<number>();
  const shown = maturity.levels.find(({ level }) => level === open);
  return (
    <Section title={t('maturity.criteria.title')}>
      <div className={classes.levels}>
        {maturity.levels.map(level => {
          const isOpen = level.level === open;
          return (
            <Button
              key={level.level}
              variant="secondary"
              aria-expanded={isOpen}
              aria-controls={id}
              iconEnd={isOpen ? <LessIcon /> : <MoreIcon />}
              onPress={() => setOpen(isOpen ? undefined : level.level)}
            >
              {summaryOf(level)}
            </Button>
          );
        })}
      </div>
      <div id={id} className={classes.criteria}>
        {shown && (
          <LevelCriteria
            level={shown}
            entityRef={maturity.entityRef}
            access={access}
            isListedAbove={open === listedAbove}
            onChanged={onChanged}
          />
        )}
      </div>
    </Section>
  );
}
