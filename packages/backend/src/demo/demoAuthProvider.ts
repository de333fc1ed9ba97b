import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
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

/**
 * Signs anybody in as one of the demo's personas, whom they name in a header.
 * Refuses to start in production.
 */
export const demoAuthProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'The demo auth provider lets anybody in, so it does not start in production',
          );
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: personas[result.persona].userRef,
              }),
          }),
        });
      },
    });
  },
});
