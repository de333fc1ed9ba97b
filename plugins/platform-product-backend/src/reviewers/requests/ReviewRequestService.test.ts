import { randomUUID } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import {
  Availability,
  ReviewRequest,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity, userEntity } from '../../__testUtils__/entities';
import { toDate } from '../../database/values';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const carl = 'user:default/carl';
const nina = 'user:default/nina';
const paul = 'user:default/paul';
const rita = 'user:default/rita';
const url = 'https://github.com/northwind/logs';
const paths = ['charts/values.yaml'];
const note = 'A value was missing.';

/** A Wednesday. */
const now = '2026-07-08T10:00:00.000Z';
const tomorrow = '2026-07-09T10:00:00.000Z';
const signal = new AbortController().signal;

const named = (name: string, displayName: string): Entity => ({
  ...userEntity(name),
  spec: { profile: { displayName } } as Entity['spec'],
});

describe.each(databases.eachSupportedId())(
  'ReviewRequestService on %s',
  database => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await createReviewersDatabase(database);
    });

    /** Nina, Paul and Rita review for logs; the first knows most of it. */
    async function start(
      options: {
        readonly target?: string;
        readonly guide?: string;
        readonly now?: string;
        readonly reviewers?: readonly string[];
      } = {},
    ) {
      const entity = serviceEntity('logs', {
        title: 'Log aggregation',
        annotations: {
          'github.com/project-slug': 'northwind/logs',
          ...(options.target && {
            'platform-product/review-target': options.target,
          }),
        },
      });
      const mesh = serviceEntity('mesh');
      const { guide } = options;
      const room = await createTestReviewersRoom({
        knex,
        files: guide
          ? new Map([[`${url}/blob/HEAD/CONTRIBUTING.md`, guide]])
          : undefined,
        now: options.now ?? now,
        entities: [
          entity,
          mesh,
          named('carl', 'Carl C.'),
          named('nina', 'Nina N.'),
          named('paul', 'Paul P.'),
          named('rita', 'Rita R.'),
        ],
      });
      const { reviewers = [nina, paul, rita] } = options;
      await room.enlist(logs, ...reviewers);
      const mergedAt = new Date('2026-07-01T10:00:00Z');
      await room.keepChanges(
        url,
        ['nina', 'nina', 'nina', 'paul', 'paul', 'rita'].map((name, index) =>
          changeRecord({
            changeId: `${index}`,
            author: 'github.com/somebody',
            mergedAt,
            closedAt: mergedAt,
            reviews: [
              reviewRecord({
                person: `github.com/${name}`,
                reviewedAt: mergedAt,
              }),
            ],
          }),
        ),
      );
      const { requests } = room;
      const ask = (
        reviewer = nina,
        more: Partial<Parameters<typeof requests.request>[1]> = {},
        service = { entityRef: logs, entity },
      ) =>
        requests.request(service, {
          reviewer,
          paths,
          note,
          author: carl,
          by: carl,
          ...more,
        });
      return {
        ...room,
        ask,
        askOfMesh: (reviewer: string) =>
          ask(
            reviewer,
            {},
            { entityRef: 'component:default/mesh', entity: mesh },
          ),
        passOn: async (at: string) => {
          room.clock.now = new Date(at);
          await requests.passOnUnanswered(signal);
        },
      };
    }

    const turns = ({ asked }: ReviewRequest) =>
      asked.map(({ reviewer, outcome }) => [reviewer, outcome]);

    it('is with the person who is asked, and says until when', async () => {
      const { ask, sent } = await start();
      const request = await ask(nina, { changeUrl: `${url}/pull/7` });
      expect(request).toEqual({
        id: request.id,
        entityRef: logs,
        requestedBy: carl,
        requestedAt: now,
        paths,
        changeUrl: `${url}/pull/7`,
        note,
        status: 'pending',
        reviewer: nina,
        answerDueAt: tomorrow,
        asked: [
          {
            reviewer: nina,
            at: now,
            outcome: 'pending',
            answeredAt: undefined,
          },
        ],
      });
      expect(sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: [nina] },
          payload: {
            title: 'You are asked to review a change of Log aggregation',
            description: 'Carl C. asks you. It touches charts/values.yaml.',
            link: `/platform-product/reviews?request=${request.id}`,
            scope: `review-request:${request.id}:${nina}`,
            topic: 'Reviews',
          },
        },
      ]);
    });

    it.each([
      [[], 'Carl C. asks you.'],
      [['a', 'b', 'c', 'd'], 'Carl C. asks you. It touches a, b, c.'],
    ])('names three of the paths %j at most', async (some, expected) => {
      const { ask, sent } = await start();
      await ask(nina, { paths: some });
      expect(sent[0].payload.description).toBe(expected);
    });

    describe('the answer is due', () => {
      const berlin = { timeZone: 'Europe/Berlin', holidays: 'DE' };
      it.each<
        [
          string,
          string,
          string,
          {
            target?: string;
            guide?: string;
            availability?: Partial<Availability>;
          },
        ]
      >([
        ['after a day of work', now, tomorrow, {}],
        [
          'within the promise of the service',
          now,
          '2026-07-08T12:30:00.000Z',
          { target: 'PT2H30M' },
        ],
        [
          'within the promise of the guide',
          now,
          '2026-07-10T10:00:00.000Z',
          { guide: 'We review every change within two business days.' },
        ],
        [
          'after two days of work',
          now,
          '2026-07-10T10:00:00.000Z',
          { target: 'P2D' },
        ],
        [
          'after the weekend',
          '2026-07-10T13:00:00Z',
          '2026-07-13T13:00:00.000Z',
          {},
        ],
        [
          'at the end of the day, if that is exactly enough',
          '2026-07-10T09:00:00Z',
          '2026-07-10T17:00:00.000Z',
          {},
        ],
        [
          'in the hours of who is asked',
          now,
          // 19:00 in Tokyo is after work; the next day ends at 17:00.
          '2026-07-09T08:00:00.000Z',
          { availability: { timeZone: 'Asia/Tokyo' } },
        ],
        [
          'on the days of who is asked',
          now,
          '2026-07-14T17:00:00.000Z',
          { availability: { workingDays: [2] } },
        ],
        [
          'after public holidays of who is asked',
          '2026-04-02T11:00:00Z',
          '2026-04-07T11:00:00.000Z',
          { availability: berlin },
        ],
        [
          'a day earlier where there are none',
          '2026-04-02T11:00:00Z',
          '2026-04-03T11:00:00.000Z',
          { availability: { timeZone: 'Europe/Berlin' } },
        ],
        [
          'after New Year',
          '2026-12-31T12:00:00Z',
          '2027-01-04T12:00:00.000Z',
          { availability: berlin },
        ],
        [
          'at the same time of day after summer time has begun',
          '2026-03-27T12:00:00Z',
          '2026-03-30T11:00:00.000Z',
          { availability: berlin },
        ],
        [
          'at the same time of day after summer time has ended',
          '2026-10-23T11:00:00Z',
          '2026-10-26T12:00:00.000Z',
          { availability: berlin },
        ],
        [
          'after so many hours of the night in which it begins',
          '2026-03-28T12:00:00Z',
          '2026-03-29T03:00:00.000Z',
          {
            target: 'PT4H',
            availability: {
              ...berlin,
              workingDays: [7],
              from: '00:00',
              until: '08:00',
            },
          },
        ],
      ])('%s', async (_, from, expected, { availability, ...promise }) => {
        const { ask, setAvailability } = await start({
          ...promise,
          now: from,
          reviewers: [nina],
        });
        if (availability) await setAvailability(nina, availability);
        expect((await ask()).answerDueAt).toBe(expected);
      });
    });

    it('is accepted by the one whose turn it is, and nobody else', async () => {
      const { ask, requests, sent, clock } = await start();
      const { id } = await ask();
      for (const [user, name] of [
        [carl, 'ConflictError'],
        [paul, 'NotFoundError'],
      ]) {
        await expect(requests.accept(id, user)).rejects.toMatchObject({ name });
      }
      clock.now = new Date('2026-07-08T11:00:00Z');
      expect(await requests.accept(id, nina)).toMatchObject({
        status: 'accepted',
        reviewer: nina,
        answerDueAt: undefined,
        asked: [
          {
            reviewer: nina,
            at: now,
            outcome: 'accepted',
            answeredAt: '2026-07-08T11:00:00.000Z',
          },
        ],
      });
      expect(sent).toHaveLength(2);
      expect(sent[1]).toEqual({
        recipients: { type: 'entity', entityRef: [carl] },
        payload: {
          title: 'Your review request for Log aggregation was accepted',
          description: 'Nina N. reviews it.',
          link: `/platform-product/reviews?request=${id}`,
          scope: `review-request:${id}`,
          topic: 'Reviews',
        },
      });
    });

    it('goes to the best of the others when somebody declines', async () => {
      const { ask, requests, sent, clock, setAvailability } = await start();
      const { id } = await ask();
      await setAvailability(paul, { timeZone: 'Asia/Tokyo' });
      sent.length = 0;
      clock.now = new Date('2026-07-08T11:00:00Z');
      await expect(requests.decline(id, carl)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      const declined = await requests.decline(id, nina);
      expect(declined).toMatchObject({
        status: 'pending',
        reviewer: paul,
        // In the hours of Paul, from when he was asked.
        answerDueAt: '2026-07-09T08:00:00.000Z',
        asked: [
          {
            reviewer: nina,
            at: now,
            outcome: 'declined',
            answeredAt: '2026-07-08T11:00:00.000Z',
          },
          {
            reviewer: paul,
            at: '2026-07-08T11:00:00.000Z',
            outcome: 'pending',
            answeredAt: undefined,
          },
        ],
      });
      const link = `/platform-product/reviews?request=${id}`;
      expect(sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: [carl] },
          payload: {
            title:
              'Your review request for Log aggregation is with somebody else now',
            description: 'Nina N. declined; Paul P. is asked now.',
            link,
            scope: `review-request:${id}`,
            topic: 'Reviews',
          },
        },
        {
          recipients: { type: 'entity', entityRef: [paul] },
          payload: {
            title: 'You are asked to review a change of Log aggregation',
            description: 'Carl C. asks you. It touches charts/values.yaml.',
            link,
            scope: `review-request:${id}:${paul}`,
            topic: 'Reviews',
          },
        },
      ]);
      // It concerns Nina still, and is hers no more.
      expect((await requests.find(id, nina))?.reviewer).toBe(paul);
      for (const end of ['accept', 'decline'] as const) {
        await expect(requests[end](id, nina)).rejects.toMatchObject({
          name: 'ConflictError',
        });
      }
      expect((await requests.listOf(nina)).asked).toEqual([]);
    });

    it('is put to nobody twice, and ends when nobody is left', async () => {
      const { ask, requests, told, sent } = await start();
      const { id } = await ask(paul);
      await requests.decline(id, paul);
      await requests.decline(id, nina);
      sent.length = 0;
      const exhausted = await requests.decline(id, rita);
      expect(exhausted).toMatchObject({
        status: 'exhausted',
        reviewer: undefined,
        answerDueAt: undefined,
      });
      const { closed_at: closedAt } = await knex('reviewers_requests').first();
      expect(toDate(closedAt)).toEqual(new Date(now));
      expect(turns(exhausted)).toEqual([
        [paul, 'declined'],
        [nina, 'declined'],
        [rita, 'declined'],
      ]);
      expect(told()).toEqual([
        [[carl], 'Nobody is left to ask for a review of Log aggregation'],
      ]);
      expect(sent[0].payload.description).toBe(
        'Rita R. declined, and nobody else on the roster can take it now.',
      );
      for (const end of ['accept', 'withdraw', 'complete'] as const) {
        await expect(
          requests[end](id, end === 'accept' ? rita : carl),
        ).rejects.toMatchObject({ name: 'ConflictError' });
      }
    });

    it('goes to nobody who could not be asked at first', async () => {
      const { ask, requests, setAvailability } = await start();
      await setAvailability(paul, {
        away: [{ from: '2026-07-08', until: '2026-07-08' }],
      });
      const { id } = await ask(nina, { author: rita });
      expect((await requests.decline(id, nina)).status).toBe('exhausted');
    });

    it('moves on at the very moment at which the answer is due', async () => {
      const { ask, requests, passOn, told, sent } = await start();
      const { id } = await ask();
      sent.length = 0;
      await passOn('2026-07-09T09:59:59.999Z');
      expect((await requests.find(id, carl))?.reviewer).toBe(nina);
      expect(sent).toEqual([]);
      await passOn(tomorrow);
      expect(await requests.find(id, carl))?.toMatchObject({
        reviewer: paul,
        answerDueAt: '2026-07-10T10:00:00.000Z',
        asked: [
          { reviewer: nina, outcome: 'unanswered', answeredAt: tomorrow },
          { reviewer: paul, outcome: 'pending', at: tomorrow },
        ],
      });
      expect(told()).toEqual([
        [
          [carl],
          'Your review request for Log aggregation is with somebody else now',
        ],
        [
          [nina],
          'A review request for Log aggregation is not with you any more',
        ],
        [[paul], 'You are asked to review a change of Log aggregation'],
      ]);
      expect(sent[0].payload.description).toBe(
        'Nina N. has not answered; Paul P. is asked now.',
      );
    });

    it('tells when nobody is left who could answer', async () => {
      const { ask, passOn, sent } = await start({ reviewers: [nina] });
      await ask();
      await passOn(tomorrow);
      expect(sent[1].payload).toMatchObject({
        title: 'Nobody is left to ask for a review of Log aggregation',
        description:
          'Nina N. has not answered, and nobody else on the roster can take it now.',
      });
      await passOn('2026-08-01T10:00:00.000Z');
      expect(sent).toHaveLength(3);
    });

    it.each(['accept', 'withdraw', 'complete'] as const)(
      'does not move on after %s',
      async how => {
        const { ask, requests, passOn, sent } = await start();
        const { id } = await ask();
        if (how !== 'withdraw') await requests.accept(id, nina);
        if (how !== 'accept') await requests[how](id, carl);
        sent.length = 0;
        await passOn('2026-08-01T10:00:00.000Z');
        expect(turns((await requests.find(id, carl))!)).toHaveLength(1);
        expect(sent).toEqual([]);
      },
    );

    it('moves the others on where one can’t be, and tells the log', async () => {
      const { ask, requests, passOn, services, logger, clock } = await start();
      const first = await ask();
      clock.now = new Date('2026-07-08T10:01:00Z');
      const second = await ask(nina, { paths: ['charts/b.yaml'] });
      jest
        .spyOn(services, 'getServices')
        .mockRejectedValueOnce(new Error('The catalog is down'));
      await passOn('2026-07-09T12:00:00Z');
      expect((await requests.find(first.id, carl))?.reviewer).toBe(nina);
      expect((await requests.find(second.id, carl))?.reviewer).toBe(paul);
      expect(logger.warn.mock.calls).toEqual([
        [
          'A review request could not be passed on',
          { request: first.id, error: 'Error: The catalog is down' },
        ],
      ]);
    });

    it('moves on what comes after a hundred that can’t be', async () => {
      const { ask, requests, passOn, services, clock } = await start();
      for (let count = 0; count < 101; count++) {
        const id = randomUUID();
        await knex('reviewers_requests').insert({
          id,
          entity_ref: 'component:default/stuck',
          requested_by: carl,
          requested_at: clock.now,
          paths: '[]',
          author: carl,
          status: 'pending',
          reviewer: rita,
          answer_due_at: clock.now,
          idempotency_key: id,
        });
      }
      const { id } = await ask();
      const getServices = services.getServices.bind(services);
      jest.spyOn(services, 'getServices').mockImplementation(async refs => {
        if (refs.includes('component:default/stuck')) throw new Error('Stuck');
        return getServices(refs);
      });
      await passOn(tomorrow);
      expect((await requests.find(id, carl))?.reviewer).toBe(paul);
    });

    it('stops passing on when its time is over', async () => {
      const { ask, requests, clock } = await start();
      const { id } = await ask();
      clock.now = new Date(tomorrow);
      await requests.passOnUnanswered(AbortSignal.abort());
      expect((await requests.find(id, carl))?.reviewer).toBe(nina);
    });

    it('ends with nobody where the service is gone', async () => {
      const { ask, requests, passOn, services, told, sent } = await start();
      const [{ id }, other] = [await ask(), await ask(paul, { paths: [] })];
      jest.spyOn(services, 'getServices').mockResolvedValue([]);
      sent.length = 0;
      await requests.accept(other.id, paul);
      await requests.withdraw(other.id, carl);
      await passOn(tomorrow);
      expect((await requests.find(id, carl))?.status).toBe('exhausted');
      expect(told()).toEqual([
        [[carl], `Your review request for ${logs} was accepted`],
        [[paul], `A review request for ${logs} was taken back`],
        [[carl], `Nobody is left to ask for a review of ${logs}`],
        [[nina], `A review request for ${logs} is not with you any more`],
      ]);
    });

    it('is taken back by who asked, and who has it is told', async () => {
      const { ask, requests, sent } = await start();
      const { id } = await ask();
      await requests.decline(id, nina);
      sent.length = 0;
      for (const user of [nina, paul]) {
        await expect(requests.withdraw(id, user)).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
      }
      await expect(requests.withdraw(id, rita)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect(await requests.withdraw(id, carl)).toMatchObject({
        status: 'withdrawn',
        reviewer: paul,
        answerDueAt: undefined,
      });
      expect(sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: [paul] },
          payload: {
            title: 'A review request for Log aggregation was taken back',
            // In place of that of the request.
            description: '',
            link: `/platform-product/reviews?request=${id}`,
            scope: `review-request:${id}:${paul}`,
            topic: 'Reviews',
          },
        },
      ]);
      for (const end of ['accept', 'decline'] as const) {
        await expect(requests[end](id, paul)).rejects.toMatchObject({
          name: 'ConflictError',
        });
      }
    });

    it('is taken back after it was accepted, and not when it is done', async () => {
      const { ask, requests, told } = await start();
      const [{ id }, done] = [await ask(), await ask(nina, { paths: [] })];
      await requests.accept(id, nina);
      await requests.accept(done.id, nina);
      await requests.complete(done.id, nina);
      expect((await requests.withdraw(id, carl)).status).toBe('withdrawn');
      expect(told()).toContainEqual([
        [nina],
        'A review request for Log aggregation was taken back',
      ]);
      await expect(requests.withdraw(done.id, carl)).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'The request is completed',
      });
    });

    it('is done when who reviews or who asked says so, and accepted', async () => {
      const { ask, requests } = await start();
      const { id } = await ask(paul);
      await requests.decline(id, paul);
      for (const user of [carl, nina]) {
        await expect(requests.complete(id, user)).rejects.toMatchObject({
          name: 'ConflictError',
          message: 'The request is pending',
        });
      }
      await requests.accept(id, nina);
      await expect(requests.complete(id, paul)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      await expect(requests.complete(id, rita)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect(await requests.complete(id, carl)).toMatchObject({
        status: 'completed',
        reviewer: nina,
      });
      const other = await ask(nina);
      await requests.accept(other.id, nina);
      expect((await requests.complete(other.id, nina)).status).toBe(
        'completed',
      );
    });

    it.each<[string, string, Partial<Availability>, object]>([
      [
        'away',
        'away',
        { away: [{ from: '2026-07-01', until: '2026-07-08' }] },
        {},
      ],
      ['off rotation', 'off-rotation', { onRotation: false }, {}],
      ['the author', 'author', {}, { author: nina }],
      ['the author by a login', 'author', {}, { author: 'github.com/nina' }],
      [
        'the one who asks for themselves',
        'author',
        {},
        { author: nina, by: nina },
      ],
    ])('asks nobody who is %s', async (_, reason, availability, more) => {
      const { ask, setAvailability, sent } = await start();
      await setAvailability(nina, availability);
      await expect(ask(nina, more)).rejects.toMatchObject({
        name: 'InputError',
        message: `Invalid request: reviewer: '${nina}' can't be asked (${reason})`,
      });
      expect(sent).toEqual([]);
      expect((await ask(paul, more)).reviewer).toBe(paul);
    });

    it('asks no shadow, nobody of other paths, and no stranger', async () => {
      const { ask, enlist } = await start({ reviewers: [nina] });
      await enlist(logs, { userRef: paul, role: 'shadow' });
      await enlist(logs, { userRef: rita, paths: ['/docs/'] });
      for (const [reviewer, reason] of [
        [paul, 'shadow'],
        [rita, 'other-paths'],
        ['user:default/gone', 'not-on-roster'],
      ]) {
        await expect(ask(reviewer)).rejects.toThrow(`(${reason})`);
      }
      expect((await ask(rita, { paths: ['docs/a.md'] })).reviewer).toBe(rita);
      expect((await ask(rita, { paths: [] })).reviewer).toBe(rita);
    });

    it('asks nobody who has as many open reviews as they take', async () => {
      const { ask, requests, setAvailability } = await start();
      await setAvailability(nina, { maxOpenReviews: 2 });
      const open = await ask(nina, { paths: ['1'] });
      await requests.accept(open.id, nina);
      await ask(nina, { paths: ['2'] });
      await expect(ask(nina, { paths: ['3'] })).rejects.toThrow(
        '(at-capacity)',
      );
      await requests.complete(open.id, nina);
      expect((await ask(nina, { paths: ['3'] })).reviewer).toBe(nina);
    });

    it('asks nobody who has left, or whose last day is over', async () => {
      const { ask, roster, enlist, clock } = await start({ reviewers: [paul] });
      await enlist(logs, { userRef: nina, endsOn: '2026-07-08' });
      await roster.remove(logs, paul);
      await expect(ask(paul)).rejects.toThrow('(not-on-roster)');
      clock.now = new Date('2026-07-08T23:59:59.999Z');
      expect((await ask(nina)).reviewer).toBe(nina);
      clock.now = new Date('2026-07-09T00:00:00Z');
      await expect(ask(nina, { paths: [] })).rejects.toThrow('(not-on-roster)');
    });

    describe('a second request for the same change', () => {
      it.each<[string, object]>([
        ['the same person', {}],
        ['somebody else', { reviewer: paul }],
        ['the same person with another note', { note: 'Please!' }],
      ])('to %s is refused while the first is open', async (_, more) => {
        const { ask, requests } = await start();
        const { id } = await ask();
        await expect(ask(nina, more)).rejects.toMatchObject({
          name: 'ConflictError',
        });
        await requests.accept(id, nina);
        await expect(ask(nina, more)).rejects.toMatchObject({
          name: 'ConflictError',
        });
        await requests.complete(id, nina);
        expect((await ask(nina, more)).status).toBe('pending');
      });

      it('is made after the first was taken back, or came to nothing', async () => {
        const { ask, requests } = await start({ reviewers: [nina] });
        await requests.withdraw((await ask()).id, carl);
        await requests.decline((await ask()).id, nina);
        expect((await ask()).status).toBe('pending');
      });

      it('is another one by somebody else, of other paths or another link', async () => {
        const { ask, askOfMesh, enlist, requests, setAvailability } =
          await start();
        await enlist('component:default/mesh', nina);
        await setAvailability(nina, { maxOpenReviews: 9 });
        await ask(nina, { changeUrl: `${url}/pull/6` });
        await ask(nina, { by: rita });
        await ask(nina, { paths: ['b'] });
        await ask(nina, { changeUrl: `${url}/pull/7` });
        await ask(nina, { changeUrl: `${url}/pull/8` });
        await askOfMesh(nina);
        expect((await requests.listOf(nina)).asked).toHaveLength(6);
      });
    });

    it('is made once with a key, whatever has become of it', async () => {
      const { ask, requests, sent, setAvailability } = await start();
      const once = { idempotencyKey: 'one-key' };
      const first = await ask(nina, once);
      await setAvailability(nina, { onRotation: false });
      expect(await ask(nina, once)).toEqual(first);
      await requests.decline(first.id, nina);
      expect((await ask(nina, once)).reviewer).toBe(paul);
      expect(sent).toHaveLength(3);
      await expect(
        ask(nina, { ...once, note: 'Another' }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      // Somebody else may choose the same key, for what they may ask for.
      await expect(ask(nina, { ...once, by: rita })).rejects.toThrow(
        '(off-rotation)',
      );
      expect((await ask(paul, { ...once, by: rita })).id).not.toBe(first.id);
    });

    it('concerns who asked and who was asked, and nobody else', async () => {
      const { ask, requests } = await start();
      const { id } = await ask();
      await requests.decline(id, nina);
      for (const user of [carl, nina, paul]) {
        expect((await requests.find(id, user))?.id).toBe(id);
      }
      for (const user of [rita, 'user:default/olga']) {
        expect(await requests.find(id, user)).toBeUndefined();
        await expect(requests.accept(id, user)).rejects.toMatchObject({
          name: 'NotFoundError',
          message: `No review request found '${id}'`,
        });
        expect(await requests.listOf(user)).toEqual({
          asked: [],
          requested: [],
        });
      }
    });

    it('never says who wrote the change, and tells notes to nobody', async () => {
      const { ask, requests, passOn, sent, logger } = await start();
      const author = 'mailto:secret@example.com';
      const answers = [await ask(nina, { author })];
      const [{ id }] = answers;
      await passOn(tomorrow);
      answers.push(
        await requests.accept(id, paul),
        (await requests.find(id, carl))!,
        await requests.complete(id, paul),
        ...(await requests.listOf(carl)).requested,
        ...(await requests.listOf(paul)).asked,
      );
      const other = await ask(nina, { author, paths: ['b'] });
      answers.push(
        await requests.decline(other.id, nina),
        await requests.withdraw(other.id, carl),
      );
      expect(answers).toHaveLength(8);
      for (const answer of answers) {
        expect(Object.keys(answer)).not.toContain('author');
        expect(answer.note).toBe(note);
      }
      expect(JSON.stringify(answers)).not.toContain('secret');
      const elsewhere = JSON.stringify([sent, logger.warn.mock.calls]);
      expect(elsewhere).not.toContain('secret');
      expect(elsewhere).not.toContain(note);
    });

    it('lists open ones first, then the newest', async () => {
      const { ask, requests, clock, setAvailability } = await start();
      await setAvailability(nina, { maxOpenReviews: 9 });
      const make = async (minute: number) => {
        clock.now = new Date(`2026-07-08T10:0${minute}:00Z`);
        const { id } = await ask(nina, { paths: [`${minute}`] });
        return id;
      };
      const [one, two, three] = [await make(1), await make(2), await make(3)];
      await requests.accept(three, nina);
      await requests.complete(three, nina);
      await requests.accept(one, nina);
      const { asked } = await requests.listOf(nina);
      expect(asked.map(({ paths: [path] }) => path)).toEqual(['2', '1', '3']);
      const { requested } = await requests.listOf(carl);
      expect(requested.map(({ id }) => id)).toEqual([three, two, one]);
    });
  },
);
