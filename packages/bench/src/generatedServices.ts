import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { personas } from 'demo-auth';
import { benchPeople, emailOf } from './benchPeople';
import { repositoryUrl, serviceWithHistory } from './generatedHistory';

const location = {
  [ANNOTATION_LOCATION]: 'bench:services',
  [ANNOTATION_ORIGIN_LOCATION]: 'bench:services',
};
const teams = 50;
const systems = 200;

/** This persona of the demo owns every hundredth service, and manages them all. */
const { userRef: owner } = personas.consumer;

export const serviceName = (index: number) =>
  `service-${String(index).padStart(5, '0')}`;

/** Names of the members of a team; nobody is in two. */
export const membersOf = (team: number, teamSize: number) =>
  benchPeople.slice(team * teamSize, (team + 1) * teamSize);

function generateService(index: number): Entity {
  const hasVision = index % 3 !== 0;
  const name = serviceName(index);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      // The first is longer than a column of notifications takes.
      title: `Service ${index}${index ? '' : ` ${'x'.repeat(250)}`}`,
      annotations: {
        ...location,
        'platform-product/product-manager': owner,
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
      owner: index % 100 === 0 ? owner : `team-${index % teams}`,
      system: `system-${index % systems}`,
      ...(index > 0 && {
        dependsOn: [
          Math.floor(index / 2),
          // A way back, so that there are circles.
          ...(index % 10 === 1 ? [10 * index] : []),
        ].map(used => `component:default/${serviceName(used)}`),
      }),
    },
  };
}

function generateUser(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, annotations: location },
    spec: { memberOf: [], profile: { email: emailOf(name) } },
  };
}

function generateTeam(index: number, teamSize: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: `team-${index}`, annotations: location },
    spec: { type: 'team', children: [], members: membersOf(index, teamSize) },
  };
}

function generateCatalog(services: number, teamSize: number): Entity[] {
  const users = Object.values(personas).map(
    ({ userRef }) => parseEntityRef(userRef).name,
  );
  return [
    ...[...users, ...benchPeople].map(generateUser),
    ...Array.from({ length: teamSize ? teams : 0 }, (_, index) =>
      generateTeam(index, teamSize),
    ),
    ...Array.from({ length: services }, (_, index) => generateService(index)),
  ];
}

/**
 * Fills the catalog with as many services as `bench.services` says, and with
 * teams of as many people as `bench.teamSize` says; there are none by default.
 */
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
              config.getOptionalNumber('bench.teamSize') ?? 0,
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
