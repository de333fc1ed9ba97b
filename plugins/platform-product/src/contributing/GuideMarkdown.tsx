import { MarkdownContent } from '@backstage/core-components';
import { resolveGuideImage, resolveGuideLink } from './resolveGuideLink';

/** A guide as text. Scripts, frames and styles of it are left out. */
export default function GuideMarkdown(props: {
  readonly markdown: string;
  readonly url: string;
}) {
  const { markdown, url } = props;
  return (
    <MarkdownContent
      content={markdown}
      transformLinkUri={href => resolveGuideLink(href, url) ?? ''}
      transformImageUri={source => resolveGuideImage(source, url) ?? ''}
    />
  );
}
