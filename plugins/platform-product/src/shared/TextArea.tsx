import { ComponentProps } from 'react';
import { TextAreaField } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { FieldProps, useFieldProps } from './useFieldProps';

const useStyles = makeStyles({
  // It grows with its text in the browsers that can do so.
  area: {
    '& textarea': {
      fieldSizing: 'content',
      minHeight: (props: { rows: number }) => `${props.rows * 1.4 + 1.2}em`,
      maxHeight: '14em',
    } as {},
  },
});

/** Asks for text of several lines. */
export function TextArea(
  props: FieldProps & {
    /** How many there is room for at first. */
    readonly rows: number;
    /** Whether the reader came for it. */
    readonly takesFocus?: boolean;
    readonly onKeyDown?: ComponentProps<typeof TextAreaField>['onKeyDown'];
  },
) {
  const { rows, takesFocus, onKeyDown, ...field } = props;
  const classes = useStyles({ rows });
  return (
    <TextAreaField
      {...useFieldProps(field)}
      className={clsx(classes.area, props.className)}
      rows={rows}
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus}
      onKeyDown={onKeyDown}
    />
  );
}
