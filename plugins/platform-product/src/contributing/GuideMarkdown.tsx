import { useCallback } from 'react';
import { MarkdownFrame } from '../shared/MarkdownFrame';
import { renderGuide } from './renderGuide';

/** A guide as text. Scripts, frames and styles of it are left out. */
export default function GuideMarkdown(props: {
  readonly markdown: string;
  readonly url: string;
}) {
  const { markdown, url } = props;
  const render = useCallback(() => renderGuide(markdown, url), [markdown, url]);
  return <MarkdownFrame render={render} />;
}
