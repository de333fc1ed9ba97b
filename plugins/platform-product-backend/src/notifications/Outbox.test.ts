import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { migrationsDirectory } from '../database/prepareDatabase';
import { toTimestamp } from '../database/values';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import { Notification } from './Notification';
import { Outbox } from './Outbox';

jest.setTimeout(60_000);

const start = Date.parse('2026-11-26T10:00:00.000Z');
const minute = 60_000;
const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map(
  name => `user:default/${name}`,
);

const notification = (rest: Partial<Notification> = {}): Notification => ({
  to: [ada],
  topic: 'Reviews',
  title: 'There is news',
  link: '/platform-product/reviews',
  scope: 'news:1',
  ...rest,
});

describe.each(databases.eachSupportedId())('the outbox on %s', id => {
  let knex: Knex;
  let now: number;
  let sent: Array<{
    readonly to: readonly string[];
    readonly payload: NotificationSendOptions['payload'];
  }>;
  /** Called before each call; may throw. */
  let onSend: (to: readonly string[]) => Promise<void> | void;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await knex('notifications_outbox').delete();
    now = start;
    sent = [];
    onSend = () => {};
    logger.warn.mockClear();
  });

  /** As a backend has it that has just started. */
  const createOutbox = () =>
    new Outbox({
      knex,
      store: new DatabaseOutboxStore(knex),
      notifications: {
        async send({ recipients, payload }) {
          const to = [
            (recipients as { entityRef: string | string[] }).entityRef,
          ].flat();
          await onSend(to);
          sent.push({ to, payload });
        },
      },
      logger,
      now: () => new Date(now),
    });

  const put = (...notifications: readonly Notification[]) =>
    knex.transaction(transaction =>
      createOutbox().put(transaction, ...notifications),
    );
  const deliver = () => createOutbox().deliver();
  const told = () => sent.map(({ to, payload }) => [to, payload.title]);
  const left = async () =>
    (await knex('notifications_outbox').orderBy('recipient')).map(row => [
      row.recipient,
      row.tries,
    ]);

  it('tells what was put into it, once, and keeps nothing', async () => {
    await put(notification({ description: 'Read it' }));
    await deliver();
    expect(sent).toEqual([
      {
        to: [ada],
        payload: {
          title: 'There is news',
          description: 'Read it',
          link: '/platform-product/reviews',
          scope: 'news:1',
          topic: 'Reviews',
        },
      },
    ]);
    expect(await left()).toEqual([]);
    await deliver();
    expect(sent).toHaveLength(1);
  });

  it('tells nothing of what was not done', async () => {
    await expect(
      knex.transaction(async transaction => {
        await createOutbox().put(transaction, notification());
        throw new Error('It has not happened');
      }),
    ).rejects.toThrow('It has not happened');
    await deliver();
    expect(sent).toEqual([]);
  });

  it('tells what a backend has left that is no more', async () => {
    await put(notification());
    await createOutbox().deliver();
    expect(told()).toEqual([[[ada], 'There is news']]);
  });

  it('tells those together who are told the same, fifty at a time', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `user:default/u${n}`);
    await put(
      notification({ to: many }),
      notification({ to: [ada], title: 'Something else' }),
      notification({ to: [ben] }),
    );
    await deliver();
    expect(told().map(([to, title]) => [to.length, title])).toEqual([
      [50, 'There is news'],
      [50, 'There is news'],
      [21, 'There is news'],
      [1, 'Something else'],
    ]);
    expect(sent.flatMap(({ to }) => to)).toHaveLength(122);
  });

  if (id !== 'SQLITE_3') {
    it('tells nothing more once another backend may be at it', async () => {
      await put(notification({ title: 'One' }));
      await put(notification({ to: [ben], title: 'Another' }));
      onSend = async () => {
        onSend = () => {};
        await knex.raw(
          `select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted
              and database = (select oid from pg_database
                where datname = current_database())`,
        );
      };
      await expect(deliver()).rejects.toThrow();
      expect(told().map(([, title]) => title)).toEqual(['One']);
      await deliver();
      expect(told().map(([, title]) => title)).toEqual(['One', 'Another']);
    });
  }

  it('tells the oldest first', async () => {
    await put(notification({ scope: 'a', title: 'First' }));
    now += 1;
    await put(
      notification({ scope: 'c', title: 'Second' }),
      notification({ scope: 'b', title: 'Third' }),
    );
    await deliver();
    expect(told().map(([, title]) => title)).toEqual([
      'First',
      'Second',
      'Third',
    ]);
  });

  it('tells a person only the last of what has the same scope', async () => {
    await put(notification({ to: [ada, ben], title: 'You are asked' }));
    await put(notification({ to: [ada], title: 'It was taken back' }));
    await put(notification({ to: [ada], scope: 'other', title: 'Other' }));
    await deliver();
    expect(told()).toEqual([
      [[ada], 'It was taken back'],
      [[ben], 'You are asked'],
      [[ada], 'Other'],
    ]);
  });

  it('tells what takes the place of something that is being told', async () => {
    await put(notification({ title: 'You are asked' }));
    let isFirst = true;
    onSend = async () => {
      if (!isFirst) return;
      isFirst = false;
      await put(notification({ title: 'It was taken back' }));
    };
    await deliver();
    expect(told()).toEqual([
      [[ada], 'You are asked'],
      [[ada], 'It was taken back'],
    ]);
    expect(await left()).toEqual([]);
  });

  it('tells the others where one can’t be told', async () => {
    onSend = to => {
      if (to.includes(ben)) throw new Error('No such person');
    };
    await put(notification({ to: [ada, ben, cleo] }));
    await deliver();
    expect(told()).toEqual([
      [[ada], 'There is news'],
      [[cleo], 'There is news'],
    ]);
    expect(await left()).toEqual([[ben, 1]]);
    expect(logger.warn.mock.calls).toEqual([
      [
        'A notification could not be sent, and is tried again',
        { scope: 'news:1', error: 'Error: No such person' },
      ],
    ]);
  });

  it('tries again after a minute, then ever later, and gives up after a day', async () => {
    onSend = () => {
      throw new Error('Mail is down');
    };
    await put(notification());
    await deliver();
    const tries: number[] = [];
    for (let wait = minute; (await left()).length; wait *= 2) {
      now += wait - 1;
      await deliver();
      tries.push((await left())[0][1]);
      now += 1;
      await deliver();
    }
    expect(tries).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((now - start) / (60 * minute)).toBeCloseTo(17.05, 2);
    expect(logger.warn).toHaveBeenLastCalledWith(
      'A notification could not be sent, and is given up',
      { scope: 'news:1', error: 'Error: Mail is down' },
    );
    expect(sent).toEqual([]);
  });

  it('keeps no finer than the day when somebody was to be told', async () => {
    await put(notification());
    const { due_at: dueAt } = await knex('notifications_outbox').first();
    expect(toTimestamp(dueAt)).toBe('2026-11-26T00:00:00.000Z');
  });

  it('starts over with what is said anew', async () => {
    onSend = () => {
      throw new Error('Mail is down');
    };
    await put(notification());
    await deliver();
    await put(notification({ title: 'Now' }));
    onSend = () => {};
    await deliver();
    expect(told()).toEqual([[[ada], 'Now']]);
  });

  it('cuts what is too long to be kept, and keeps scopes apart', async () => {
    const long = 'component:default/'.padEnd(700, 'x');
    await put(
      notification({ title: '🧨'.repeat(260), scope: `roster:${long}:a` }),
      notification({ title: 'short', scope: `roster:${long}:b` }),
    );
    await deliver();
    const [one, other] = sent.map(({ payload }) => payload);
    expect(one.title).toBe(`${'🧨'.repeat(254)}…`);
    expect([...one.scope!]).toHaveLength(255);
    expect([...other.scope!]).toHaveLength(255);
    expect(one.scope).not.toBe(other.scope);
  });

  it('hands over no markup that anybody typed', async () => {
    await put(
      notification({
        title: '<script>alert(1)</script>',
        description: '<!channel> <https://example.com|click>',
      }),
    );
    await deliver();
    expect(sent[0].payload).toMatchObject({
      title: '‹script›alert(1)‹/script›',
      description: '‹!channel› ‹https://example.com|click›',
    });
  });

  it('is woken without anybody waiting', async () => {
    let isTold = () => {};
    const telling = new Promise<void>(resolve => {
      isTold = resolve;
    });
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    onSend = async () => {
      isTold();
      await held;
    };
    await put(notification());
    const outbox = createOutbox();
    await outbox.wake();
    await telling;
    expect(sent).toEqual([]);
    // Whoever comes meanwhile waits for one more look.
    await put(notification({ scope: 'other', title: 'Other' }));
    const done = outbox.deliver();
    goOn();
    await done;
    expect(told().map(([, title]) => title)).toEqual([
      'There is news',
      'Other',
    ]);
  });

  it('says that it goes on later where the database is away', async () => {
    const store = new DatabaseOutboxStore(knex);
    store.listDue = async () => {
      throw new Error('No connection');
    };
    const outbox = new Outbox({
      knex,
      store,
      notifications: { send: async () => {} },
      logger,
      now: () => new Date(now),
    });
    await outbox.wake();
    await expect(outbox.deliver()).rejects.toThrow('No connection');
    expect(logger.warn).toHaveBeenCalledWith(
      'Notifications will be sent later',
      { error: 'Error: No connection' },
    );
  });

  it('forgets what somebody is still to be told who is erased', async () => {
    await put(notification({ to: [ada, ben] }));
    await knex.transaction(transaction =>
      new DatabaseOutboxStore(knex).erase(transaction, ada),
    );
    await deliver();
    expect(told()).toEqual([[[ben], 'There is news']]);
  });
});
