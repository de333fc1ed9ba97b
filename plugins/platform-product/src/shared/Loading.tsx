import { ReactNode } from 'react';
import { useTexts } from './useTexts';

/** Says that something is loading, around what keeps its shape. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const t = useTexts();
  return (
    <div aria-busy="true" aria-label={t('shared.loading')} role="status">
      {children}
    </div>
  );
}
