import {
  ChangeCause,
  LevelChange,
} from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';

/** Says in words how a level changed, and because of what. */
export function useChangeTexts() {
  const t = useTexts();
  const describeCause = (told: ChangeCause) => {
    const { title, summary, from, to, result } = told;
    const cause = summary
      ? t('maturity.history.cause', { title, summary })
      : title;
    if (from === 'attested' && result === 'fail') {
      return t('maturity.history.outweighed', { cause });
    }
    // What the evidence said stands there; that it is too old is why the level moved.
    const wentStale =
      summary &&
      from !== undefined &&
      result === 'unknown' &&
      (to === 'at-risk' || to === 'missing');
    return wentStale ? t('maturity.history.wentStale', { cause }) : cause;
  };
  return {
    describeMove({ fromLevel, toLevel, atRisk }: LevelChange): string {
      if (atRisk)
        return t('maturity.history.becameAtRisk', { level: `${toLevel}` });
      return fromLevel === toLevel
        ? t('maturity.history.stayed', { level: `${toLevel}` })
        : t('maturity.history.moved', {
            from: `${fromLevel}`,
            to: `${toLevel}`,
          });
    },
    describeCauses({ causes, reason }: LevelChange): string[] {
      if (reason === 'ladder') return [t('maturity.history.ladder')];
      const told = causes.map(describeCause);
      if (reason === 'first-assessment') {
        return [t('maturity.history.firstAssessment'), ...told];
      }
      return told.length ? told : [t('maturity.history.evidence')];
    },
  };
}
