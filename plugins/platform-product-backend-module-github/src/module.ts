import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { platformProductReviewSourceExtensionPoint } from '@platform-product/backstage-plugin-node';
import { GitHubReviewSource } from './GitHubReviewSource';

/**
 * Reads the history of reviews from GitHub.
 *
 * @public
 */
export const platformProductGithubModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        sources: platformProductReviewSourceExtensionPoint,
      },
      async init({ config, events, sources }) {
        const integrations = ScmIntegrations.fromConfig(config);
        sources.addSource(
          new GitHubReviewSource({
            integrations: integrations.github,
            credentials:
              DefaultGithubCredentialsProvider.fromIntegrations(integrations),
            events,
          }),
        );
      },
    });
  },
});
