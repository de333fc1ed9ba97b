import { createBackendModule } from '@backstage/backend-plugin-api';
import { platformProductImportExtensionPoint } from '@platform-product/backstage-plugin-node';
import { createDemoRecords } from './demoRecords';

/** Brings in what the demo's platforms have behind them. */
export const demoRecordsModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'demo-records',
  register(reg) {
    reg.registerInit({
      deps: { imports: platformProductImportExtensionPoint },
      async init({ imports }) {
        imports.addImport({
          id: 'demo',
          load: async ({ now }) => createDemoRecords(now),
        });
      },
    });
  },
});
