import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import {
  plannedStages,
  ratedFeatures,
} from '@platform-product/backstage-plugin-common/rules';
import { Checkbox } from '@backstage/ui';
import { useFeatureTexts } from '../satisfaction/useFeatureTexts';
import { LinkField } from '../shared/LinkField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { useFieldStyles } from './NoticeFields';
import { RoadmapFeedbackField } from './RoadmapFeedbackField';
import { RoadmapForm } from './roadmapForm';

/** What is asked of something on a roadmap. */
export function RoadmapItemFields(props: {
  readonly entityRef: string;
  readonly form: RoadmapForm;
  /** What is changed, where it is there already. */
  readonly item?: RoadmapItem;
  readonly isLinkGood: boolean;
  readonly onChange: (form: RoadmapForm) => void;
}) {
  const { entityRef, form, item, isLinkGood, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const featureTexts = useFeatureTexts();
  const set = (change: Partial<RoadmapForm>) =>
    onChange({ ...form, ...change });
  return (
    <>
      <TextField
        label={t('updates.roadmap.write.what')}
        value={form.title}
        onChange={title => set({ title })}
        maxLength={200}
        isRequired
      />
      <TextArea
        label={t('updates.roadmap.write.text')}
        help={t('updates.roadmap.write.textHelp')}
        rows={3}
        value={form.text}
        onChange={text => set({ text })}
        maxLength={5000}
      />
      <div className={classes.row}>
        {!item && (
          <SelectField
            label={t('updates.roadmap.write.stage')}
            value={form.stage}
            options={plannedStages.map(value => ({
              value,
              label: t(`updates.roadmap.stages.${value}`),
            }))}
            onChange={stage => set({ stage })}
          />
        )}
        <SelectField
          label={t('updates.roadmap.write.feature')}
          value={form.feature}
          options={[
            {
              value: 'none' as const,
              label: t('updates.roadmap.write.noFeature'),
            },
            ...ratedFeatures.map(value => ({
              value,
              label: featureTexts(value).name,
            })),
          ]}
          onChange={feature => set({ feature })}
        />
      </div>
      <RoadmapFeedbackField
        entityRef={entityRef}
        known={item?.feedback ?? []}
        value={form.feedbackIds}
        onChange={feedbackIds => set({ feedbackIds })}
      />
      <LinkField
        label={t('updates.roadmap.write.link')}
        badLinkText={t('updates.roadmap.write.badLink')}
        value={form.link}
        isGood={isLinkGood}
        onChange={link => set({ link })}
      />
      <Checkbox
        isSelected={form.cutsKtlo}
        onChange={cutsKtlo => set({ cutsKtlo })}
      >
        {t('updates.roadmap.write.cutsKtlo')}
      </Checkbox>
      {(!item || item.isDraft) && (
        <Checkbox
          isSelected={form.isDraft}
          onChange={isDraft => set({ isDraft })}
        >
          {t('updates.roadmap.write.isDraft')}
        </Checkbox>
      )}
    </>
  );
}
