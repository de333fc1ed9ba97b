import { MaturityAssessment } from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';

type Levels = Pick<
  MaturityAssessment,
  'level' | 'levelWithoutWaivers' | 'measuredLevel'
> & { readonly declaredLevel?: number };

/** Says what else the level of a service could be taken for, where that differs. */
export function useLevelRemarks() {
  const t = useTexts();
  return (levels: Levels): string[] => {
    const { level, levelWithoutWaivers, measuredLevel, declaredLevel } = levels;
    const remarks = {
      withoutWaivers: levelWithoutWaivers !== level && levelWithoutWaivers,
      measured: measuredLevel !== levelWithoutWaivers && measuredLevel,
      declared: declaredLevel !== level && declaredLevel,
    };
    return (['withoutWaivers', 'measured', 'declared'] as const).flatMap(
      remark => {
        const other = remarks[remark];
        return typeof other === 'number'
          ? t(`maturity.level.${remark}`, { level: `${other}` })
          : [];
      },
    );
  };
}
