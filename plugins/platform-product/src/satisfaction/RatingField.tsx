import { useId } from 'react';
import {
  RatedFeature,
  Rating,
} from '@platform-product/backstage-plugin-common';
import { Radio, RadioGroup, Text } from '@backstage/ui';
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
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  scale: {
    '& .bui-RadioGroupContent': {
      display: 'grid',
      gridTemplateColumns: '1fr repeat(5, 36px) 1fr 110px',
      alignItems: 'center',
      gap: 0,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'repeat(5, 1fr)',
        rowGap: 'var(--bui-space-2)',
      },
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
  point: { flexDirection: 'column', gap: 'var(--bui-space-1)' },
  cantSay: { [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' } },
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
        <Text as="div" weight="bold">
          {name}
        </Text>
        <Text as="div" color="secondary">
          {question}
        </Text>
      </div>
      <RadioGroup
        className={classes.scale}
        aria-labelledby={id}
        orientation="horizontal"
        value={value === undefined ? null : `${value}`}
        onChange={chosen =>
          onChange(chosen === 'cant-say' ? chosen : (Number(chosen) as Rating))
        }
      >
        <Text
          variant="body-small"
          color="secondary"
          className={classes.lowest}
          aria-hidden="true"
        >
          {lowest}
        </Text>
        {points.map(point => (
          <Radio
            key={point}
            className={classes.point}
            value={`${point}`}
            aria-label={[point, meaning[point]].filter(Boolean).join(', ')}
          >
            {point}
          </Radio>
        ))}
        <Text
          variant="body-small"
          color="secondary"
          className={classes.highest}
          aria-hidden="true"
        >
          {highest}
        </Text>
        <Radio className={classes.cantSay} value="cant-say">
          {t('satisfaction.rating.cantSay')}
        </Radio>
      </RadioGroup>
    </div>
  );
}
