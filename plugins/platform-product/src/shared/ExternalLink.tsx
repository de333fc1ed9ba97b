import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  // As the links to entities that stand beside it, and breaks as its line does.
  link: {
    '&&': {
      display: 'inline',
      color: theme.palette.primary.main,
      font: 'inherit',
    },
  },
}));

/** A link out of the app. */
export function ExternalLink(props: {
  readonly href: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Link
      {...props}
      className={classes.link}
      target="_blank"
      rel="noopener noreferrer"
      standalone
    />
  );
}
