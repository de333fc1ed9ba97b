import { useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { Info } from 'luxon';
import { useTexts } from '../shared/useTexts';

/** Asks for the days of the week that somebody works, Monday being 1. */
export function WorkingDaysField(props: {
  readonly days: readonly number[];
  readonly onChange: (days: number[]) => void;
}) {
  const { days, onChange } = props;
  const t = useTexts();
  const id = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" id={id}>
        {t('availability.days')}
      </FormLabel>
      <FormGroup row>
        {Info.weekdays('short').map((name, index) => (
          <FormControlLabel
            key={name}
            label={name}
            control={
              <Checkbox
                color="primary"
                size="small"
                checked={days.includes(index + 1)}
                onChange={(_, isWorking) =>
                  onChange(
                    isWorking
                      ? [...days, index + 1].sort()
                      : days.filter(day => day !== index + 1),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
