import {
  RatedFeature,
  RoadmapItem,
} from '@platform-product/backstage-plugin-common';
import { plannedStages } from '@platform-product/backstage-plugin-common/rules';
import { BodyOf } from '../api/BodyOf';

type PlannedStage = (typeof plannedStages)[number];

/** What is typed of something on a roadmap, each as its field has it. */
export interface RoadmapForm {
  readonly title: string;
  readonly text: string;
  readonly stage: PlannedStage;
  readonly feature: RatedFeature | 'none';
  readonly feedbackIds: readonly string[];
  readonly link: string;
  readonly cutsKtlo: boolean;
  readonly isDraft: boolean;
}

export const emptyRoadmapForm: RoadmapForm = {
  title: '',
  text: '',
  stage: 'now',
  feature: 'none',
  feedbackIds: [],
  link: '',
  cutsKtlo: false,
  isDraft: false,
};

/** A form that says what an item says. */
export function roadmapFormOf(item: RoadmapItem): RoadmapForm {
  return {
    ...emptyRoadmapForm,
    title: item.title,
    text: item.text ?? '',
    feature: item.feature ?? 'none',
    feedbackIds: item.feedback.map(({ id }) => id),
    link: item.link ?? '',
    cutsKtlo: item.cutsKtlo,
    isDraft: item.isDraft,
  };
}

/** What is sent of what was typed; what is empty is left out. */
export function toRoadmapContent(
  form: RoadmapForm,
): Omit<BodyOf<'addRoadmapItem'>, 'stage'> {
  const { feature, feedbackIds, cutsKtlo, isDraft } = form;
  return {
    title: form.title.trim(),
    text: form.text.trim() || undefined,
    feature: feature === 'none' ? undefined : feature,
    feedbackIds,
    link: form.link.trim() || undefined,
    cutsKtlo,
    isDraft,
  };
}
