import { Notice } from '@platform-product/backstage-plugin-common';
import { isAboutData } from '@platform-product/backstage-plugin-common/rules';
import { formatUtc } from '../shared/dates';
import { Fold } from '../shared/Fold';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { useTexts } from '../shared/useTexts';
import { FollowUpForm } from './followUpForm';
import { NoticeDataFields } from './NoticeDataFields';
import { NoticeTimeFields } from './NoticeTimeFields';

const nothing = 'nothing';

/** What is known better by now, and which of the updates was wrong. */
export function FollowUpFields(props: {
  readonly notice: Notice;
  readonly form: FollowUpForm;
  readonly onChange: (change: Partial<FollowUpForm>) => void;
}) {
  const { notice, form, onChange } = props;
  const t = useTexts();
  return (
    <Fold title={t('updates.followUp.better')}>
      <NoticeTimeFields form={form} isUpdate onChange={onChange} />
      {isAboutData(form) && (
        <NoticeDataFields form={form} onChange={onChange} />
      )}
      <TextArea
        label={t('updates.write.whatToDo')}
        value={form.whatToDo}
        onChange={whatToDo => onChange({ whatToDo })}
        maxLength={2000}
        rows={1}
      />
      <TextArea
        label={t('updates.write.notAffected')}
        value={form.notAffected}
        onChange={notAffected => onChange({ notAffected })}
        maxLength={2000}
        rows={1}
      />
      <SelectField
        label={t('updates.followUp.corrects')}
        value={form.corrects || nothing}
        options={[
          { value: nothing, label: t('updates.followUp.correctsNothing') },
          ...notice.updates.map(({ id, at, text }) => ({
            value: id,
            label: `${formatUtc(at)}: ${text.slice(0, 60)}`,
          })),
        ]}
        onChange={id => onChange({ corrects: id === nothing ? '' : id })}
      />
    </Fold>
  );
}
