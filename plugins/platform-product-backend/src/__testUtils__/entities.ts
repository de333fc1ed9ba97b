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

/** A User; with a login on github.com and an address of the same name. */
export function userEntity(
  name: string,
  options: { readonly groups?: readonly string[] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-user-${name}`,
      annotations: { 'github.com/user-login': name },
    },
    spec: { memberOf: [], profile: { email: `${name}@example.com` } },
    relations: (options.groups ?? []).map(group => ({
      type: 'memberOf',
      targetRef: group,
    })),
  };
}

export function groupEntity(
  name: string,
  options: { readonly members?: readonly string[]; team?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-group-${name}`,
      annotations: options.team
        ? { 'github.com/team-slug': options.team }
        : undefined,
    },
    spec: { type: 'team', children: [] },
    relations: (options.members ?? []).map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
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
