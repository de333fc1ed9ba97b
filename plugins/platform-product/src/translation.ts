import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { contributingMessages } from './contributing/contributingMessages';
import { maturityMessages } from './maturity/maturityMessages';
import { portfolioMessages } from './portfolio/portfolioMessages';
import { reviewersMessages } from './reviewers/reviewersMessages';
import { satisfactionMessages } from './satisfaction/satisfactionMessages';
import { sharedMessages } from './shared/sharedMessages';
import { updatesMessages } from './updates/updatesMessages';

/**
 * Every text of the plugin, for apps that speak another language or call things
 * by other names.
 *
 * @public
 */
export const platformProductTranslationRef = createTranslationRef({
  id: 'plugin.platform-product',
  messages: {
    ...sharedMessages,
    ...maturityMessages,
    ...contributingMessages,
    ...reviewersMessages,
    ...satisfactionMessages,
    ...updatesMessages,
    ...portfolioMessages,
  },
});
