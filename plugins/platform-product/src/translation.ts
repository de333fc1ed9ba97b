import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { contributingTexts } from './contributing/contributingTexts';
import { maturityTexts } from './maturity/maturityTexts';
import { portfolioTexts } from './portfolio/portfolioTexts';
import { reviewersTexts } from './reviewers/reviewersTexts';
import { satisfactionTexts } from './satisfaction/satisfactionTexts';
import { sharedTexts } from './shared/sharedTexts';
import { updatesTexts } from './updates/updatesTexts';

/**
 * Every text of the plugin, for apps that speak another language or call things
 * by other names.
 *
 * @public
 */
export const platformProductTranslationRef = createTranslationRef({
  id: 'plugin.platform-product',
  messages: {
    ...sharedTexts,
    ...maturityTexts,
    ...contributingTexts,
    ...reviewersTexts,
    ...satisfactionTexts,
    ...updatesTexts,
    ...portfolioTexts,
  },
});
