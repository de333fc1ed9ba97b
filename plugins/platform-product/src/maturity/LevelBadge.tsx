import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import StairsIcon from '@material-ui/icons/SignalCellularAlt';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({ badge: { margin: 0 } });

/** @public */
export interface LevelBadgeProps {
  readonly level: number;
  readonly isAtRisk?: boolean;
}

/**
 * A level in the space of a word.
 *
 * @public
 */
export function LevelBadge({ level, isAtRisk }: LevelBadgeProps) {
  const classes = useStyles();
  const t = useTexts();
  const text = t('level.short', { level: `${level}` });
  return (
    <Chip
      size="small"
      variant={level ? 'default' : 'outlined'}
      className={classes.badge}
      icon={isAtRisk ? <WarningIcon aria-hidden /> : <StairsIcon aria-hidden />}
      label={isAtRisk ? `${text}, ${t('level.atRisk')}` : text}
    />
  );
}
