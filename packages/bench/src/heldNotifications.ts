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
 * never sent, and who sends them waits for ever.
 */
export const heldNotifications = createServiceFactory({
  service: notificationService,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  factory({ config, ...deps }) {
    return config.getOptionalBoolean('bench.holdsNotifications')
      ? { send: () => new Promise<void>(() => {}) }
      : DefaultNotificationService.create(deps);
  },
});
