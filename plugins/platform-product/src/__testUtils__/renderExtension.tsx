import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import plugin from '..';
import { Answers } from './answerWith';
import { renderWithApi } from './renderWithApi';

/** A service as the catalog has it. */
export const logs: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'logs', namespace: 'default', title: 'Logs' },
  spec: { type: 'platform' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/logs-team' }],
};

/** The path parameters of that service. */
export const params = { kind: 'component', namespace: 'default', name: 'logs' };

/** Another service. */
export const shop: Entity = {
  ...logs,
  metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
};

function Pages(props: {
  readonly entity: Entity;
  readonly children: JSX.Element;
}) {
  const [entity, setEntity] = useState(props.entity);
  return (
    <>
      <button onClick={() => setEntity(shop)}>Go to Shop</button>
      <EntityProvider entity={entity}>{props.children}</EntityProvider>
    </>
  );
}

/**
 * Shows an extension on the page of a service, with the way to another one's;
 * gives the API's call.
 */
export function renderExtension(options: {
  readonly id: Parameters<typeof plugin.getExtension>[0];
  readonly answers: Answers;
  readonly entity?: Entity;
  readonly apis?: NonNullable<Parameters<typeof renderWithApi>[2]>['apis'];
  readonly config?: NonNullable<Parameters<typeof renderWithApi>[2]>['config'];
}) {
  const { id, answers, entity = logs, apis, config } = options;
  const tester = createExtensionTester(plugin.getExtension(id));
  return renderWithApi(
    <Pages entity={entity}>{tester.reactElement()}</Pages>,
    answers,
    { apis, config },
  );
}
