import { startTestBackend } from '@backstage/backend-test-utils';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { demoAuthProvider } from './demoAuthProvider';

describe('demoAuthProvider', () => {
  const before = process.env.NODE_ENV;

  afterEach(() => {
    process.env.NODE_ENV = before;
  });

  async function start(environment: string | undefined) {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    const registerProvider = jest.fn();
    const backend = await startTestBackend({
      features: [demoAuthProvider],
      extensionPoints: [[authProvidersExtensionPoint, { registerProvider }]],
    });
    await backend.stop();
    return registerProvider.mock.calls.map(([{ providerId }]) => providerId);
  }

  it('lets people in during development', async () => {
    expect(await start('development')).toEqual(['demo']);
  });

  it.each(['production', 'staging', 'test', '', undefined])(
    'does not start where NODE_ENV is %p',
    async environment => {
      await expect(start(environment)).rejects.toThrow(
        'it starts only where NODE_ENV is development',
      );
    },
  );
});
