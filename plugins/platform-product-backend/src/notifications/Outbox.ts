import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { createRepeater } from '../database/createRepeater';
import { runAlone } from '../database/runAlone';
import { chunksOf } from '../database/values';
import { Notification } from './Notification';
import { OutboxItem, OutboxStore } from './OutboxStore';

/** Backstage answers a call when all have been sent to, 200 in a second. */
const mostRecipients = 50;
const itemsPerPage = 500;

const firstWait = 60 * 1000;
/** The waits double, so that the last try comes after about a day. */
const mostTries = 11;

/**
 * Tells people things through Backstage notifications. What is to be told is
 * written together with the act that it is about, so that it is told whatever
 * dies meanwhile; who dies between telling and noting it tells it again, under the
 * same scope. Of what can't be sent, the log has the scope and never the text.
 */
export class Outbox {
  readonly #knex: Knex;
  readonly #store: OutboxStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #deliverDue: () => Promise<void>;

  constructor(options: {
    knex: Knex;
    store: OutboxStore;
    notifications: NotificationService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#deliverDue = createRepeater(() => this.#deliverAll());
  }

  /** Writes what is to be told in the transaction of the act that it is about. */
  async put(
    transaction: Knex.Transaction,
    ...notifications: readonly Notification[]
  ): Promise<void> {
    await this.#store.put(transaction, notifications, this.#now());
  }

  /** Forgets what a person is still to be told. */
  async erase(transaction: Knex.Transaction, userRef: string): Promise<void> {
    await this.#store.erase(transaction, userRef);
  }

  /** Starts to tell what there is; nobody waits for it. */
  async wake(): Promise<void> {
    this.deliver().catch(error => {
      this.#logger.warn('Notifications will be sent later', {
        error: stringifyError(error),
      });
    });
  }

  /** Tells all that is due, unless another backend is at it. */
  async deliver(): Promise<void> {
    return this.#deliverDue();
  }

  async #deliverAll(): Promise<void> {
    await runAlone(this.#knex, 'notifications', async checkAlone => {
      for (;;) {
        const due = await this.#store.listDue(this.#now(), itemsPerPage);
        if (!due.length) return;
        for (const items of groupByText(due)) {
          await this.#tell(items, checkAlone);
        }
      }
    });
  }

  /** A call fails as a whole where one recipient fails: then each has a call. */
  async #tell(
    items: readonly OutboxItem[],
    checkAlone: () => Promise<void>,
  ): Promise<void> {
    await checkAlone();
    try {
      await this.#send(items);
    } catch (error) {
      if (items.length > 1) {
        for (const item of items) await this.#tell([item], checkAlone);
        return;
      }
      await this.#tryLater(items[0], error);
      return;
    }
    await this.#store.remove(items);
  }

  async #tryLater(item: OutboxItem, error: unknown): Promise<void> {
    const { scope, tries } = item;
    const isLast = tries + 1 >= mostTries;
    this.#logger.warn(
      isLast
        ? 'A notification could not be sent, and is given up'
        : 'A notification could not be sent, and is tried again',
      { scope, error: stringifyError(error) },
    );
    if (isLast) await this.#store.remove([item]);
    else {
      const wait = firstWait * 2 ** tries;
      await this.#store.postpone(item, new Date(+this.#now() + wait));
    }
  }

  async #send(items: readonly OutboxItem[]): Promise<void> {
    const [{ title, description, link, scope, topic }] = items;
    await this.#notifications.send({
      recipients: {
        type: 'entity',
        entityRef: items.map(({ recipient }) => recipient),
      },
      // Without any, Backstage would keep that of what it replaces.
      payload: { title, description: description ?? '', link, scope, topic },
    });
  }
}

/** Items that say the same, so many at a time as a call takes. */
function groupByText(items: readonly OutboxItem[]): OutboxItem[][] {
  const groups = new Map<string, OutboxItem[]>();
  for (const item of items) {
    const { title, description, link, scope, topic } = item;
    const text = JSON.stringify([title, description, link, scope, topic]);
    groups.set(text, [...(groups.get(text) ?? []), item]);
  }
  return [...groups.values()].flatMap(group => chunksOf(group, mostRecipients));
}
