import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';

export interface Notice {
  /** Refs of users, or of groups whose members are all told. */
  readonly to: string | readonly string[];
  readonly title: string;
  readonly description?: string;
  /** Path within the app. */
  readonly link: string;
  /** The same scope replaces what was sent before. */
  readonly scope: string;
}

/**
 * Tells people things through Backstage notifications. What can't be sent is
 * logged, without its text; the work that led to it stands.
 */
export class Notifier {
  readonly #notifications: NotificationService;
  readonly #topic: string;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    /** By which people choose what reaches them. */
    topic: string;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#topic = options.topic;
    this.#logger = options.logger;
  }

  /** Whether it could be sent. */
  async tell({ to, scope, ...payload }: Notice): Promise<boolean> {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: [to].flat() as string[] },
        payload: { ...payload, scope, topic: this.#topic },
      });
      return true;
    } catch (error) {
      this.#logger.warn('A notification could not be sent', {
        scope,
        error: stringifyError(error),
      });
      return false;
    }
  }
}
