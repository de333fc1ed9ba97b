import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { platformProductTranslationRef } from '../translation';

/** The plugin's texts in the reader's language. */
export function useTexts() {
  return useTranslationRef(platformProductTranslationRef).t;
}
