import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AnyRouteDefinition,
  RouteInput,
} from '@platform-product/backstage-plugin-common';
import {
  eventRoutes,
  peopleRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import request from 'supertest';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { nobody, startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseClock } from '../../database/DatabaseClock';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const logs = 'component:default/logs';
const paramsOf = (name: string) => ({
  kind: 'component',
  namespace: 'default',
  name,
});
const hour = 60 * 60 * 1000;
const day = 24 * hour;

describe.each(databases.eachSupportedId())('calendars on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let now: Date;
  let entities: Entity[];
  let hidden: Record<string, string[]>;

  const ask = <TRoute extends AnyRouteDefinition>(
    caller: string,
    route: TRoute,
    input: Partial<RouteInput<TRoute>> = {},
  ) => plugin.call(caller, route, { params: {}, ...input } as typeof input);

  beforeEach(async () => {
    now = new Date('2027-03-01T12:00:00.000Z');
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date(now));
    knex = await databases.init(id);
    hidden = { [carl]: [] };
    entities = [
      serviceEntity('logs', { title: 'Logs' }),
      serviceEntity('metrics', { title: 'Metrics' }),
      serviceEntity('other', { title: 'Other' }),
      related('component:default/checkout', {
        dependsOn: [logs],
        ownedBy: ['group:default/shop-team'],
      }),
      groupEntity('logs-team', { members: ['olga'] }),
      groupEntity('shop-team', { members: ['carl'] }),
      userEntity('carl', { groups: ['group:default/shop-team'] }),
      userEntity('olga', { groups: ['group:default/logs-team'] }),
    ];
    plugin = await startTestPlugin({
      knex,
      entities,
      hidden,
      groups: {
        [olga]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
      },
    });
    await plugin.sweep();
    // The mock of the catalog takes nothing out.
    const { getEntitiesByRefs } = plugin.catalog;
    const lookUp = getEntitiesByRefs.getMockImplementation()!;
    getEntitiesByRefs.mockImplementation(async (query, options) => {
      const known = new Set(entities.map(stringifyEntityRef));
      const { items } = await lookUp(query, options);
      return {
        items: items.map((entity, index) =>
          known.has(query.entityRefs[index]) ? entity : undefined,
        ),
      };
    });
    for (const name of ['logs', 'metrics', 'other']) {
      await ask(olga, eventRoutes.addEvent, {
        params: paramsOf(name),
        body: {
          kind: 'demo',
          title: `A demo of ${name}`,
          timeZone: 'Europe/Berlin',
          startsAt: '2027-05-11T14:00',
          durationMinutes: 45,
          publish: true,
        },
      });
    }
    // Carl uses the logs, and follows the metrics.
    await ask(carl, updatesRoutes.follow, { params: paramsOf('metrics') });
  });
  afterEach(async () => {
    await plugin.stop();
    jest.restoreAllMocks();
  });

  const make = async (caller = carl) =>
    (await ask(caller, eventRoutes.makeCalendarLink)).body.secret;
  const read = async (secret: string) =>
    ask(nobody, eventRoutes.readCalendar, { params: { secret } });
  const titlesIn = async (secret: string) => {
    const { status, text } = await read(secret);
    return status === 200
      ? [...text.matchAll(/^SUMMARY:A demo of (\w+)/gm)]
          .map(([, name]) => name)
          .sort()
      : status;
  };
  const comeBack = () => ask(carl, eventRoutes.listComingOccurrences);

  it('are files of a service for whoever may read it', async () => {
    const { status, headers, text } = await ask(
      carl,
      eventRoutes.getCalendarFile,
      { params: paramsOf('other') },
    );
    expect([status, headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(text).toContain('SUMMARY:A demo of other (Other)');
    hidden[carl].push('component:default/other');
    const again = await ask(carl, eventRoutes.getCalendarFile, {
      params: paramsOf('other'),
    });
    expect(again.status).toBe(404);
    const { status: refused } = await ask(nobody, eventRoutes.getCalendarFile, {
      params: paramsOf('logs'),
    });
    expect(refused).toBe(401);
  });

  it('have a secret link, of which the database has a hash alone', async () => {
    const secret = await make();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
    const { headers } = await read(secret);
    expect(headers['cache-control']).toBe('private, no-cache');
    const kept = JSON.stringify([
      await knex('updates_calendar_links'),
      await knex('updates_calendar_rights'),
    ]);
    expect(kept).not.toContain(secret);
    expect(plugin.told.join()).not.toContain(secret);
    const { body } = await ask(carl, eventRoutes.getCalendarLink);
    expect(body).toEqual({ createdAt: now.toISOString() });
    expect((await ask(olga, eventRoutes.getCalendarLink)).body).toEqual({});
  });

  it('are read whatever else the request says of who asks', async () => {
    const secret = await make();
    for (const authorization of ['Bearer nonsense', 'Basic eDp5', '']) {
      const { status } = await request(plugin.server)
        .get(`/api/platform-product/calendars/${secret}.ics`)
        .set('Authorization', authorization);
      expect([authorization, status]).toEqual([authorization, 200]);
    }
  });

  it('are gone with their link, like one that never was', async () => {
    const first = await make();
    const second = await make();
    expect(await titlesIn(first)).toBe(404);
    expect(await titlesIn(second)).toEqual(['logs', 'metrics']);
    await ask(carl, eventRoutes.revokeCalendarLink);
    expect(await titlesIn(second)).toBe(404);
    const errorsOf = async (secret: string) => {
      const { status, text } = await read(secret);
      return [status, text.replaceAll(secret, 'secret')];
    };
    expect(await errorsOf(second)).toEqual(await errorsOf('x'.repeat(43)));
    for (const table of ['updates_calendar_links', 'updates_calendar_rights']) {
      expect([table, await knex(table)]).toEqual([table, []]);
    }
    expect((await ask(carl, eventRoutes.revokeCalendarLink)).status).toBe(204);
  });

  it('are gone with their person', async () => {
    const secret = await make();
    entities = entities.filter(one => stringifyEntityRef(one) !== carl);
    expect(await titlesIn(secret)).toBe(404);
    expect((await ask(carl, eventRoutes.makeCalendarLink)).status).toBe(409);
  });

  it('are not those of a namesake', async () => {
    const secret = await make();
    const leaver = entities.find(one => stringifyEntityRef(one) === carl)!;
    leaver.metadata.uid = 'somebody else';
    expect(await titlesIn(secret)).toBe(404);
    await comeBack();
    expect((await ask(carl, eventRoutes.getCalendarLink)).body).toEqual({});
    leaver.metadata.uid = undefined;
    expect(await titlesIn(secret)).toBe(404);
  });

  it('are erased with their person', async () => {
    const secret = await make();
    await ask(carl, peopleRoutes.eraseUser, { params: { userRef: carl } });
    expect(await titlesIn(secret)).toBe(404);
  });

  it('lose a service at once when a look finds that it can’t be read any more', async () => {
    const secret = await make();
    hidden[carl].push(logs);
    // Nobody can ask on behalf of somebody who is not there.
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
    await comeBack();
    // Within an hour nothing is looked at again.
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
    now = new Date(+now + hour);
    await comeBack();
    expect(await titlesIn(secret)).toEqual(['metrics']);
    hidden[carl].pop();
    now = new Date(+now + hour);
    await ask(carl, eventRoutes.getCalendarLink);
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
  });

  it('lose what their person neither follows, uses nor owns any more, and what is gone', async () => {
    const secret = await make();
    await ask(carl, updatesRoutes.unfollow, { params: paramsOf('metrics') });
    expect(await titlesIn(secret)).toEqual(['logs']);
    entities = entities.filter(one => stringifyEntityRef(one) !== logs);
    expect(await titlesIn(secret)).toEqual([]);
  });

  it('trust what was read for 30 days', async () => {
    const secret = await make();
    now = new Date(+now + 30 * day);
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
    now = new Date(+now + 1);
    expect(await titlesIn(secret)).toEqual([]);
    await comeBack();
    expect(await titlesIn(secret)).toEqual(['logs', 'metrics']);
  });
});
