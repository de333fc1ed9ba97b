import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { isPlatformProductService, readServiceFilter } from './serviceFilter';

const entity = (kind: string, type: string, service?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name: 'logs',
    annotations: service ? { 'platform-product/service': service } : {},
  },
  spec: { type },
});

describe('what a service is', () => {
  it.each([
    ['a component of type service', entity('Component', 'service'), true],
    ['a component of type platform', entity('Component', 'platform'), true],
    ['a component of another type', entity('Component', 'library'), false],
    ['an API', entity('API', 'service'), false],
    ['what says that it is', entity('API', 'openapi', 'true'), true],
    [
      'not what says it is none',
      entity('Component', 'service', 'false'),
      false,
    ],
  ])('by the defaults: %s', (_, given, isService) => {
    expect(isPlatformProductService(given)).toBe(isService);
    expect(readServiceFilter(undefined)(given)).toBe(isService);
    expect(readServiceFilter(new ConfigReader({}))(given)).toBe(isService);
  });

  it('is for the configuration to say', () => {
    const isService = readServiceFilter(
      new ConfigReader({
        platformProduct: { services: [{ kind: 'API' }] },
      }),
    );
    expect(isService(entity('API', 'openapi'))).toBe(true);
    expect(isService(entity('Component', 'service'))).toBe(false);
    expect(isService(entity('Component', 'service', 'true'))).toBe(true);
  });
});
