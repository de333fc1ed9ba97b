import { Availability } from '@platform-product/backstage-plugin-common';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { Button } from '../shared/Button';
import { toInputDay } from '../shared/dates';
import { Field } from '../shared/Field';
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
      <Typography variant="subtitle2" component="h3">
        {t('availability.away')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('availability.awayHelp')}
      </Typography>
      {away.map((span, index) => (
        <div key={index} className={classes.span}>
          <Field
            label={t('availability.awayFrom')}
            type="date"
            value={span.from}
            onChange={event => set(index, { from: event.target.value })}
            InputLabelProps={{ shrink: true }}
          />
          <Field
            label={t('availability.awayUntil')}
            type="date"
            value={span.until}
            onChange={event => set(index, { until: event.target.value })}
            inputProps={{ min: span.from }}
            InputLabelProps={{ shrink: true }}
          />
          <IconButton
            size="small"
            aria-label={t('availability.removeAway', {
              from: span.from,
              until: span.until,
            })}
            onClick={() => onChange(away.filter((_, other) => other !== index))}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...away, { from: today, until: today }])}
      >
        {t('availability.add')}
      </Button>
    </div>
  );
}
