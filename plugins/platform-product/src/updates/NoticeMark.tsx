import { Notice } from '@platform-product/backstage-plugin-common';
import {
  isMaintenance,
  isOpen,
} from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import MaintenanceIcon from '@material-ui/icons/BuildOutlined';
import OverIcon from '@material-ui/icons/CheckCircleOutline';
import BadIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => {
  const isDark = theme.palette.type === 'dark';
  return {
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    bad: { color: theme.palette.error[isDark ? 'light' : 'dark'] },
    warning: { color: isDark ? theme.palette.warning.light : '#8a5300' },
    info: { color: theme.palette.info[isDark ? 'light' : 'dark'] },
    over: { color: theme.palette.success[isDark ? 'light' : 'dark'] },
  };
});

const marks = {
  critical: { Icon: BadIcon, tone: 'bad' },
  major: { Icon: BadIcon, tone: 'bad' },
  minor: { Icon: WarningIcon, tone: 'warning' },
  none: { Icon: InfoIcon, tone: 'info' },
  maintenance: { Icon: MaintenanceIcon, tone: 'info' },
  over: { Icon: OverIcon, tone: 'over' },
} as const;

function markOf(notice: Notice): keyof typeof marks {
  if (!isOpen(notice)) return 'over';
  return isMaintenance(notice) ? 'maintenance' : notice.impact;
}

/** What kind of notice it is, how bad, and where it stands: an icon and words. */
export function NoticeMark({ notice }: { readonly notice: Notice }) {
  const classes = useStyles();
  const t = useTexts();
  const { Icon, tone } = marks[markOf(notice)];
  return (
    <Text as="span" variant="body-small" className={classes.mark}>
      <Icon fontSize="small" className={classes[tone]} aria-hidden />
      {[
        t(`updates.kinds.${notice.kind}`),
        t(`updates.impacts.${notice.impact}`),
        t(`updates.statuses.${notice.status}`),
      ].join(' · ')}
    </Text>
  );
}
