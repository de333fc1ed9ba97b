import {
  certainties,
  dataEffects,
  recoveries,
} from '@platform-product/backstage-plugin-common/rules';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { NoticeForm } from './noticeForm';
import { useFieldStyles } from './NoticeFields';

/** What became of data: which, how much, how sure, and whether it can be had again. */
export function NoticeDataFields(props: {
  readonly form: Pick<
    NoticeForm,
    'effect' | 'what' | 'amount' | 'certainty' | 'recoverable' | 'safeAgain'
  >;
  readonly onChange: (change: Partial<NoticeForm>) => void;
}) {
  const { form, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  return (
    <>
      <div className={classes.row}>
        <SelectField
          label={t('updates.write.effect')}
          value={form.effect}
          options={dataEffects.map(value => ({
            value,
            label: t(`updates.effects.${value}`),
          }))}
          onChange={effect => onChange({ effect })}
        />
        <TextField
          label={t('updates.write.what')}
          value={form.what}
          onChange={what => onChange({ what })}
          maxLength={500}
        />
      </div>
      <div className={classes.row}>
        <TextField
          label={t('updates.write.amount')}
          help={t('updates.write.amountHelp')}
          value={form.amount}
          onChange={amount => onChange({ amount })}
          maxLength={200}
        />
        <SelectField
          label={t('updates.write.certainty')}
          value={form.certainty}
          options={certainties.map(value => ({
            value,
            label: t(`updates.certainties.${value}`),
          }))}
          onChange={certainty => onChange({ certainty })}
        />
        <SelectField
          label={t('updates.write.recoverable')}
          value={form.recoverable}
          options={recoveries.map(value => ({
            value,
            label: t(`updates.recoverable.${value}`),
          }))}
          onChange={recoverable => onChange({ recoverable })}
        />
      </div>
      <TextArea
        label={t('updates.write.safeAgain')}
        value={form.safeAgain}
        onChange={safeAgain => onChange({ safeAgain })}
        maxLength={2000}
        rows={1}
      />
    </>
  );
}
