import { Notice } from '@platform-product/backstage-plugin-common';
import {
  firstStatuses,
  isAboutData,
  isMaintenance,
  noticeImpacts,
  noticeKinds,
} from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { NoticeDataFields } from './NoticeDataFields';
import { asTheLast, emptyNoticeForm, NoticeForm } from './noticeForm';
import { NoticeTimeFields } from './NoticeTimeFields';
import { useNoticeTemplate } from './useNoticeTemplate';

export const useFieldStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
  // Where one has more help than the others, the fields stand in a line.
  bottom: { alignItems: 'end' },
}));

/** What is asked of a notice: what its kind needs, and nothing else. */
export function NoticeFields(props: {
  readonly form: NoticeForm;
  /** The last notice of this kind, whose words can be taken over. */
  readonly last?: Notice;
  readonly isDraft: boolean;
  readonly onChange: (form: NoticeForm) => void;
}) {
  const { form, last, isDraft, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const templateOf = useNoticeTemplate();
  const set = (change: Partial<NoticeForm>) => onChange({ ...form, ...change });
  /** Another kind keeps what was typed, but not the words of the old kind’s template. */
  const changeKind = (kind: Notice['kind']) => {
    const old = templateOf(form.kind);
    const next = emptyNoticeForm(kind, templateOf(kind), new Date());
    onChange({
      ...form,
      kind,
      status: next.status,
      effect: next.effect,
      title: form.title === old.title ? next.title : form.title,
      whatToDo: form.whatToDo === old.whatToDo ? next.whatToDo : form.whatToDo,
    });
  };
  return (
    <>
      <div className={classes.row}>
        <SelectField
          label={t('updates.write.kind')}
          value={form.kind}
          options={noticeKinds.map(value => ({
            value,
            label: t(`updates.kinds.${value}`),
          }))}
          onChange={changeKind}
        />
        <SelectField
          label={t('updates.write.impact')}
          value={form.impact}
          options={noticeImpacts.map(value => ({
            value,
            label: t(`updates.impacts.${value}`),
          }))}
          onChange={impact => set({ impact })}
        />
        {!isMaintenance(form) && (
          <SelectField
            label={t('updates.write.status')}
            value={form.status}
            options={firstStatuses(form).map(value => ({
              value,
              label: t(`updates.statuses.${value}`),
            }))}
            onChange={status => set({ status })}
          />
        )}
      </div>
      {last && !isDraft && (
        <Text as="p" color="secondary">
          <Button
            variant="secondary"
            onPress={() => onChange(asTheLast(last, form))}
          >
            {t('updates.write.asLast')}
          </Button>{' '}
          {t('updates.write.asLastHint', { title: last.title })}
        </Text>
      )}
      <TextField
        label={t('updates.write.titleField')}
        value={form.title}
        onChange={title => set({ title })}
        maxLength={200}
        isRequired
      />
      <TextArea
        label={t('updates.write.text')}
        help={t('updates.write.textHelp')}
        value={form.text}
        onChange={text => set({ text })}
        maxLength={5000}
        rows={2}
        isRequired
      />
      <NoticeTimeFields form={form} onChange={set} />
      {isAboutData(form) && <NoticeDataFields form={form} onChange={set} />}
      <TextArea
        label={t('updates.write.whatToDo')}
        value={form.whatToDo}
        onChange={whatToDo => set({ whatToDo })}
        maxLength={2000}
        rows={1}
      />
      <TextArea
        label={t('updates.write.notAffected')}
        value={form.notAffected}
        onChange={notAffected => set({ notAffected })}
        maxLength={2000}
        rows={1}
      />
    </>
  );
}
