import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { platformProductReviewSourceExtensionPoint } from '@platform-product/backstage-plugin-node';
import { GitLabReviewSource } from './GitLabReviewSource';

/**
 * Reads the history of reviews from GitLab.
 *
 * @public
 */
export const platformProductGitlabModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'gitlab',
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
          new GitLabReviewSource({
            integrations: integrations.gitlab,
            credentials:
              DefaultGitlabCredentialsProvider.fromIntegrations(integrations),
            events,
          }),
        );
      },
    });
  },
});
