import clsx from 'clsx';
import {
  defaultNextUpdate,
  isMaintenance,
  isOpen,
} from '@platform-product/backstage-plugin-common/rules';
import { formatUtc, fromInputMoment } from '../shared/dates';
import { formatSpan } from '../shared/durations';
import { NativeField } from '../shared/NativeField';
import { useTexts } from '../shared/useTexts';
import { NoticeForm } from './noticeForm';
import { useFieldStyles } from './NoticeFields';

type TimeField = 'from' | 'until' | 'detectedAt' | 'nextUpdateDueAt';

/** When it was, when it was found, and when users hear again. */
export function NoticeTimeFields(props: {
  readonly form: NoticeForm;
  /** Whether it was published before. */
  readonly isUpdate?: boolean;
  readonly onChange: (change: Partial<NoticeForm>) => void;
}) {
  const { form, isUpdate, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const isPlanned = isMaintenance(form);
  const isOver = !isOpen(form);
  const now = new Date();
  const ask = (field: TimeField, label: string, help?: string) => {
    const moment = fromInputMoment(form[field]);
    return (
      <NativeField
        type="datetime-local"
        label={label}
        help={
          moment
            ? t('updates.write.inUtc', { moment: formatUtc(moment) })
            : help ?? t('updates.write.yourTime')
        }
        value={form[field]}
        isRequired={
          field === 'detectedAt' || (isPlanned && field !== 'nextUpdateDueAt')
        }
        onChange={text => onChange({ [field]: text })}
      />
    );
  };
  return (
    <div className={clsx(classes.row, classes.bottom)}>
      {!isPlanned &&
        !isUpdate &&
        ask('detectedAt', t('updates.write.detectedAt'))}
      {ask('from', t('updates.write.from'))}
      {ask('until', t('updates.write.until'))}
      {!isPlanned &&
        !isOver &&
        ask(
          'nextUpdateDueAt',
          t('updates.write.nextUpdate'),
          t('updates.write.nextUpdateHelp', {
            span: formatSpan(
              Date.parse(defaultNextUpdate(form.impact, now)) - +now,
            ),
          }),
        )}
    </div>
  );
}
