import { eventKinds } from '@platform-product/backstage-plugin-common/rules';
import { LinkField } from '../shared/LinkField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { EventForm } from './eventForm';
import { EventTimeFields } from './EventTimeFields';
import { useFieldStyles } from './NoticeFields';
import { RecurrenceFields } from './RecurrenceFields';

/** What is asked of an event. */
export function EventFields(props: {
  readonly form: EventForm;
  readonly onChange: (form: EventForm) => void;
}) {
  const { form, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const set = (change: Partial<EventForm>) => onChange({ ...form, ...change });
  const link = form.link.trim();
  return (
    <>
      <div className={classes.row}>
        <TextField
          label={t('updates.events.form.name')}
          value={form.title}
          onChange={title => set({ title })}
          maxLength={200}
          isRequired
        />
        <SelectField
          label={t('updates.events.form.kind')}
          value={form.kind}
          options={eventKinds.map(value => ({
            value,
            label: t(`updates.events.kinds.${value}`),
          }))}
          onChange={kind => set({ kind })}
        />
      </div>
      <EventTimeFields form={form} onChange={set} />
      <RecurrenceFields form={form} onChange={set} />
      <div className={classes.row}>
        <TextField
          label={t('updates.events.form.place')}
          help={t('updates.events.form.placeHelp')}
          value={form.place}
          onChange={place => set({ place })}
          maxLength={200}
        />
        <LinkField
          label={t('updates.events.form.link')}
          help={t('updates.events.form.linkHelp')}
          badLinkText={t('updates.events.form.badLink')}
          value={form.link}
          isGood={!link || /^https:\/\/\S+$/.test(link)}
          onChange={value => set({ link: value })}
        />
      </div>
      <TextArea
        label={t('updates.events.form.text')}
        help={t('updates.events.form.textHelp')}
        value={form.text}
        onChange={text => set({ text })}
        maxLength={5000}
        rows={2}
      />
    </>
  );
}
