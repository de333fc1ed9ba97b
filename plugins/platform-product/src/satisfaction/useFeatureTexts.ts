import { RatedFeature } from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';

/** What a feature is called, how it is asked for, and what its ends mean. */
export function useFeatureTexts() {
  const t = useTexts();
  return (feature: RatedFeature) => ({
    name: t(`satisfaction.rating.features.${feature}.name`),
    question: t(`satisfaction.rating.features.${feature}.question`),
    lowest: t(`satisfaction.rating.features.${feature}.lowest`),
    highest: t(`satisfaction.rating.features.${feature}.highest`),
  });
}
