import { FormEvent, useState } from 'react';
import { Availability } from '@platform-product/backstage-plugin-common';
import { availabilitySchema } from '@platform-product/backstage-plugin-common/rules';
import { Button, Switch, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
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
import { useAvailability } from './useAvailability';
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
  const { put } = useAvailability();
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
    doneText: t('reviewers.availability.saved'),
    submit: () => put(draft),
    onDone: onSaved,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success && !loading) run();
  };
  return (
    <Section title={t('reviewers.availability.title')}>
      <Intro>{t('reviewers.availability.intro')}</Intro>
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        {isDefault && (
          <Text as="p">{t('reviewers.availability.isDefault')}</Text>
        )}
        <Switch
          label={t('reviewers.availability.onRotation')}
          isSelected={draft.onRotation}
          onChange={onRotation => change({ onRotation })}
        />
        <div className={classes.row}>
          <NativeField
            type="number"
            label={t('reviewers.availability.maxOpen')}
            value={draft.maxOpenReviews}
            min={1}
            max={50}
            isInvalid={isBad('maxOpenReviews')}
            onChange={text => change({ maxOpenReviews: Number(text) })}
          />
          <SelectField
            label={t('reviewers.availability.timeZone')}
            value={draft.timeZone}
            options={[...new Set([draft.timeZone, ...timeZones])].map(name => ({
              value: name,
              label: name.replace(/_/g, ' '),
            }))}
            onChange={timeZone => change({ timeZone })}
          />
          <NativeField
            type="time"
            label={t('reviewers.availability.from')}
            value={draft.from}
            isInvalid={isBad('from')}
            onChange={from => change({ from })}
          />
          <NativeField
            type="time"
            label={t('reviewers.availability.until')}
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
          label={t('reviewers.availability.holidays')}
          help={t('reviewers.availability.holidaysHelp')}
          value={draft.holidays ?? ''}
          onChange={text =>
            change({
              holidays: text.toLocaleUpperCase('en-US') || undefined,
            })
          }
          problem={
            isBad('holidays')
              ? t('reviewers.availability.holidaysHelp')
              : undefined
          }
        />
        <AwayFields away={draft.away} onChange={away => change({ away })} />
        {isBad('away') && (
          <Message status="danger">
            {t('reviewers.availability.invalid')}
          </Message>
        )}
        {error && <Message status="danger">{describeError(error)}</Message>}
        <div>
          <Button type="submit" isDisabled={!checked.success || loading}>
            {t('reviewers.availability.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
