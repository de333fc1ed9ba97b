import { useState } from 'react';
import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { roadmapItemInputSchema } from '@platform-product/backstage-plugin-common/rules';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import {
  emptyRoadmapForm,
  roadmapFormOf,
  toRoadmapContent,
} from './roadmapForm';
import { RoadmapItemFields } from './RoadmapItemFields';
import { useRoadmapActions } from './useRoadmapActions';

/** Asks what something on the roadmap is, and puts it there or writes it anew. */
export function RoadmapItemDialog(props: {
  readonly entityRef: string;
  /** What is changed, where it is there already. */
  readonly item?: RoadmapItem;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, item, onClose, onDone } = props;
  const t = useTexts();
  const actions = useRoadmapActions();
  const [form, setForm] = useState(() =>
    item ? roadmapFormOf(item) : emptyRoadmapForm,
  );
  const content = toRoadmapContent(form);
  const body = { ...content, stage: form.stage };
  const { error } = roadmapItemInputSchema.safeParse(body);
  const isLinkGood = !error?.issues.some(({ path }) => path[0] === 'link');
  const writing = useSubmit({
    content: JSON.stringify(body),
    doneText: item
      ? t('updates.roadmap.write.saved')
      : t('updates.roadmap.write.added'),
    submit: key =>
      item
        ? actions.change(item, { ...content, version: item.version })
        : actions.add(entityRef, body, key),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={
        item
          ? t('updates.roadmap.write.titleEdit', { title: item.title })
          : t('updates.roadmap.write.title')
      }
      intro={t('updates.roadmap.write.intro')}
      width="wide"
      submitText={
        item ? t('updates.roadmap.write.save') : t('updates.roadmap.write.add')
      }
      canSubmit={!error}
      submission={writing}
      onClose={() => {
        // Somebody else may have been first.
        if (writing.error) onDone();
        onClose();
      }}
    >
      <RoadmapItemFields
        entityRef={entityRef}
        form={form}
        item={item}
        isLinkGood={isLinkGood}
        onChange={setForm}
      />
    </FormDialog>
  );
}
