import { useState } from 'react';
import { Notice } from '@platform-product/backstage-plugin-common';
import { noticeImpacts } from '@platform-product/backstage-plugin-common/rules';
import { Checkbox } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { LinkField } from '../shared/LinkField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { FollowUpFields } from './FollowUpFields';
import { followUpOf, isFollowUpReady, toFollowUpBody } from './followUpForm';
import { useFieldStyles } from './NoticeFields';
import { useFollowUpStatuses } from './useFollowUpStatuses';
import { useNoticeActions } from './useNoticeActions';

/** Asks what is new about a notice, and tells all whom it concerns. */
export function FollowUpDialog(props: {
  readonly notice: Notice;
  /** Other notices that it may go on in. */
  readonly others: readonly Notice[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { others, onClose, onDone } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const { update } = useNoticeActions();
  // That which the reader looks at, whatever is loaded behind the dialog.
  const [notice] = useState(props.notice);
  const [form, setForm] = useState(() => followUpOf(notice));
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const statuses = useFollowUpStatuses(notice, others);
  const isLinkGood =
    !form.link.trim() || /^https:\/\/\S+$/.test(form.link.trim());
  const isPostMortem = form.status === 'post-mortem';
  const body = toFollowUpBody(form, notice);
  const submission = useSubmit({
    content: JSON.stringify(body),
    doneText: t('updates.followUp.done'),
    submit: key => update(notice, body, key),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('updates.followUp.title')}
      intro={t('updates.followUp.intro', { title: notice.title })}
      width="wide"
      submitText={t('updates.followUp.submit')}
      canSubmit={isFollowUpReady(form) && isLinkGood}
      submission={submission}
      onClose={() => {
        // Somebody else may have been first.
        if (submission.error) onDone();
        onClose();
      }}
    >
      <TextArea
        label={t('updates.followUp.text')}
        value={form.text}
        onChange={text => set({ text })}
        maxLength={5000}
        rows={3}
        isRequired
      />
      <div className={classes.row}>
        <SelectField
          label={t('updates.followUp.status')}
          value={form.status}
          options={statuses}
          onChange={status => set({ status })}
        />
        <SelectField
          label={t('updates.followUp.impact')}
          value={form.impact}
          options={noticeImpacts.map(value => ({
            value,
            label: t(`updates.impacts.${value}`),
          }))}
          onChange={impact => set({ impact })}
        />
      </div>
      {form.status === 'merged' && (
        <SelectField
          label={t('updates.followUp.mergedInto')}
          value={form.mergedInto}
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={mergedInto => set({ mergedInto })}
          isRequired
        />
      )}
      {isPostMortem && (
        <Checkbox
          isSelected={form.isFinal}
          onChange={isFinal => set({ isFinal })}
        >
          {t('updates.followUp.isFinal')}
        </Checkbox>
      )}
      <LinkField
        label={t('updates.followUp.link')}
        help={t('updates.followUp.linkHelp')}
        badLinkText={t('updates.followUp.badLink')}
        value={form.link}
        isGood={isLinkGood}
        onChange={link => set({ link })}
      />
      <FollowUpFields notice={notice} form={form} onChange={set} />
    </FormDialog>
  );
}
