import { Entity } from '@backstage/catalog-model';
import { createServiceFilter } from './services';

function entity(kind: string, type?: string, service?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: 'logs',
      annotations: service ? { 'platform-product/service': service } : {},
    },
    spec: type ? { type } : undefined,
  };
}

describe('createServiceFilter', () => {
  it.each<
    [
      kind: string,
      type: string | undefined,
      service: string | undefined,
      is: boolean,
    ]
  >([
    ['Component', 'service', undefined, true],
    ['Component', 'platform', undefined, true],
    ['component', 'Service', undefined, true],
    ['Component', 'website', undefined, false],
    ['Component', 'library', undefined, false],
    ['Component', undefined, undefined, false],
    ['API', 'service', undefined, false],
    ['Resource', 'platform', undefined, false],
    ['Component', 'service', 'true', true],
    ['Component', 'service', 'false', false],
    ['Component', 'platform', 'false', false],
    ['Component', 'website', 'true', true],
    ['Component', 'website', 'True', true],
    ['Component', 'website', 'false', false],
    ['Component', 'website', 'yes', false],
    ['Component', 'service', 'no', true],
    ['Component', 'website', ' true', false],
    ['API', 'openapi', 'true', true],
    ['Group', undefined, 'true', true],
  ])(
    'of a %s of type %s that says service: %s is %s',
    (kind, type, service, is) => {
      expect(createServiceFilter()(entity(kind, type, service))).toBe(is);
    },
  );

  describe('with filters of the configuration', () => {
    const isService = createServiceFilter([
      { kind: 'API' },
      { kind: 'Resource', 'spec.type': 'database' },
    ]);

    it.each<
      [
        kind: string,
        type: string | undefined,
        service: string | undefined,
        is: boolean,
      ]
    >([
      ['API', 'openapi', undefined, true],
      ['Resource', 'database', undefined, true],
      ['Resource', 'bucket', undefined, false],
      ['Component', 'service', undefined, false],
      ['Component', 'service', 'true', true],
      ['API', 'openapi', 'false', false],
    ])(
      'of a %s of type %s that says service: %s is %s',
      (kind, type, service, is) => {
        expect(isService(entity(kind, type, service))).toBe(is);
      },
    );
  });

  it('goes by the annotation alone where there are no filters', () => {
    const isService = createServiceFilter([]);
    expect(isService(entity('Component', 'service'))).toBe(false);
    expect(isService(entity('Component', 'service', 'true'))).toBe(true);
  });
});
