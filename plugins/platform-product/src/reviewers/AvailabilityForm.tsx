import { FormEvent, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Availability } from '@platform-product/backstage-plugin-common';
import { availabilitySchema } from '@platform-product/backstage-plugin-common/rules';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { describeError } from '../shared/describeError';
import { Field } from '../shared/Field';
import { Section } from '../shared/Section';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { AwayFields } from './AwayFields';
import { WorkingDaysField } from './WorkingDaysField';

const useStyles = makeStyles(theme => ({
  form: { display: 'grid', gap: theme.spacing(2) },
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
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('availability.intro')}
      </Typography>
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        {isDefault && (
          <Typography variant="body2">{t('availability.isDefault')}</Typography>
        )}
        <FormControlLabel
          control={
            <Switch
              color="primary"
              checked={draft.onRotation}
              onChange={(_, onRotation) => change({ onRotation })}
            />
          }
          label={t('availability.onRotation')}
        />
        <div className={classes.row}>
          <Field
            label={t('availability.maxOpen')}
            type="number"
            value={draft.maxOpenReviews}
            onChange={event =>
              change({ maxOpenReviews: Number(event.target.value) })
            }
            inputProps={{ min: 1, max: 50 }}
            error={isBad('maxOpenReviews')}
          />
          <Field
            label={t('availability.timeZone')}
            value={draft.timeZone}
            onChange={event => change({ timeZone: event.target.value })}
            SelectProps={{ native: true }}
            select
          >
            {[...new Set([draft.timeZone, ...timeZones])].map(name => (
              <option key={name} value={name}>
                {name.replace(/_/g, ' ')}
              </option>
            ))}
          </Field>
          <Field
            label={t('availability.from')}
            type="time"
            value={draft.from}
            onChange={event => change({ from: event.target.value })}
            error={isBad('from')}
            InputLabelProps={{ shrink: true }}
          />
          <Field
            label={t('availability.until')}
            type="time"
            value={draft.until}
            onChange={event => change({ until: event.target.value })}
            error={isBad('until')}
            InputLabelProps={{ shrink: true }}
          />
        </div>
        <WorkingDaysField
          days={draft.workingDays}
          onChange={workingDays => change({ workingDays })}
        />
        <Field
          label={t('availability.holidays')}
          helperText={t('availability.holidaysHelp')}
          value={draft.holidays ?? ''}
          onChange={event =>
            change({
              holidays:
                event.target.value.toLocaleUpperCase('en-US') || undefined,
            })
          }
          error={isBad('holidays')}
        />
        <AwayFields away={draft.away} onChange={away => change({ away })} />
        {isBad('away') && (
          <Alert severity="error">{t('availability.invalid')}</Alert>
        )}
        {error && <Alert severity="error">{describeError(error)}</Alert>}
        <div>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!checked.success || loading}
          >
            {t('availability.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
