import { useId } from 'react';
import {
  RatedFeature,
  Rating,
} from '@platform-product/backstage-plugin-common';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  field: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 8fr)',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  scale: {
    display: 'grid',
    gridTemplateColumns: '1fr repeat(5, 36px) 1fr 110px',
    alignItems: 'center',
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'repeat(5, 1fr)',
    },
  },
  lowest: {
    padding: theme.spacing(0, 1),
    textAlign: 'right',
    [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1', textAlign: 'left' },
  },
  highest: {
    padding: theme.spacing(0, 1),
    [theme.breakpoints.down('xs')]: {
      gridColumn: '1 / -1',
      textAlign: 'right',
    },
  },
  option: { margin: 0 },
  radio: { padding: theme.spacing(0.25) },
  cantSay: {
    margin: 0,
    [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
  },
}));

const points = [1, 2, 3, 4, 5] as const;

/** Asks for one feature, from 1 to 5, with words at both ends. */
export function RatingField(props: {
  readonly feature: RatedFeature;
  readonly value: Rating | undefined;
  readonly onChange: (value: Rating) => void;
}) {
  const { feature, value, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const { name, question, lowest, highest } = useFeatureTexts()(feature);
  const meaning: Partial<Record<number, string>> = { 1: lowest, 5: highest };
  return (
    <div className={classes.field}>
      <div id={id}>
        <Typography variant="subtitle2" component="span" display="block">
          {name}
        </Typography>
        <Typography variant="body2" component="span" color="textSecondary">
          {question}
        </Typography>
      </div>
      <RadioGroup
        className={classes.scale}
        aria-labelledby={id}
        row
        value={value ?? null}
        onChange={(_, chosen) =>
          onChange(chosen === 'cant-say' ? chosen : Number(chosen))
        }
      >
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.lowest}
          aria-hidden="true"
        >
          {lowest}
        </Typography>
        {points.map(point => (
          <FormControlLabel
            key={point}
            className={classes.option}
            value={point}
            checked={value === point}
            labelPlacement="bottom"
            label={<Typography variant="body2">{point}</Typography>}
            control={
              <Radio
                className={classes.radio}
                color="primary"
                size="small"
                inputProps={{
                  'aria-label': [point, meaning[point]]
                    .filter(Boolean)
                    .join(', '),
                }}
              />
            }
          />
        ))}
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.highest}
          aria-hidden="true"
        >
          {highest}
        </Typography>
        <FormControlLabel
          className={classes.cantSay}
          value="cant-say"
          checked={value === 'cant-say'}
          label={<Typography variant="body2">{t('rating.cantSay')}</Typography>}
          control={<Radio color="primary" size="small" />}
        />
      </RadioGroup>
    </div>
  );
}
