import { useCallback } from 'react';
import { MarkdownFrame } from './MarkdownFrame';
import { renderWritten } from './renderWritten';

/** Markdown that somebody typed here; to be loaded lazily, since its libraries are large. */
export default function WrittenMarkdown(props: { readonly text: string }) {
  const { text } = props;
  const render = useCallback(() => renderWritten(text), [text]);
  return <MarkdownFrame render={render} />;
}
