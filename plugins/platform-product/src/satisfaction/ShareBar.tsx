import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  bar: {
    position: 'relative',
    height: 12,
    borderRadius: 6,
    overflow: 'hidden',
    background: theme.palette.type === 'dark' ? '#5f5f5f' : '#e0e0e0',
  },
  share: {
    position: 'absolute',
    inset: 0,
    right: 'auto',
    background: theme.palette.primary.main,
  },
}));

/** A share as a bar; the number stands beside it. */
export function ShareBar({ share }: { readonly share: number }) {
  const classes = useStyles();
  return (
    <div className={classes.bar} aria-hidden="true">
      <div className={classes.share} style={{ width: `${100 * share}%` }} />
    </div>
  );
}
