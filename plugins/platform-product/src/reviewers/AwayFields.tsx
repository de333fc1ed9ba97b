import { Availability } from '@platform-product/backstage-plugin-common';
import { Button, ButtonIcon, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { toInputDay } from '../shared/dates';
import { NativeField } from '../shared/NativeField';
import { useTexts } from '../shared/useTexts';

type Away = Availability['away'];

const useStyles = makeStyles(theme => ({
  span: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: theme.spacing(1),
    alignItems: 'end',
    marginTop: theme.spacing(1),
  },
}));

/** Asks for the days that somebody is away. */
export function AwayFields(props: {
  readonly away: Away;
  readonly onChange: (away: Away) => void;
}) {
  const { away, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const set = (index: number, changes: Partial<Away[number]>) =>
    onChange(
      away.map((span, other) =>
        other === index ? { ...span, ...changes } : span,
      ),
    );
  const today = toInputDay(new Date());
  return (
    <div>
      <Text as="h3" weight="bold">
        {t('reviewers.availability.away')}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('reviewers.availability.awayHelp')}
      </Text>
      {away.map((span, index) => (
        <div key={index} className={classes.span}>
          <NativeField
            type="date"
            label={t('reviewers.availability.awayFrom')}
            value={span.from}
            onChange={text => set(index, { from: text })}
          />
          <NativeField
            type="date"
            label={t('reviewers.availability.awayUntil')}
            value={span.until}
            onChange={text => set(index, { until: text })}
            min={span.from}
          />
          <ButtonIcon
            variant="tertiary"
            icon={<CloseIcon fontSize="small" />}
            aria-label={t('reviewers.availability.removeAway', {
              from: span.from,
              until: span.until,
            })}
            onPress={() => onChange(away.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      <Button
        variant="tertiary"
        onPress={() => onChange([...away, { from: today, until: today }])}
      >
        {t('reviewers.availability.add')}
      </Button>
    </div>
  );
}
