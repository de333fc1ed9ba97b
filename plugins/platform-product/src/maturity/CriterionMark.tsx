import { CriterionAssessment } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import AttestedIcon from '@material-ui/icons/RecordVoiceOver';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import FailIcon from '@material-ui/icons/HighlightOff';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import StaleIcon from '@material-ui/icons/History';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import WaivedIcon from '@material-ui/icons/EventAvailable';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
  good: {
    color:
      theme.palette.type === 'dark'
        ? theme.palette.success.light
        : theme.palette.success.dark,
  },
  warning: {
    color:
      theme.palette.type === 'dark' ? theme.palette.warning.light : '#8a5300',
  },
  word: {
    color:
      theme.palette.type === 'dark'
        ? theme.palette.info.light
        : theme.palette.info.dark,
  },
  bad: {
    color:
      theme.palette.type === 'dark'
        ? theme.palette.error.light
        : theme.palette.error.dark,
  },
  neutral: { color: 'var(--bui-fg-secondary)' },
}));

const marks = {
  met: { Icon: CheckIcon, tone: 'good' },
  attested: { Icon: AttestedIcon, tone: 'word' },
  atRisk: { Icon: StaleIcon, tone: 'warning' },
  waived: { Icon: WaivedIcon, tone: 'warning' },
  notApplicable: { Icon: NotApplicableIcon, tone: 'neutral' },
  fail: { Icon: FailIcon, tone: 'bad' },
  unknown: { Icon: UnknownIcon, tone: 'neutral' },
} as const;

function markOf({ state, result }: CriterionAssessment): keyof typeof marks {
  if (state === 'missing') return result === 'fail' ? 'fail' : 'unknown';
  if (state === 'at-risk') return 'atRisk';
  return state === 'not-applicable' ? 'notApplicable' : state;
}

/** How a criterion stands: an icon and a word. */
export function CriterionMark(props: {
  readonly criterion: CriterionAssessment;
}) {
  const classes = useStyles();
  const t = useTexts();
  const mark = markOf(props.criterion);
  const { Icon, tone } = marks[mark];
  return (
    <span className={classes.mark}>
      <Icon fontSize="small" className={classes[tone]} aria-hidden />
      {t(`maturity.criteria.states.${mark}`)}
    </span>
  );
}
