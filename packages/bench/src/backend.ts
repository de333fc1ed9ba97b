import { createBackend } from '@backstage/backend-defaults';
import { demoAuthProvider } from 'demo-auth';
import { generatedHistory } from './generatedHistory';
import { generatedNotices } from './generatedNotices';
import { generatedRatings } from './generatedRatings';
import { generatedServices } from './generatedServices';
import { heldNotifications } from './heldNotifications';
import { unlockedTasks } from './unlockedTasks';

/**
 * A backend with nothing but what services, their levels and their ratings take,
 * on a catalog of generated services. The bench and the tests of whole backends
 * start it as a process.
 */
const backend = createBackend();

// The process that started it is gone, for whatever reason.
process.stdin.resume().once('close', () => process.exit());

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(demoAuthProvider);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(generatedServices);
backend.add(generatedHistory);
backend.add(generatedRatings);
backend.add(generatedNotices);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(unlockedTasks);
backend.add(heldNotifications);
backend.add(import('@platform-product/backstage-plugin-backend'));

backend.start();
