import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';

const never = { hours: 10 };

/** By which a task is triggered on one backend, whatever the others do. */
export const unlockedIdOf = (taskId: string) => `${taskId}-unlocked`;

/**
 * Backstage's scheduler, which lets one backend at a time run a task, with a twin
 * of each task that takes no lock and runs only when it is triggered. So a test
 * can have several backends do the same work at the same moment.
 */
export const unlockedTasks = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    httpRouter: coreServices.httpRouter,
    logger: coreServices.logger,
    metrics: metricsServiceRef,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory(deps) {
    const scheduler = DefaultSchedulerService.create(deps);
    const schedule = scheduler.scheduleTask.bind(scheduler);
    return Object.assign(scheduler, {
      async scheduleTask(task: Parameters<typeof schedule>[0]) {
        await schedule(task);
        await schedule({
          ...task,
          id: unlockedIdOf(task.id),
          scope: 'local',
          frequency: never,
          initialDelay: never,
        });
      },
    });
  },
});
