import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { platformProductTranslationRef } from '../translation';

type Texts = ReturnType<
  typeof useTranslationRef<(typeof platformProductTranslationRef)['T']>
>['t'];

/** The plugin's texts in the reader's language. */
export function useTexts(): Texts {
  return useTranslationRef(platformProductTranslationRef).t;
}
