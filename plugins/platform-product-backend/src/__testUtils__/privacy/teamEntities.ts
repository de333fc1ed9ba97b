import { Entity } from '@backstage/catalog-model';
import { userEntity } from '../entities';
import { team } from './World';

const squad = 'group:default/squad';

/** The people of a group that is below all who own services. */
export function teamEntities(): Entity[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'squad', namespace: 'default' },
      relations: [
        ...['x', 'y'].map(name => ({
          type: 'childOf',
          targetRef: `group:default/${name}`,
        })),
        ...team.map(targetRef => ({ type: 'hasMember', targetRef })),
      ],
    },
    ...team.map(ref => userEntity(ref.split('/')[1], { groups: [squad] })),
  ];
}
