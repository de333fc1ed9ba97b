import { FormEvent } from 'react';
import { Availability } from '@platform-product/backstage-plugin-common';
import { Button, Switch, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { describeError } from '../shared/describeError';
import { Intro } from '../shared/Intro';
import { Message } from '../shared/Message';
import { NativeField } from '../shared/NativeField';
import { Section } from '../shared/Section';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { AwayFields } from './AwayFields';
import { useAvailabilityDraft } from './useAvailabilityDraft';
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

/** When the reader can review, for all of their platforms. */
export function AvailabilityForm(props: {
  readonly saved: Availability;
  readonly isDefault: boolean;
  readonly onSaved: () => void;
}) {
  const { saved, isDefault, onSaved } = props;
  const classes = useStyles();
  const t = useTexts();
  const { draft, change, isGood, isBad, problemOf, submission } =
    useAvailabilityDraft({ saved, isDefault, onSaved });
  const { loading, error, run } = submission;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood && !loading) run();
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
            value={
              Number.isNaN(draft.maxOpenReviews) ? '' : draft.maxOpenReviews
            }
            min={1}
            max={50}
            problem={problemOf('maxOpenReviews')}
            onChange={text =>
              change({ maxOpenReviews: text ? Number(text) : NaN })
            }
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
            problem={problemOf('from')}
            onChange={from => change({ from })}
          />
          <NativeField
            type="time"
            label={t('reviewers.availability.until')}
            value={draft.until}
            help={
              draft.until < draft.from
                ? t('reviewers.availability.nextDay')
                : undefined
            }
            problem={problemOf('until')}
            onChange={until => change({ until })}
          />
        </div>
        <WorkingDaysField
          days={draft.workingDays}
          problem={problemOf('workingDays')}
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
          <Button type="submit" isDisabled={!isGood} isPending={loading}>
            {t('reviewers.availability.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
