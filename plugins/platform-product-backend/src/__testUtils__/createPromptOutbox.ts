import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { DatabaseOutboxStore } from '../notifications/DatabaseOutboxStore';
import { Outbox } from '../notifications/Outbox';

/** An outbox whose acts are told at once, before those who acted go on. */
export function createPromptOutbox(options: {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly now: () => Date;
}) {
  const sent: NotificationSendOptions[] = [];
  const failToSend = jest.fn(async () => {});
  const outbox = new Outbox({
    ...options,
    store: new DatabaseOutboxStore(options.knex),
    notifications: {
      async send(notification) {
        await failToSend();
        sent.push(notification);
      },
    },
  });
  jest.spyOn(outbox, 'wake').mockImplementation(() => outbox.deliver());
  return {
    outbox,
    /** Notifications in their order. */
    sent,
    /** Called before each notification; may reject. */
    failToSend,
  };
}
