import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const mesh = 'component:default/mesh';
const team = 'group:default/logs-team';
const olga = 'user:default/olga';
const carl = 'user:default/carl';
const nina = 'user:default/nina';

const now = '2026-07-08T10:00:00.000Z';
const later = '2026-07-09T10:00:00.000Z';
const terms: RosterTerms = { role: 'reviewer', paths: [] };

describe.each(databases.eachSupportedId())('rosters as rules, on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  async function start() {
    const room = await createTestReviewersRoom({
      knex,
      now,
      entities: [
        serviceEntity('logs', { title: 'Log aggregation' }),
        serviceEntity('mesh'),
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('carl'),
        userEntity('nina'),
      ],
    });
    const { roster } = room;
    const put = (
      side: 'person' | 'owners',
      more: Partial<Parameters<typeof roster.putForward>[0]> = {},
    ) =>
      roster.putForward({
        entityRef: logs,
        userRef: carl,
        side,
        by: side === 'person' ? carl : olga,
        terms,
        ...more,
      });
    return {
      ...room,
      put,
      /** Both sides put the same forward. */
      agree: async (agreed: RosterTerms = terms) => {
        await put('owners', { terms: agreed });
        return put('person', { terms: agreed });
      },
      /** The entry as others see it. */
      shown: async () => (await roster.list(logs, [team]))[0],
      statuses: async (entityRef = logs) =>
        (await roster.list(entityRef, [team])).map(
          ({ userRef, status }) => `${userRef} ${status}`,
        ),
    };
  }

  it('keeps what was put forward, by which side and by whom', async () => {
    const { put, shown } = await start();
    const wide: RosterTerms = {
      role: 'approver',
      paths: ['/docs/'],
      endsOn: '2026-12-31',
    };
    expect(await put('owners', { terms: wide })).toEqual({
      entityRef: logs,
      userRef: carl,
      agreed: undefined,
      proposed: { by: 'owners', terms: wide },
      proposedBy: olga,
      sponsor: undefined,
      agreedAt: undefined,
      emeritusSince: undefined,
    });
    expect(await shown()).toEqual({
      userRef: carl,
      status: 'invited',
      agreed: undefined,
      proposed: { ...wide, by: 'owners' },
      sponsor: undefined,
      since: undefined,
      leftAt: undefined,
      isOutside: true,
      isKnown: true,
      openReviews: 0,
      maxOpenReviews: 3,
      onRotation: true,
      timeZone: undefined,
      awayUntil: undefined,
    });
  });

  it('says since when both have agreed, whatever is agreed later', async () => {
    const { agree, put, clock, shown } = await start();
    await put('person');
    clock.now = new Date(later);
    expect(await put('owners')).toMatchObject({
      agreed: terms,
      proposedBy: undefined,
      agreedAt: later,
    });
    expect((await shown()).proposed).toBeUndefined();
    clock.now = new Date('2026-08-01T10:00:00Z');
    await put('owners', { terms: { ...terms, role: 'shadow' } });
    await agree({ ...terms, role: 'approver' });
    expect(await shown()).toMatchObject({
      status: 'active',
      agreed: { role: 'approver' },
      since: later,
    });
  });

  it('goes on as agreed while wider terms wait for an answer', async () => {
    const { agree, put, shown, roster } = await start();
    await agree();
    const wider: RosterTerms = { ...terms, role: 'approver' };
    expect(await put('person', { terms: wider })).toMatchObject({
      agreed: terms,
      proposed: { by: 'person', terms: wider },
      proposedBy: carl,
    });
    expect((await shown()).status).toBe('active');
    expect(await roster.listActive([logs])).toHaveLength(1);
    // The other side agrees to nothing but the very same.
    await put('owners', { terms: { ...wider, paths: ['/docs/'] } });
    expect((await shown()).agreed).toEqual(terms);
  });

  describe('the last day', () => {
    it('may be today, and not before', async () => {
      const { put, statuses } = await start();
      const until = (endsOn: string) =>
        put('owners', { terms: { ...terms, endsOn } });
      await expect(until('2026-07-07')).rejects.toMatchObject({
        name: 'InputError',
        message: 'Invalid request: endsOn: must not be in the past',
      });
      expect(await statuses()).toEqual([]);
      for (const endsOn of ['2026-07-08', '2026-07-09']) {
        expect((await until(endsOn)).proposed?.terms.endsOn).toBe(endsOn);
      }
    });

    it('is on the roster, and the next day is not', async () => {
      const { agree, clock, roster, shown } = await start();
      await agree({ ...terms, endsOn: '2026-07-10' });
      const here = async () => [
        (await shown()).status,
        (await roster.listActive([logs])).length,
        (await roster.listAllActive()).length,
      ];
      clock.now = new Date('2026-07-10T23:59:59.999Z');
      expect(await here()).toEqual(['active', 1, 1]);
      expect((await shown()).leftAt).toBeUndefined();
      clock.now = new Date('2026-07-11T00:00:00Z');
      expect(await here()).toEqual(['emeritus', 0, 0]);
      expect((await shown()).leftAt).toBe('2026-07-10T23:59:59.999Z');
    });

    it('over, everything has to be agreed again', async () => {
      const { agree, put, clock, shown, statuses } = await start();
      await agree({ ...terms, endsOn: '2026-07-10' });
      clock.now = new Date('2026-08-01T10:00:00Z');
      expect(await put('person')).toMatchObject({
        agreed: undefined,
        proposed: { by: 'person', terms },
        emeritusSince: '2026-07-10T23:59:59.999Z',
      });
      expect(await statuses()).toEqual([`${carl} offered`]);
      await put('owners');
      expect(await shown()).toMatchObject({
        status: 'active',
        since: '2026-08-01T10:00:00.000Z',
        leftAt: undefined,
      });
    });
  });

  it('remembers who was active, through every later attempt', async () => {
    const { agree, put, roster, clock, shown } = await start();
    await agree();
    clock.now = new Date(later);
    expect(await roster.remove(logs, carl)).toMatchObject({
      agreed: terms,
      proposed: undefined,
      proposedBy: undefined,
      leftAt: later,
    });
    expect(await shown()).toMatchObject({
      status: 'emeritus',
      leftAt: later,
      since: now,
    });
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await put('owners')).toMatchObject({
        agreed: undefined,
        agreedAt: undefined,
        emeritusSince: later,
      });
      expect(await shown()).toMatchObject({
        status: 'invited',
        leftAt: undefined,
      });
      const without = { userRef: nina, sponsor: null };
      expect((await put('owners', without)).sponsor).toBeUndefined();
      expect((await put('owners', { userRef: nina })).sponsor).toBeUndefined();
      expect((await put('owners', { sponsor: olga })).sponsor).toBe(olga);
      await roster.remove(logs, carl);
      expect((await shown()).status).toBe('emeritus');
    }
    // Whoever comes back and changes their terms was here before all the same.
    await agree();
    const less: RosterTerms = {
      ...terms,
      role: 'shadow',
      endsOn: '2026-12-31',
    };
    expect((await put('person', { terms: less })).emeritusSince).toBe(later);
  });

  it('says whom the catalog does not have any more', async () => {
    const { agree, shown } = await start();
    await agree();
    await knex('reviewers_roster').update({ user_ref: 'user:default/gone' });
    expect(await shown()).toMatchObject({
      userRef: 'user:default/gone',
      status: 'active',
      isKnown: false,
      isOutside: true,
      openReviews: 0,
    });
  });

  it('takes back with a farewell what was put forward for more', async () => {
    const { agree, put, roster, shown } = await start();
    await agree();
    await put('person', { terms: { ...terms, role: 'approver' } });
    await roster.remove(logs, carl);
    expect((await shown()).proposed).toBeUndefined();
    // The owners say yes too late.
    expect(
      await put('owners', { terms: { ...terms, role: 'approver' } }),
    ).toMatchObject({ agreed: undefined, proposed: { by: 'owners' } });
  });

  it('knows nobody who is gone before they were active', async () => {
    const { put, roster, statuses } = await start();
    await put('owners');
    await roster.remove(logs, carl);
    expect(await statuses()).toEqual([`${carl} gone`]);
    expect(await roster.listOf(carl)).toEqual([]);
    for (const user of [carl, nina]) {
      await expect(roster.remove(logs, user)).rejects.toMatchObject({
        name: 'NotFoundError',
        message: `'${user}' is not on the roster of '${logs}'`,
      });
    }
  });

  it('keeps each service and each person apart', async () => {
    const { put, agree, roster, statuses } = await start();
    await agree();
    await put('owners', { userRef: nina });
    await put('person', { entityRef: mesh });
    await roster.remove(mesh, carl);
    expect(await statuses()).toEqual([`${carl} active`, `${nina} invited`]);
    expect(await statuses(mesh)).toEqual([`${carl} gone`]);
    expect(
      (await roster.listOf(carl)).map(({ entityRef }) => entityRef),
    ).toEqual([logs]);
    expect(
      (await roster.listActive([logs, mesh])).map(({ userRef }) => userRef),
    ).toEqual([carl]);
    expect(await roster.listActive([mesh])).toEqual([]);
  });

  it('refuses whom the catalog does not have, as a sponsor too', async () => {
    const { put, statuses } = await start();
    const gone = 'user:default/gone';
    for (const field of ['userRef', 'sponsor']) {
      await expect(put('owners', { [field]: gone })).rejects.toMatchObject({
        name: 'InputError',
        message: `Invalid request: ${field}: the catalog has no User '${gone}'`,
      });
    }
    expect(await statuses()).toEqual([]);
  });

  it('takes an active reviewer for a sponsor, or who puts forward', async () => {
    const { put, agree, roster, shown } = await start();
    const offer = { userRef: nina, by: nina };
    const refusal = {
      name: 'InputError',
      message:
        'Invalid request: sponsor: must be an active reviewer here, or you',
    };
    await expect(
      put('person', { ...offer, sponsor: carl }),
    ).rejects.toMatchObject(refusal);
    await put('owners');
    await expect(
      put('person', { ...offer, sponsor: carl }),
    ).rejects.toMatchObject(refusal);
    await agree();
    await expect(
      put('person', { ...offer, entityRef: mesh, sponsor: carl }),
    ).rejects.toMatchObject(refusal);
    expect((await put('person', { ...offer, sponsor: carl })).sponsor).toBe(
      carl,
    );
    // Whoever puts forward again without one leaves the sponsor as it was.
    expect((await put('owners', { userRef: nina })).sponsor).toBe(carl);
    expect((await put('owners', { sponsor: olga })).sponsor).toBe(olga);
    await roster.remove(logs, carl);
    await expect(
      put('person', { ...offer, sponsor: carl }),
    ).rejects.toMatchObject(refusal);
    // Nobody is sponsored by whom they knew at an earlier time.
    expect((await put('owners')).sponsor).toBeUndefined();
    expect((await shown()).sponsor).toBeUndefined();
  });

  it('shows what others may know of people, and no more', async () => {
    const { agree, enlist, roster, setAvailability, keepChanges } =
      await start();
    await agree();
    await enlist(logs, olga);
    await setAvailability(carl, {
      timeZone: 'Europe/Berlin',
      maxOpenReviews: 2,
      onRotation: false,
      holidays: 'DE-BE',
      away: [
        { from: '2026-07-06', until: '2026-07-08' },
        { from: '2026-09-01', until: '2026-09-09' },
      ],
    });
    await keepChanges('https://github.com/northwind/logs', [
      changeRecord({
        reviews: [reviewRecord({ person: 'github.com/carl', isAwaited: true })],
      }),
    ]);
    const entries = await roster.list(logs, [team]);
    expect(entries).toMatchObject([
      {
        userRef: carl,
        isOutside: true,
        openReviews: 1,
        maxOpenReviews: 2,
        onRotation: false,
        timeZone: 'Europe/Berlin',
        awayUntil: '2026-07-08',
      },
      {
        userRef: olga,
        isOutside: false,
        openReviews: 0,
        maxOpenReviews: 3,
        onRotation: true,
        timeZone: undefined,
        awayUntil: undefined,
      },
    ]);
    const text = JSON.stringify(entries);
    for (const secret of ['2026-07-06', '2026-09', 'DE-BE', '09:00']) {
      expect(text).not.toContain(secret);
    }
  });

  describe('tells the side that did not act', () => {
    const service = (title?: string) => ({
      entityRef: logs,
      entity: serviceEntity('logs', { title }),
    });
    const toOwners = {
      recipients: { type: 'entity', entityRef: [team] },
      payload: {
        link: '/catalog/default/component/logs/contribute',
        scope: `roster:${logs}:${carl}`,
        topic: 'Reviews',
      },
    };
    const toCarl = {
      recipients: { type: 'entity', entityRef: [carl] },
      payload: {
        link: '/platform-product/reviews',
        scope: `roster:${logs}:${carl}`,
        topic: 'Reviews',
      },
    };

    it('of offers, invitations, agreements and farewells', async () => {
      const { rosterTalks, sent } = await start();
      const put = (side: 'person' | 'owners', wanted = terms) =>
        rosterTalks.putForward(service('Log aggregation'), {
          userRef: carl,
          side,
          by: side === 'person' ? carl : olga,
          terms: wanted,
        });
      const remove = (by: string) =>
        rosterTalks.remove(service('Log aggregation'), carl, by);
      await put('person');
      await put('owners');
      await remove(carl);
      await put('owners');
      await put('person');
      await remove(olga);
      const titled = (title: string, told: typeof toCarl) => ({
        ...told,
        payload: { ...told.payload, title, description: '' },
      });
      expect(sent).toEqual([
        titled('carl offers to review for Log aggregation', toOwners),
        titled('You review for Log aggregation', toCarl),
        titled('carl no longer reviews for Log aggregation', toOwners),
        titled('You are invited to review for Log aggregation', toCarl),
        titled('carl reviews for Log aggregation', toOwners),
        titled('You are no longer on the roster of Log aggregation', toCarl),
      ]);
    });

    it('by the name of a service that has no title', async () => {
      const { rosterTalks, told } = await start();
      await rosterTalks.putForward(service(), {
        userRef: carl,
        side: 'owners',
        by: olga,
        terms,
      });
      expect(told()).toEqual([[[carl], 'You are invited to review for logs']]);
    });

    it('nobody of what was refused, or where nobody is', async () => {
      const { rosterTalks, sent, put } = await start();
      await expect(
        rosterTalks.remove(service(), carl, carl),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await rosterTalks.putForward(
        {
          entityRef: logs,
          entity: { ...serviceEntity('logs'), relations: [] },
        },
        { userRef: carl, side: 'person', by: carl, terms },
      );
      await put('owners');
      await rosterTalks.remove({ entityRef: logs }, carl, carl);
      expect(sent).toEqual([]);
    });
  });
});
