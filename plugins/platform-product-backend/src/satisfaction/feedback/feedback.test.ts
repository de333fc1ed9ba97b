import {
  Feedback,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { feedbackStatuses } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity } from '../../__testUtils__/entities';
import { clearRooms, startRooms } from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-11-05T10:00:00.000Z');
const [logs, metrics] = ['logs', 'metrics'].map(
  name => `component:default/${name}`,
);
/** Of no team that could be told. */
const ofNobody = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'logs', namespace: 'default' },
};
const service = {
  entityRef: logs,
  entity: serviceEntity('logs', { title: 'Log search' }),
};

const personOf = (name: string, isTeam = false) => ({
  userRef: `user:default/${name}`,
  isTeam,
});
const [ada, ben, cleo, dan] = ['ada', 'ben', 'cleo', 'dan'].map(name =>
  personOf(name),
);
const olga = personOf('olga', true);
const machine = { userRef: undefined, isTeam: false };

describe.each(databases.eachSupportedId())('feedback on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    room = startRooms({ knex, now: new Date(start).toISOString() });
  });

  const give = (
    title: string,
    by = ada,
    {
      entityRef = logs,
      ...rest
    }: Partial<Feedback> & { idempotencyKey?: string } = {},
  ) =>
    room.feedback.give(
      { title, visibility: 'public', by: by.userRef, ...rest },
      { entityRef, entity: ofNobody },
      by,
    );
  /** Feedback of nobody, as a release lists it. */
  async function giveAnonymously(title: string) {
    const { id: feedbackId } = await give(title);
    await knex('satisfaction_feedback')
      .where({ id: feedbackId })
      .update({ visibility: 'anonymous', created_by: '' });
    return feedbackId;
  }
  const find = async (feedbackId: string) =>
    (await room.feedback.find(feedbackId))!;
  const list = (
    reader: Parameters<typeof room.feedback.list>[0]['reader'] = ada,
    rest: Partial<Parameters<typeof room.feedback.list>[0]> = {},
  ) => room.feedback.list({ entityRef: logs, reader, limit: 50, ...rest });
  const titles = async (...options: Parameters<typeof list>) =>
    (await list(...options)).items.map(({ title }) => title);
  const vote = async (feedbackId: string, ...voters: (typeof ada)[]) => {
    for (const voter of voters) {
      await room.feedback.vote(
        await find(feedbackId),
        voter.userRef,
        true,
        voter,
      );
    }
  };
  const reply = async (
    feedbackId: string,
    by: typeof ada,
    text: string,
    idempotencyKey?: string,
  ) =>
    room.feedback.reply(
      await find(feedbackId),
      { text, by: by.userRef, fromTeam: by.isTeam, idempotencyKey },
      service,
      by,
    );
  const move = async (
    feedbackId: string,
    status: FeedbackStatus,
    rest: {
      version?: number;
      note?: string;
      link?: string;
      duplicateOf?: string;
      by?: typeof ada;
    } = {},
  ) => {
    const found = await find(feedbackId);
    const { by = olga, version = found.version, ...content } = rest;
    return room.feedback.setStatus(
      found,
      { status, version, by: by.userRef, ...content },
      service,
      by,
    );
  };
  /** Who was told, in their order, and what. */
  const told = () =>
    room.sent.map(({ recipients, payload }) => [
      recipients.type === 'entity' ? recipients.entityRef : recipients.type,
      payload.title,
    ]);

  it('is kept as it was given', async () => {
    const given = await give('Searching is slow', ada, {
      text: 'Above all in the evening.',
      visibility: 'team',
    });
    expect(given).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      entityRef: logs,
      title: 'Searching is slow',
      text: 'Above all in the evening.',
      visibility: 'team',
      author: ada.userRef,
      at: '2026-11-05T10:00:00.000Z',
      version: 1,
      status: 'open',
      votes: 0,
      hasMyVote: false,
      replies: [],
    });
    expect((await list()).items).toEqual([given]);
    expect(room.sent).toEqual([]);
  });

  it('is taken once with one key, of each person by themselves', async () => {
    const first = await give('Slow search', ada, { idempotencyKey: 'k' });
    const again = await give('Slow search', ada, { idempotencyKey: 'k' });
    expect(again.id).toBe(first.id);
    const other = await give('Slow search', ben, { idempotencyKey: 'k' });
    expect(other.id).not.toBe(first.id);
    for (const [title, rest] of [
      ['Fast search', {}],
      ['Slow search', { text: 'Very' }],
      ['Slow search', { visibility: 'team' }],
      ['Slow search', { entityRef: metrics }],
    ] as const) {
      const changed = give(title, ada, { ...rest, idempotencyKey: 'k' });
      await expect(changed).rejects.toMatchObject({ name: 'ConflictError' });
    }
    expect(await knex('satisfaction_feedback')).toHaveLength(2);
    // Without a key, whoever says it twice means it twice.
    await give('Slow search');
    await give('Slow search');
    expect(await knex('satisfaction_feedback')).toHaveLength(4);
  });

  it('comes with the most wanted first, the newest of those that are as wanted', async () => {
    const ids: Record<string, string> = {};
    for (const title of ['first', 'second', 'third', 'fourth']) {
      ids[title] = (await give(title)).id;
      room.setTime(Date.parse((await find(ids[title])).at) + 1);
    }
    await vote(ids.second, ben, cleo);
    await vote(ids.first, ben);
    await vote(ids.third, dan);
    const order = ['second', 'third', 'first', 'fourth'];
    expect(await titles()).toEqual(order);

    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list(ada, { limit: 2, cursor });
      expect(page.totalItems).toBe(4);
      pages.push(page.items.map(({ title }) => title));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(pages).toEqual([order.slice(0, 2), order.slice(2)]);
  });

  it('comes by status, counted in every status', async () => {
    for (const [index, status] of feedbackStatuses.entries()) {
      for (let n = 0; n <= index % 3; n++) {
        const { id: feedbackId } = await give(`${status} ${n}`);
        await knex('satisfaction_feedback')
          .where({ id: feedbackId })
          .update({ status });
      }
    }
    await give('Of another service', ada, { entityRef: metrics });
    const counts = {
      open: 1,
      planned: 2,
      started: 3,
      completed: 1,
      declined: 2,
      duplicate: 3,
    };
    const all = await list();
    expect(all).toMatchObject({ totalItems: 12, counts });
    expect(all.items).toHaveLength(12);
    const planned = await list(ada, { statuses: ['planned'] });
    expect(planned).toMatchObject({ totalItems: 2, counts });
    expect(planned.items.map(({ status }) => status)).toEqual(
      Array(2).fill('planned'),
    );

    const statuses = ['started', 'completed'] as const;
    const first = await list(ada, { statuses, limit: 3 });
    expect(first.totalItems).toBe(4);
    const { nextCursor: cursor } = first.pageInfo;
    const second = await list(ada, { statuses, limit: 3, cursor });
    const found = [...first.items, ...second.items];
    expect(found.map(({ status }) => status).sort()).toEqual([
      'completed',
      ...Array(3).fill('started'),
    ]);
    expect(new Set(found.map(item => item.id)).size).toBe(4);
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it('for the team is shown to the team and the author, in lists, counts and alone', async () => {
    const { id: secret } = await give('Rude', ada, { visibility: 'team' });
    const open = await giveAnonymously('Kind');
    await give('Slow', ben);
    for (const [reader, seen] of [
      [ada, ['Kind', 'Rude', 'Slow']],
      [olga, ['Kind', 'Rude', 'Slow']],
      [ben, ['Kind', 'Slow']],
      [machine, ['Kind', 'Slow']],
    ] as const) {
      const { items, totalItems, counts } = await list(reader);
      expect(items.map(({ title }) => title).sort()).toEqual(seen);
      expect([totalItems, counts]).toEqual([
        seen.length,
        { open: seen.length },
      ]);
      const found = await find(secret);
      expect(room.feedback.isSeen(found, reader)).toBe(seen.length === 3);
      expect(room.feedback.isSeen(await find(open), reader)).toBe(true);
    }
    expect(await find('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('has a vote of each person, which they alone see and take back', async () => {
    const { id: wish } = await give('Slow search');
    const { id: other } = await give('Dark theme', ben);
    await vote(wish, ada, ben, ben, cleo);
    await vote(other, ben);
    const seen = async (reader: Parameters<typeof list>[0]) =>
      Object.fromEntries(
        (await list(reader)).items.map(item => [
          item.title,
          [item.votes, item.hasMyVote],
        ]),
      );
    expect(await seen(ben)).toEqual({
      'Slow search': [3, true],
      'Dark theme': [1, true],
    });
    expect(await seen(cleo)).toEqual({
      'Slow search': [3, true],
      'Dark theme': [1, false],
    });
    expect((await seen(machine))['Slow search']).toEqual([3, false]);
    expect(JSON.stringify(await list(dan))).not.toMatch(/cleo|voters/);

    const withdraw = async (voter: typeof ada) =>
      room.feedback.vote(await find(wish), voter.userRef, false, voter);
    expect(await withdraw(ben)).toMatchObject({ votes: 2, hasMyVote: false });
    expect(await withdraw(dan)).toMatchObject({ votes: 2, hasMyVote: false });
    expect(await seen(ben)).toEqual({
      'Slow search': [2, false],
      'Dark theme': [1, true],
    });
    // Votes are told to nobody.
    expect(room.sent).toEqual([]);
  });

  it('tells its author of a reply, and nobody else', async () => {
    const { id: wish } = await give('Slow search');
    await vote(wish, ben, olga);
    const answered = await reply(wish, olga, 'We cache more.');
    room.setTime(start + 1000);
    const thanked = await reply(wish, ada, 'Thank you');
    expect(answered.replies).toHaveLength(1);
    expect(thanked.replies).toEqual([
      {
        id: answered.replies[0].id,
        text: 'We cache more.',
        by: olga.userRef,
        fromTeam: true,
        at: '2026-11-05T10:00:00.000Z',
      },
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        text: 'Thank you',
        by: ada.userRef,
        fromTeam: false,
        at: '2026-11-05T10:00:01.000Z',
      },
    ]);
    expect(room.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: [ada.userRef] },
        payload: {
          title: 'There is a reply to your feedback on Log search',
          description: 'Slow search',
          link: `/catalog/default/component/logs/satisfaction?feedback=${wish}`,
          scope: `feedback:${wish}`,
          topic: 'Feedback',
        },
      },
    ]);
    // A reply moves nothing.
    expect(await find(wish)).toMatchObject({ status: 'open', version: 1 });

    await reply(wish, ben, 'Same here');
    expect(room.sent).toHaveLength(2);
    await reply(await giveAnonymously('Kind'), olga, 'Thank you');
    expect(room.sent).toHaveLength(2);
  });

  it('takes a reply once with one key, and tells of it once', async () => {
    const { id: wish } = await give('Slow search');
    const { id: other } = await give('Dark theme');
    await reply(wish, olga, 'We cache more.', 'k');
    const again = await reply(wish, olga, 'We cache more.', 'k');
    expect(again.replies).toHaveLength(1);
    expect(room.sent).toHaveLength(1);
    for (const changed of [
      reply(wish, olga, 'We cache less.', 'k'),
      reply(other, olga, 'We cache more.', 'k'),
    ]) {
      await expect(changed).rejects.toMatchObject({ name: 'ConflictError' });
    }
    await reply(wish, ben, 'We cache more.', 'k');
    expect((await find(wish)).replies).toHaveLength(2);
    expect((await find(other)).replies).toEqual([]);
    expect(room.sent).toHaveLength(2);
  });

  it.each<[FeedbackStatus, FeedbackStatus, string]>([
    ['open', 'planned', 'is planned'],
    ['open', 'started', 'is being worked on'],
    ['open', 'completed', 'is done'],
    ['open', 'declined', 'was declined'],
    ['open', 'duplicate', 'goes on in another one'],
    ['planned', 'open', 'is open again'],
  ])(
    'tells its author and voters when it goes from %s to %s that it %s',
    async (from, to, words) => {
      const { id: other } = await give('Search takes long', dan);
      const { id: wish } = await give('Slow search');
      await vote(other, cleo);
      await vote(wish, ada, ben, olga);
      if (from !== 'open') await move(wish, from);
      room.sent.splice(0);
      await move(wish, to, {
        note: 'See the roadmap',
        link: 'https://example.com/7',
        ...(to === 'duplicate' && { duplicateOf: other }),
      });
      // Each once, and not whoever does it, nor those of the other one.
      expect(room.sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: [ada.userRef, ben.userRef],
          },
          payload: {
            title: `Log search: “Slow search” ${words}`,
            description: 'See the roadmap',
            link: `/catalog/default/component/logs/satisfaction?feedback=${wish}`,
            scope: `feedback:${wish}`,
            topic: 'Feedback',
          },
        },
      ]);
    },
  );

  it('tells voters where nobody is its author, and nobody where there is nobody', async () => {
    const wish = await giveAnonymously('Slow search');
    await move(wish, 'planned');
    expect(room.sent).toEqual([]);
    await vote(wish, ben);
    await move(wish, 'completed');
    expect(told()).toEqual([
      [[ben.userRef], 'Log search: “Slow search” is done'],
    ]);
    const { id: own } = await give('Dark theme', olga);
    await move(own, 'planned');
    await give('Light theme');
    expect(room.sent).toHaveLength(1);
  });

  it('tells nobody when its status stays, or could not be set', async () => {
    const { id: wish } = await give('Slow search');
    await move(wish, 'planned');
    await move(wish, 'planned', { note: 'In May' });
    expect(room.sent).toHaveLength(1);
    await expect(move(wish, 'declined', { version: 2 })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(
      move(wish, 'duplicate', { duplicateOf: wish }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(room.sent).toHaveLength(1);
    expect(await find(wish)).toMatchObject({
      status: 'planned',
      statusNote: 'In May',
      version: 3,
    });
  });

  it('moves although nobody can be told', async () => {
    const { id: wish } = await give('Slow search');
    room.failToSend.mockRejectedValue(new Error('Mail is down'));
    expect(await move(wish, 'planned')).toMatchObject({ status: 'planned' });
    expect((await reply(wish, olga, 'Soon')).replies).toHaveLength(1);
    expect(room.logger.warn).toHaveBeenCalledTimes(2);
  });

  it('is what the last one has made of it, as a whole', async () => {
    const { id: other } = await give('Search takes long');
    const { id: wish } = await give('Slow search');
    room.setTime(start + day);
    expect(
      await move(wish, 'duplicate', {
        note: 'Told before',
        link: 'https://example.com/7',
        duplicateOf: other,
      }),
    ).toMatchObject({
      version: 2,
      status: 'duplicate',
      statusNote: 'Told before',
      link: 'https://example.com/7',
      duplicateOf: other,
      movedAt: '2026-11-06T10:00:00.000Z',
      at: '2026-11-05T10:00:00.000Z',
    });
    room.setTime(start + 2 * day);
    const moved = await move(wish, 'started');
    expect(moved).toMatchObject({
      version: 3,
      status: 'started',
      movedAt: '2026-11-07T10:00:00.000Z',
    });
    expect([moved.statusNote, moved.link, moved.duplicateOf]).toEqual(
      Array(3).fill(undefined),
    );
    // The other one has not moved, and may be set by its own version.
    expect(await find(other)).toMatchObject({ version: 1, status: 'open' });
    expect(await move(other, 'planned')).toMatchObject({ version: 2 });
    for (const version of [1, 2, 4]) {
      await expect(move(wish, 'open', { version })).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          'Somebody has changed this feedback meanwhile; look at it again',
      });
    }
    expect(await find(wish)).toMatchObject({ version: 3, status: 'started' });
  });

  it('is a duplicate of other feedback on its service alone, and never around', async () => {
    const ids: string[] = [];
    for (const title of ['First', 'Second', 'Third', 'Fourth']) {
      ids.push((await give(title)).id);
    }
    const { id: elsewhere } = await give('Other', ada, { entityRef: metrics });
    const unknown = '00000000-0000-4000-8000-000000000000';
    const duplicate = (one: string, other: string) =>
      move(one, 'duplicate', { duplicateOf: other });
    const refused = {
      name: 'InputError',
      message:
        'Invalid request: duplicateOf: must be other feedback on this service',
    };
    for (const other of [elsewhere, unknown, ids[0]]) {
      await expect(duplicate(ids[0], other)).rejects.toMatchObject(refused);
    }
    await duplicate(ids[0], ids[1]);
    await duplicate(ids[1], ids[2]);
    await duplicate(ids[3], ids[1]);
    for (const one of [ids[1], ids[2]]) {
      await expect(duplicate(one, ids[0])).rejects.toMatchObject(refused);
    }
    // Once it goes on by itself again, the way is free.
    await move(ids[1], 'open');
    expect(await duplicate(ids[2], ids[0])).toMatchObject({
      duplicateOf: ids[0],
    });
  });

  describe('as evidence', () => {
    const collect = async (refs = [logs]) =>
      (await room.collect('feedback', refs)).map(({ result, summary }) => [
        result,
        summary,
      ]);
    const none = ['not-applicable', 'No feedback is older than 30 days'];
    /** The given number, the first of which the team has answered. */
    async function giveMany(total: number, answered: number, entityRef = logs) {
      for (let n = 0; n < total; n++) {
        const { id: wish } = await give(`Wish ${n}`, ada, { entityRef });
        if (n < answered) await move(wish, 'planned', { note: 'Soon' });
      }
    }

    it('counts what is older than 30 days, to the moment', async () => {
      await giveMany(1, 0);
      expect(await collect()).toEqual([none]);
      room.setTime(start + 30 * day);
      expect(await collect()).toEqual([none]);
      room.setTime(start + 30 * day + 1);
      await giveMany(3, 3);
      expect(await collect()).toEqual([
        ['fail', '0 % of 1 older than 30 days have a status and a reply'],
      ]);
    });

    it.each([
      [10, 7, 'pass', 70],
      [20, 14, 'pass', 70],
      [10, 6, 'fail', 60],
      [13, 9, 'fail', 69],
      [3, 2, 'fail', 67],
      [1, 1, 'pass', 100],
    ])(
      'wants 70 %% of it answered: of %d, %d are a %s',
      async (total, answered, result, percent) => {
        await giveMany(total, answered);
        room.setTime(start + 31 * day);
        expect(await collect()).toEqual([
          [
            result,
            `${percent} % of ${total} older than 30 days have a status and a reply`,
          ],
        ]);
      },
    );

    it.each<[string, boolean, (wish: string) => Promise<unknown>]>([
      ['nothing', false, async () => {}],
      ['a reply of the team alone', false, wish => reply(wish, olga, 'Yes')],
      ['a status alone', false, wish => move(wish, 'planned')],
      [
        'a status with a note',
        true,
        wish => move(wish, 'declined', { note: 'No' }),
      ],
      [
        'a status and a reply of others',
        false,
        async wish => {
          await move(wish, 'completed');
          await reply(wish, ben, 'Yes');
        },
      ],
      [
        'a status and a reply of the team',
        true,
        async wish => {
          await reply(wish, ben, 'Why?');
          await reply(wish, olga, 'Because');
          await move(wish, 'started');
        },
      ],
      [
        'being open again, with a note',
        false,
        async wish => {
          await move(wish, 'completed', { note: 'Done' });
          await move(wish, 'open', { note: 'Not quite' });
        },
      ],
    ])('takes %s as an answer: %s', async (_, isAnswered, act) => {
      const { id: wish } = await give('Slow search');
      await act(wish);
      room.setTime(start + 31 * day);
      const [[result]] = await collect();
      expect(result).toBe(isAnswered ? 'pass' : 'fail');
    });

    it('tells services apart, and takes all kinds of feedback', async () => {
      await giveMany(2, 2);
      await giveMany(2, 0, metrics);
      await give('Rude', ada, { visibility: 'team' });
      await giveAnonymously('Kind');
      room.setTime(start + 31 * day);
      const evidence = await room.collect('feedback', [
        metrics,
        'component:default/traces',
        logs,
      ]);
      const words = 'older than 30 days have a status and a reply';
      expect(evidence).toEqual([
        {
          entityRef: metrics,
          source: 'feedback',
          result: 'fail',
          summary: `0 % of 2 ${words}`,
        },
        {
          entityRef: 'component:default/traces',
          source: 'feedback',
          result: none[0],
          summary: none[1],
        },
        {
          entityRef: logs,
          source: 'feedback',
          result: 'fail',
          summary: `50 % of 4 ${words}`,
        },
      ]);
    });
  });
});
