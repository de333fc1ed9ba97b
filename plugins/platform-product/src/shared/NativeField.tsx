import { useId } from 'react';
import { FieldLabel, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { useTexts } from './useTexts';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  input: {
    boxSizing: 'border-box',
    width: '100%',
    height: '2rem',
    padding: '0 var(--bui-space-3)',
    border: 'none',
    borderRadius: 'var(--bui-radius-2)',
    background: 'var(--bui-bg-neutral-2)',
    color: 'var(--bui-fg-primary)',
    // The browser draws its own marks in it.
    colorScheme: 'light',
    '[data-theme-mode=dark] &': { colorScheme: 'dark' },
    font: 'var(--bui-font-weight-regular) var(--bui-font-size-3) / 1.15 var(--bui-font-regular)',
    '&:focus': {
      outline: 'none',
      boxShadow: 'inset 0 0 0 1px var(--bui-ring)',
    },
    '&[aria-invalid=true]': {
      boxShadow: 'inset 0 0 0 1px var(--bui-negative-border)',
    },
  },
});

/**
 * Asks for a day, a time or a number by the browser's own field, in the reader's own
 * way of writing. The text field of `@backstage/ui` is for text only; its fields for
 * days and numbers are several to Tab through, and there is none for times.
 */
export function NativeField(props: {
  readonly type: 'date' | 'datetime-local' | 'time' | 'number';
  readonly label: string;
  readonly help?: string;
  readonly value: string | number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly isRequired?: boolean;
  /** What is wrong with the value, beside the field. */
  readonly problem?: string;
  readonly className?: string;
  readonly onChange: (text: string) => void;
}) {
  const { type, label, help, value, min, max, isRequired, problem } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const helpId = `${id}-help`;
  const problemId = `${id}-problem`;
  const describedBy = [help && helpId, problem && problemId]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={clsx(classes.field, props.className)}>
      <FieldLabel
        label={label}
        secondaryLabel={isRequired ? t('shared.required') : undefined}
        description={help}
        htmlFor={id}
        descriptionId={helpId}
      />
      <input
        id={id}
        className={classes.input}
        type={type}
        value={value}
        min={min}
        max={max}
        required={isRequired}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
        onChange={event => props.onChange(event.target.value)}
      />
      {problem && (
        <Text id={problemId} variant="body-small" color="danger">
          {problem}
        </Text>
      )}
    </div>
  );
}
