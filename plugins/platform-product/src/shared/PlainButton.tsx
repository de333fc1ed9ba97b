import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles({
  button: {
    all: 'unset',
    boxSizing: 'border-box',
    borderRadius: 'var(--bui-radius-2)',
    cursor: 'pointer',
    '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
  },
});

/** A button that looks like what it holds. */
export function PlainButton(props: {
  readonly className?: string;
  readonly children: ReactNode;
  readonly onClick: () => void;
}) {
  const classes = useStyles();
  return (
    <button
      type="button"
      className={clsx(classes.button, props.className)}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
