import { setTimeout } from 'timers/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  DefaultNotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';

/**
 * Backstage's notifications; where `bench.holdsNotifications` is set, they are
 * never sent, and who sends them waits for ever. Each call takes as many milliseconds
 * longer as `bench.notificationDelay` says, so that a test can come in between.
 */
export const heldNotifications = createServiceFactory({
  service: notificationService,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  factory({ config, ...deps }) {
    if (config.getOptionalBoolean('bench.holdsNotifications')) {
      return { send: () => new Promise<void>(() => {}) };
    }
    const service = DefaultNotificationService.create(deps);
    const delay = config.getOptionalNumber('bench.notificationDelay') ?? 0;
    return {
      async send(notification: Parameters<typeof service.send>[0]) {
        await setTimeout(delay);
        await service.send(notification);
      },
    };
  },
});
