import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { benchPeople, emailOf } from './benchPeople';
import { repositoryUrl, serviceWithHistory } from './generatedHistory';

const location = {
  [ANNOTATION_LOCATION]: 'bench:services',
  [ANNOTATION_ORIGIN_LOCATION]: 'bench:services',
};
const teams = 50;
const systems = 200;

/** The persona `consumer` of the demo owns every hundredth service. */
const persona = 'carl-nystrom';

function generateService(index: number): Entity {
  const hasVision = index % 3 !== 0;
  const name = `service-${String(index).padStart(5, '0')}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      title: `Service ${index}`,
      annotations: {
        ...location,
        'platform-product/product-manager': `user:default/${persona}`,
        ...(name === serviceWithHistory && {
          [ANNOTATION_SOURCE_LOCATION]: `url:${repositoryUrl}/`,
        }),
        ...(hasVision && {
          'platform-product/vision': `https://example.com/${index}/vision`,
          'platform-product/roadmap': `https://example.com/${index}/roadmap`,
        }),
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner:
        index % 100 === 0 ? `user:default/${persona}` : `team-${index % teams}`,
      system: `system-${index % systems}`,
      ...(index > 0 && {
        dependsOn: [
          `component:default/service-${String(Math.floor(index / 2)).padStart(
            5,
            '0',
          )}`,
        ],
      }),
    },
  };
}

function generateCatalog(services: number): Entity[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: persona, annotations: location },
      spec: { memberOf: [] },
    },
    ...benchPeople.map(
      (name): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name, annotations: location },
        spec: { memberOf: [], profile: { email: emailOf(name) } },
      }),
    ),
    ...Array.from({ length: services }, (_, index) => generateService(index)),
  ];
}

/** Fills the catalog with as many services as `bench.services` says. */
export const generatedServices = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench-services',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ config, processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'bench-services',
          async connect(connection) {
            const entities = generateCatalog(
              config.getNumber('bench.services'),
            );
            await connection.applyMutation({
              type: 'full',
              entities: entities.map(entity => ({
                entity,
                locationKey: 'bench:services',
              })),
            });
          },
        });
      },
    });
  },
});
