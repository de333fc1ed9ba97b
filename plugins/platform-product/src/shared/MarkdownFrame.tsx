import { useLayoutEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles(theme => ({
  text: {
    ...theme.typography.body1,
    overflowWrap: 'anywhere',
    '& h1': { ...theme.typography.h4, marginTop: 0 },
    '& h2': { ...theme.typography.h5, margin: theme.spacing(3, 0, 1) },
    '& h3, & h4, & h5, & h6': {
      ...theme.typography.h6,
      margin: theme.spacing(2, 0, 1),
    },
    '& a': { color: theme.palette.link },
    '& img': { maxWidth: '100%' },
    '& pre': {
      overflowX: 'auto',
      padding: theme.spacing(1.5),
      borderRadius: theme.shape.borderRadius,
      background: theme.palette.background.default,
    },
    '& code': { fontFamily: 'monospace', fontSize: '0.9em' },
    '& blockquote': {
      margin: theme.spacing(1, 0),
      paddingLeft: theme.spacing(2),
      borderLeft: '3px solid var(--bui-border-1)',
    },
    '& table': { borderCollapse: 'collapse' },
    '& th, & td': {
      border: '1px solid var(--bui-border-1)',
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
    },
  },
}));

/** Markup that was made of Markdown. */
export function MarkdownFrame(props: {
  /** Makes the markup again when it changes. */
  readonly render: () => DocumentFragment;
  readonly className?: string;
}) {
  const { render, className } = props;
  const classes = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(render());
  }, [render]);
  return <div ref={place} className={clsx(classes.text, className)} />;
}
