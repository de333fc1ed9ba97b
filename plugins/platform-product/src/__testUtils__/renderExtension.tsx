import { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import plugin from '..';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Answers, answerWith } from './answerWith';

/** A service as the catalog has it. */
export const logs: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'logs', namespace: 'default', title: 'Logs' },
  spec: { type: 'platform' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/logs-team' }],
};

/** Shows an extension on the page of a service; gives the API's call. */
export function renderExtension(options: {
  readonly id: Parameters<typeof plugin.getExtension>[0];
  readonly answers: Answers;
  readonly entity?: Entity;
}) {
  const { id, answers, entity = logs } = options;
  const call = answerWith(answers);
  const tester = createExtensionTester(plugin.getExtension(id));
  renderInTestApp(
    <EntityProvider entity={entity}>{tester.reactElement()}</EntityProvider>,
    {
      apis: [[platformProductApiRef, { call } as never]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return call;
}
