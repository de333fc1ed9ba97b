import { FormEvent, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Availability } from '@platform-product/backstage-plugin-common';
import { availabilitySchema } from '@platform-product/backstage-plugin-common/rules';
import { Button, Switch, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { Intro } from '../shared/Intro';
import { Message } from '../shared/Message';
import { NativeField } from '../shared/NativeField';
import { Section } from '../shared/Section';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { AwayFields } from './AwayFields';
import { WorkingDaysField } from './WorkingDaysField';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: theme.spacing(2),
  },
}));

const timeZones = Intl.supportedValuesOf('timeZone');
const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the reader can review, for all of their platforms. */
export function AvailabilityForm(props: {
  readonly saved: Availability;
  readonly isDefault: boolean;
  readonly onSaved: () => void;
}) {
  const { saved, isDefault, onSaved } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [draft, setDraft] = useState<Availability>(
    isDefault ? { ...saved, timeZone: ownTimeZone } : saved,
  );
  const change = (changes: Partial<Availability>) =>
    setDraft({ ...draft, ...changes });
  const checked = availabilitySchema.safeParse(draft);
  const isBad = (field: keyof Availability) =>
    checked.error?.issues.some(({ path }) => path[0] === field) ?? false;
  const { loading, error, run } = useSubmit({
    content: JSON.stringify(draft),
    doneText: t('availability.saved'),
    submit: () => api.call('putAvailability', { params: {}, body: draft }),
    onDone: onSaved,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success && !loading) run();
  };
  return (
    <Section title={t('availability.title')}>
      <Intro>{t('availability.intro')}</Intro>
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        {isDefault && <Text as="p">{t('availability.isDefault')}</Text>}
        <Switch
          label={t('availability.onRotation')}
          isSelected={draft.onRotation}
          onChange={onRotation => change({ onRotation })}
        />
        <div className={classes.row}>
          <NativeField
            type="number"
            label={t('availability.maxOpen')}
            value={draft.maxOpenReviews}
            min={1}
            max={50}
            isInvalid={isBad('maxOpenReviews')}
            onChange={text => change({ maxOpenReviews: Number(text) })}
          />
          <SelectField
            label={t('availability.timeZone')}
            value={draft.timeZone}
            options={[...new Set([draft.timeZone, ...timeZones])].map(name => ({
              value: name,
              label: name.replace(/_/g, ' '),
            }))}
            onChange={timeZone => change({ timeZone })}
          />
          <NativeField
            type="time"
            label={t('availability.from')}
            value={draft.from}
            isInvalid={isBad('from')}
            onChange={from => change({ from })}
          />
          <NativeField
            type="time"
            label={t('availability.until')}
            value={draft.until}
            isInvalid={isBad('until')}
            onChange={until => change({ until })}
          />
        </div>
        <WorkingDaysField
          days={draft.workingDays}
          onChange={workingDays => change({ workingDays })}
        />
        <TextField
          label={t('availability.holidays')}
          help={t('availability.holidaysHelp')}
          value={draft.holidays ?? ''}
          onChange={text =>
            change({
              holidays: text.toLocaleUpperCase('en-US') || undefined,
            })
          }
          problem={
            isBad('holidays') ? t('availability.holidaysHelp') : undefined
          }
        />
        <AwayFields away={draft.away} onChange={away => change({ away })} />
        {isBad('away') && (
          <Message status="danger">{t('availability.invalid')}</Message>
        )}
        {error && <Message status="danger">{describeError(error)}</Message>}
        <div>
          <Button type="submit" isDisabled={!checked.success || loading}>
            {t('availability.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
