import {
  defaultLadder,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';

/**
 * Says what a level means for somebody who uses the service. Of a company's own
 * ladder it is what the configuration says of the level, if anything.
 */
export function useLevelMeaning() {
  const t = useTexts();
  return ({
    level,
    levels,
  }: Pick<Maturity, 'level' | 'levels'>): string | undefined => {
    const isDefault = defaultLadder.levels.every(
      ({ name }, index) => levels[index]?.name === name,
    );
    if (!isDefault) return levels.find(l => l.level === level)?.description;
    switch (level) {
      case 0:
        return t('maturity.means.level0');
      case 1:
        return t('maturity.means.level1');
      case 2:
        return t('maturity.means.level2');
      default:
        return t('maturity.means.level3');
    }
  };
}
