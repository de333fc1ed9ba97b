import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  platformProductImportExtensionPoint,
  platformProductReviewSourceExtensionPoint,
} from '@platform-product/backstage-plugin-node';
import { createDemoGitHistory } from './demoGitHistory';
import { createDemoEvents } from './demoEvents';
import { createDemoNotices } from './demoNotices';
import { createDemoPosts } from './demoPosts';
import { createDemoRatings } from './demoRatings';
import { createDemoRecords } from './demoRecords';
import { createDemoRoadmaps } from './demoRoadmaps';
import { createDemoRosters } from './demoRosters';
import { DemoForge } from './DemoForge';

/** Brings in what the demo's platforms have behind them. */
export const demoRecordsModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'demo-records',
  register(reg) {
    reg.registerInit({
      deps: {
        imports: platformProductImportExtensionPoint,
        sources: platformProductReviewSourceExtensionPoint,
      },
      async init({ imports, sources }) {
        await createDemoGitHistory(new Date());
        sources.addSource(new DemoForge());
        imports.addImport({
          id: 'demo',
          load: async ({ now }) => createDemoRecords(now),
          loadRosters: async ({ now }) => createDemoRosters(now),
          loadRatings: async ({ now }) => createDemoRatings(now),
          loadNotices: async ({ now }) => createDemoNotices(now),
          loadPosts: async ({ now }) => createDemoPosts(now),
          loadEvents: async ({ now }) => createDemoEvents(now),
          loadRoadmaps: async ({ now }) => createDemoRoadmaps(now),
        });
      },
    });
  },
});
