import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Info } from 'luxon';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  days: {
    '& .bui-CheckboxGroupContent': {
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2) var(--bui-space-3)',
    },
  },
});

/** Asks for the days of the week that somebody works, Monday being 1. */
export function WorkingDaysField(props: {
  readonly days: readonly number[];
  /** What is wrong with them. */
  readonly problem?: string;
  readonly onChange: (days: number[]) => void;
}) {
  const { days, problem, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <CheckboxGroup
      className={classes.days}
      label={t('reviewers.availability.days')}
      orientation="horizontal"
      isInvalid={Boolean(problem)}
      description={problem}
      value={days.map(String)}
      onChange={chosen => onChange(chosen.map(Number).sort())}
    >
      {Info.weekdays('short').map((name, index) => (
        <Checkbox key={name} value={`${index + 1}`}>
          {name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
