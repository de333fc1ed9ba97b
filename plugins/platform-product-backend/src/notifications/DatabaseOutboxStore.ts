import { createHash } from 'crypto';
import { Knex } from 'knex';
import { insertMany } from '../database/insertMany';
import { shorten } from '../database/shorten';
import { dayOf, optionalText } from '../database/values';
import { Notification } from './Notification';
import { OutboxItem, OutboxStore } from './OutboxStore';

const outbox = 'notifications_outbox';

/** What Backstage keeps a title and a scope in. */
const longest = 255;
const hashLength = 43;

interface OutboxRow {
  id: number | string;
  recipient: string;
  scope: string;
  topic: string;
  title: string;
  description: string | null;
  link: string;
  version: number;
  tries: number;
}

/** A scope that is too long keeps its beginning, and a hash tells it from others. */
function fitScope(scope: string): string {
  if ([...scope].length <= longest) return scope;
  const hash = createHash('sha256').update(scope).digest('base64url');
  return `${shorten(scope, longest - hashLength)}${hash}`;
}

/**
 * What people typed, such as a title, must be neither markup nor a mention to who
 * passes notifications on: mails are HTML, and chats have a syntax of their own.
 */
function withoutMarkup(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** Keeps what people are still to be told in the plugin's database. */
export class DatabaseOutboxStore implements OutboxStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async put(
    transaction: Knex.Transaction,
    notifications: readonly Notification[],
    at: Date,
  ): Promise<void> {
    const rows = new Map(
      notifications.flatMap(({ to, ...notification }) =>
        to.map(recipient => {
          const { description } = notification;
          const row = {
            recipient,
            scope: fitScope(notification.scope),
            topic: notification.topic,
            title: shorten(withoutMarkup(notification.title), longest),
            description:
              description === undefined ? null : withoutMarkup(description),
            link: notification.link,
            version: 1,
            // When somebody was asked is nobody's business.
            due_at: dayOf(at),
            tries: 0,
          };
          return [`${row.recipient} ${row.scope}`, row] as const;
        }),
      ),
    );
    await insertMany(transaction, outbox, [...rows.values()], {
      onConflict: `on conflict (recipient, scope) do update set
        topic = excluded.topic, title = excluded.title,
        description = excluded.description, link = excluded.link,
        version = notifications_outbox.version + 1,
        due_at = excluded.due_at, tries = excluded.tries`,
    });
  }

  async listDue(by: Date, limit: number): Promise<OutboxItem[]> {
    const rows: OutboxRow[] = await this.#knex(outbox)
      .where('due_at', '<=', by)
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({
      id: String(row.id),
      recipient: row.recipient,
      scope: row.scope,
      topic: row.topic,
      title: row.title,
      description: optionalText(row.description),
      link: row.link,
      version: row.version,
      tries: row.tries,
    }));
  }

  async remove(items: readonly OutboxItem[]): Promise<void> {
    await this.#knex(outbox)
      .whereIn(
        ['id', 'version'],
        items.map(({ id, version }) => [id, version]),
      )
      .delete();
  }

  async postpone(item: OutboxItem, until: Date): Promise<void> {
    const { id, version, tries } = item;
    await this.#knex(outbox)
      .where({ id, version })
      .update({ due_at: until, tries: tries + 1 });
  }

  async erase(transaction: Knex.Transaction, userRef: string): Promise<void> {
    await transaction(outbox).where('recipient', userRef).delete();
  }
}
