import { mockServices } from '@backstage/backend-test-utils';
import { platformProductPermissions } from '@platform-product/backstage-plugin-common';
import { serviceEntity } from '../__testUtils__/entities';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { serviceResourceRef, serviceRules } from './permissionRules';
import { registerPermissions } from './registerPermissions';

it('makes permissions, rules and services known to the framework', async () => {
  const permissionsRegistry = mockServices.permissionsRegistry.mock();
  const { catalog, asked } = hidingCatalog({
    entities: [serviceEntity('logs'), serviceEntity('metrics')],
  });
  registerPermissions({
    permissionsRegistry,
    catalog,
    auth: mockServices.auth({ pluginId: 'platform-product' }),
  });
  const [[registered]] = permissionsRegistry.addResourceType.mock.calls;
  expect(registered).toMatchObject({
    resourceRef: serviceResourceRef,
    permissions: platformProductPermissions,
    rules: [
      serviceRules.isOwner,
      serviceRules.isProductManager,
      serviceRules.hasAnnotation,
    ],
  });
  const resources = await registered.getResources!([
    'component:default/metrics',
    'component:default/gone',
    'component:default/logs',
  ]);
  expect(
    resources.map(entity => (entity as { metadata?: object })?.metadata),
  ).toMatchObject([{ name: 'metrics' }, undefined, { name: 'logs' }]);
  expect(asked).toEqual(['getEntitiesByRefs as service']);
});
