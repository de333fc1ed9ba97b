import clsx from 'clsx';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { useTexts } from '../shared/useTexts';
import { EventForm } from './eventForm';
import { zoneName } from './eventTimes';
import { useFieldStyles } from './NoticeFields';

const timeZones = Intl.supportedValuesOf('timeZone');
const longest = 14 * 24 * 60;

/** When an event begins, by the clocks of which zone, and how long it takes. */
export function EventTimeFields(props: {
  readonly form: EventForm;
  readonly onChange: (change: Partial<EventForm>) => void;
}) {
  const { form, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const zones = [...new Set([form.timeZone, 'UTC', ...timeZones])];
  return (
    <div className={clsx(classes.row, classes.bottom)}>
      <NativeField
        type="datetime-local"
        label={t('updates.events.form.start')}
        help={t('updates.events.form.startHelp')}
        value={form.startsAt}
        isRequired
        onChange={startsAt => onChange({ startsAt })}
      />
      <SelectField
        label={t('updates.events.form.zone')}
        value={form.timeZone}
        options={zones.map(value => ({ value, label: zoneName(value) }))}
        onChange={timeZone => onChange({ timeZone })}
      />
      <NativeField
        type="number"
        label={t('updates.events.form.duration')}
        value={form.duration}
        min={5}
        max={longest}
        isRequired
        onChange={duration => onChange({ duration })}
      />
    </div>
  );
}
