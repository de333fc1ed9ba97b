import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';

const WrittenMarkdown = lazy(() => import('./WrittenMarkdown'));

/** What somebody wrote in Markdown. */
export function WrittenText(props: { readonly text: string }) {
  const { text } = props;
  return (
    <Suspense fallback={<Skeleton width="100%" height={48} />}>
      <WrittenMarkdown text={text} />
    </Suspense>
  );
}
