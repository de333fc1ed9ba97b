import {
  LevelAssessment,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import PlaceIcon from '@material-ui/icons/Place';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import clsx from 'clsx';
import { useTexts } from '../shared/useTexts';

const lowestStep = 84;
const stepHeight = 16;

const useStyles = makeStyles(theme => ({
  ladder: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    // Steps that have no room for their words stand on each other, the first below.
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column-reverse',
      alignItems: 'stretch',
    },
  },
  step: {
    flex: '1 1 0',
    minWidth: 0,
    overflowWrap: 'anywhere',
    boxSizing: 'border-box',
    padding: theme.spacing(1.5),
    borderRadius: theme.shape.borderRadius,
    border: '1px dashed var(--bui-fg-secondary)',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    overflow: 'hidden',
  },
  reached: {
    border: '1px solid var(--bui-border-1)',
    backgroundColor: theme.palette.action.hover,
  },
  current: {
    border: `2px solid ${theme.palette.primary.main}`,
    backgroundColor: theme.palette.action.selected,
  },
  name: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
  },
  state: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
}));

function useStepState(step: LevelAssessment, { level, atRisk }: Maturity) {
  const t = useTexts();
  if (step.level === level) {
    return atRisk
      ? {
          Icon: WarningIcon,
          text: `${t('maturity.youAreHere')}, ${t('maturity.level.atRisk')}`,
        }
      : { Icon: PlaceIcon, text: t('maturity.youAreHere') };
  }
  if (step.reached) return { Icon: CheckIcon, text: t('maturity.reached') };
  const left = step.criteria.filter(c => c.state === 'missing').length;
  const leftText = t('maturity.left', { count: left });
  return {
    text:
      step.level === level + 1
        ? `${t('maturity.nextLevel')} · ${leftText}`
        : leftText,
  };
}

function Step(props: {
  readonly step: LevelAssessment;
  readonly maturity: Maturity;
}) {
  const { step, maturity } = props;
  const classes = useStyles();
  const { Icon, text } = useStepState(step, maturity);
  const isCurrent = step.level === maturity.level;
  return (
    <li
      className={clsx(classes.step, {
        [classes.reached]: step.reached,
        [classes.current]: isCurrent,
      })}
      style={{ minHeight: lowestStep + stepHeight * (step.level - 1) }}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div>
        <Text as="p" className={classes.name} title={step.description}>
          <Text as="span" variant="title-x-small" weight="bold">
            {step.level}
          </Text>{' '}
          {step.name}
        </Text>
      </div>
      <Text
        variant="body-small"
        color={step.reached ? 'primary' : 'secondary'}
        className={classes.state}
      >
        {Icon && <Icon fontSize="inherit" aria-hidden />}
        {text}
      </Text>
    </li>
  );
}

/** The levels as stairs, with the one that the service stands on. */
export function LevelLadder({ maturity }: { readonly maturity: Maturity }) {
  const classes = useStyles();
  return (
    <ol className={classes.ladder}>
      {maturity.levels.map(step => (
        <Step key={step.level} step={step} maturity={maturity} />
      ))}
    </ol>
  );
}
