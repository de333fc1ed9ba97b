import { useCallback } from 'react';
import { Contributing } from '@platform-product/backstage-plugin-common';
import { MarkdownFrame } from '../shared/MarkdownFrame';
import { renderGuide } from './renderGuide';

/** A guide as text. Scripts, frames and styles of it are left out. */
export default function GuideMarkdown(props: {
  readonly guide: NonNullable<Contributing['guide']>;
}) {
  const { markdown, url, path, pageTemplate, imageTemplate } = props.guide;
  const render = useCallback(
    () => renderGuide(markdown, url, { path, pageTemplate, imageTemplate }),
    [markdown, url, path, pageTemplate, imageTemplate],
  );
  return <MarkdownFrame render={render} />;
}
