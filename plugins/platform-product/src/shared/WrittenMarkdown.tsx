import { useCallback } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MarkdownFrame } from './MarkdownFrame';
import { renderWritten } from './renderWritten';

const useStyles = makeStyles({
  // It stands among other texts.
  text: {
    font: 'inherit',
    '& > p, & > ul, & > ol': { margin: 'var(--bui-space-2) 0' },
    '& > :last-child': { marginBottom: 0 },
    // A colour alone does not tell a link from the text that it stands in.
    '& a': { textDecoration: 'underline' },
  },
});

/** Markdown that somebody typed here; to be loaded lazily, since its libraries are large. */
export default function WrittenMarkdown(props: { readonly text: string }) {
  const { text } = props;
  const classes = useStyles();
  const render = useCallback(() => renderWritten(text), [text]);
  return <MarkdownFrame render={render} className={classes.text} />;
}
