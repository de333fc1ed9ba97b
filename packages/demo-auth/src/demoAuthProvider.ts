import { setTimeout } from 'timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError, isError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  AuthResolverContext,
  BackstageSignInResult,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { personas } from './personas';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ persona }: { persona: string }) => ({
    profile: { displayName: personas[persona].displayName },
  }),
  initialize() {},
  async authenticate({ req }) {
    const persona = req.header('x-demo-user') ?? '';
    if (!Object.hasOwn(personas, persona)) {
      throw new AuthenticationError(
        `There is no persona '${persona}' in the demo; there are ${Object.keys(
          personas,
        ).join(', ')}`,
      );
    }
    return { result: { persona }, providerInfo: { persona } };
  },
});

const patience = 45;

/** Right after the first start, the catalog has yet to read its users. */
async function signInPatiently(
  entityRef: string,
  context: AuthResolverContext,
): Promise<BackstageSignInResult> {
  for (let seconds = 0; ; seconds++) {
    try {
      return await context.signInWithCatalogUser({ entityRef });
    } catch (error) {
      const isMissing = isError(error) && error.name === 'NotFoundError';
      if (!isMissing || seconds >= patience) throw error;
      await setTimeout(1000);
    }
  }
}

/**
 * Signs anybody in as one of the demo's personas, whom they name in a header.
 * Starts in development only, as `backstage-cli … start` says that it is.
 */
export const demoAuthProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        if (process.env.NODE_ENV !== 'development') {
          throw new Error(
            'The demo auth provider lets anybody in, so it starts only where NODE_ENV is development',
          );
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              signInPatiently(personas[result.persona].userRef, context),
          }),
        });
      },
    });
  },
});
