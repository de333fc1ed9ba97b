import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { platformProductImportExtensionPoint } from '@platform-product/backstage-plugin-node';
import { serviceName } from './generatedServices';

const hour = 60 * 60 * 1000;
const by = 'user:default/maya-lund';

/** A past of as many notices as `bench.notices` says, on the service that all others use. */
export const generatedNotices = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'bench-notices',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        imports: platformProductImportExtensionPoint,
      },
      async init({ config, imports }) {
        const count = config.getOptionalNumber('bench.notices') ?? 0;
        imports.addImport({
          id: 'bench-notices',
          load: async () => [],
          loadNotices: async ({ now }) =>
            Array.from({ length: count }, (_, n) => {
              const found = new Date(+now - (n + 1) * 8 * hour);
              const told = new Date(+found + hour / 4);
              return {
                key: `bench ${n}`,
                entityRef: `component:default/${serviceName(0)}`,
                kind: 'outage' as const,
                impact: 'minor' as const,
                title: `Outage ${n}`,
                text: 'It was away for an hour.',
                detectedAt: found,
                updates: [
                  { status: 'investigating', text: 'We look.', by, at: told },
                  {
                    status: 'resolved',
                    text: 'It is back.',
                    by,
                    at: new Date(+told + hour),
                  },
                ],
                reached: [],
              };
            }),
        });
      },
    });
  },
});
