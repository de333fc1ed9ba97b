import {
  Access,
  LevelAssessment,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CriteriaTable } from './CriteriaTable';

const useStyles = makeStyles({
  details: { padding: 0, overflowX: 'auto' },
});

function LevelCriteria(props: {
  readonly level: LevelAssessment;
  readonly entityRef: string;
  readonly access: Access | undefined;
  readonly isOpen: boolean;
  readonly onChanged: () => void;
}) {
  const { level, isOpen, ...rest } = props;
  const classes = useStyles();
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
    <Accordion defaultExpanded={isOpen} variant="outlined">
      <AccordionSummary
        expandIcon={<ExpandMoreIcon />}
        id={`level-${level.level}-criteria-header`}
        aria-controls={`level-${level.level}-criteria`}
      >
        <Typography variant="subtitle2" component="h3">
          {t(waived ? 'criteria.summaryWaived' : 'criteria.summary', counts)}
        </Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        {level.criteria.length ? (
          <CriteriaTable criteria={level.criteria} {...rest} />
        ) : (
          <Typography variant="body2">{t('criteria.empty')}</Typography>
        )}
      </AccordionDetails>
    </Accordion>
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
    <Section title={t('criteria.title')}>
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
