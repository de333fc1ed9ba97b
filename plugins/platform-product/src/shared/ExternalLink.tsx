import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles(theme => ({
  // As the links to entities that stand beside it, and breaks as its line does.
  link: {
    '&&': {
      display: 'inline',
      color: theme.palette.primary.main,
      font: 'inherit',
    },
  },
  // Among words of the same size, its colour alone would tell it.
  inText: { '&&': { textDecoration: 'underline' } },
}));

/** A link out of the app. */
export function ExternalLink(props: {
  readonly href: string;
  readonly title?: string;
  /** Whether it stands within a sentence. */
  readonly isInText?: boolean;
  readonly children: ReactNode;
}) {
  const { isInText, ...rest } = props;
  const classes = useStyles();
  return (
    <Link
      {...rest}
      className={clsx(classes.link, isInText && classes.inText)}
      target="_blank"
      rel="noopener noreferrer"
      standalone
    />
  );
}
