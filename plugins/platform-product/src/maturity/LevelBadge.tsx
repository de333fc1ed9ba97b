import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import StairsIcon from '@material-ui/icons/SignalCellularAlt';
import { Pill } from '../shared/Pill';
import { useTexts } from '../shared/useTexts';

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
  const t = useTexts();
  const text = t('maturity.level.short', { level: `${level}` });
  return (
    <Pill
      isQuiet={!level}
      icon={isAtRisk ? <WarningIcon aria-hidden /> : <StairsIcon aria-hidden />}
    >
      {isAtRisk ? `${text}, ${t('maturity.level.atRisk')}` : text}
    </Pill>
  );
}
