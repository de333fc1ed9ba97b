import { Entity } from '@backstage/catalog-model';
import { annotations } from '@platform-product/backstage-plugin-common';

/** A platform service as the catalog would return it. */
export function serviceEntity(
  name: string,
  options: {
    readonly owner?: string;
    readonly annotations?: Record<string, string>;
    readonly relations?: Entity['relations'];
    readonly title?: string;
    readonly system?: string;
  } = {},
): Entity {
  const owner = options.owner ?? 'group:default/logs-team';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      title: options.title,
      annotations: {
        [annotations.productManager]: 'maya',
        [annotations.vision]: 'https://docs.example.com/vision',
        [annotations.roadmap]: 'https://docs.example.com/roadmap',
        ...options.annotations,
      },
    },
    spec: { type: 'platform', lifecycle: 'production', owner },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'dependencyOf', targetRef: 'component:default/shop' },
      ...(options.system
        ? [{ type: 'partOf', targetRef: options.system }]
        : []),
      ...(options.relations ?? []),
    ],
  };
}

export function userEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', uid: `uid-user-${name}` },
    spec: { memberOf: [] },
  };
}

/** A small ladder that annotations, consumers and attestations can climb. */
export const smallLadder = {
  criteria: Object.fromEntries([
    ...[
      'vision-roadmap',
      'listening',
      'asked',
      'honest',
      'workload',
      'in-the-loop',
      'outside-changes',
      'timely-review',
      'answered',
      'loop-closed',
      'ktlo-in-hand',
      'path-to-reviewer',
      'outside-reviews',
      'healthy-reviews',
      'traced',
      'post-mortems',
    ].map(id => [id, { enabled: false }]),
  ]),
};
