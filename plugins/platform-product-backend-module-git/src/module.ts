import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { platformProductReviewSourceExtensionPoint } from '@platform-product/backstage-plugin-node';
import { GitReviewSource } from './GitReviewSource';
import { readGitRepositories } from './readGitRepositories';

/**
 * Reads the history of reviews from Git repositories.
 *
 * @public
 */
export const platformProductGitModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: platformProductReviewSourceExtensionPoint,
      },
      async init({ config, sources }) {
        sources.addSource(
          new GitReviewSource({ repositories: readGitRepositories(config) }),
        );
      },
    });
  },
});
