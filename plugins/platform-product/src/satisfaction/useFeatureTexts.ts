import { RatedFeature } from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';

/** What a feature is called, how it is asked for, and what its ends mean. */
export function useFeatureTexts() {
  const t = useTexts();
  return (feature: RatedFeature) => ({
    name: t(`rating.features.${feature}.name`),
    question: t(`rating.features.${feature}.question`),
    lowest: t(`rating.features.${feature}.lowest`),
    highest: t(`rating.features.${feature}.highest`),
  });
}
