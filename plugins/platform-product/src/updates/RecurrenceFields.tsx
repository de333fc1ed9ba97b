import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { Info } from 'luxon';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { useTexts } from '../shared/useTexts';
import { endings, EventForm, repeatRules, weekdaysOf } from './eventForm';
import { useFieldStyles } from './NoticeFields';

/** Whether and how an event repeats, and until when. */
export function RecurrenceFields(props: {
  readonly form: EventForm;
  readonly onChange: (change: Partial<EventForm>) => void;
}) {
  const { form, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const isRepeated = form.repeats !== 'once';
  return (
    <>
      <div className={classes.row}>
        <SelectField
          label={t('updates.events.form.repeats')}
          value={form.repeats}
          options={repeatRules.map(value => ({
            value,
            label: t(`updates.events.form.rules.${value}`),
          }))}
          onChange={repeats => onChange({ repeats })}
        />
        {isRepeated && (
          <NativeField
            type="number"
            label={t('updates.events.form.every')}
            value={form.every}
            min={1}
            max={52}
            onChange={every => onChange({ every })}
          />
        )}
        {isRepeated && (
          <SelectField
            label={t('updates.events.form.ends')}
            value={form.ends}
            options={endings.map(value => ({
              value,
              label: t(`updates.events.form.endings.${value}`),
            }))}
            onChange={ends => onChange({ ends })}
          />
        )}
        {isRepeated && form.ends === 'until' && (
          <NativeField
            type="date"
            label={t('updates.events.form.until')}
            value={form.until}
            onChange={until => onChange({ until })}
          />
        )}
        {isRepeated && form.ends === 'count' && (
          <NativeField
            type="number"
            label={t('updates.events.form.count')}
            value={form.count}
            min={1}
            max={200}
            onChange={count => onChange({ count })}
          />
        )}
      </div>
      {form.repeats === 'weekly' && (
        <CheckboxGroup
          label={t('updates.events.form.weekdays')}
          orientation="horizontal"
          value={weekdaysOf(form).map(String)}
          onChange={chosen => onChange({ weekdays: chosen.map(Number).sort() })}
        >
          {Info.weekdays('short').map((name, index) => (
            <Checkbox key={name} value={`${index + 1}`}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </>
  );
}
