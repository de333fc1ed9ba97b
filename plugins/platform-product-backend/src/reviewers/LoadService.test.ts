import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../__testUtils__/createTestReviewersRoom';
import { databases } from '../__testUtils__/databases';
import { serviceEntity, userEntity } from '../__testUtils__/entities';
import { KnownPerson } from './identities/IdentityService';
import { LoadService } from './LoadService';
import { DatabaseReviewRequestStore } from './requests/DatabaseReviewRequestStore';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const entity = serviceEntity('logs');
const carl = 'user:default/carl';
const nina = 'user:default/nina';
const paul = 'user:default/paul';
const now = new Date('2026-07-08T12:00:00Z');
const thirtyDays = 30 * 24 * 60 * 60 * 1000;

const person = (userRef: string, ...keys: string[]): [string, KnownPerson] => [
  userRef,
  { userRef, name: userRef, groups: [], within: [], keys },
];

describe.each(databases.eachSupportedId())('LoadService on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  async function start() {
    const room = await createTestReviewersRoom({
      knex,
      now,
      entities: [
        entity,
        ...['carl', 'nina', 'paul'].map(name => userEntity(name)),
      ],
    });
    await room.enlist(logs, nina, paul);
    await room.setAvailability(nina, { maxOpenReviews: 50 });
    const load = new LoadService({
      history: room.history,
      requests: new DatabaseReviewRequestStore(knex),
      now: () => now,
    });
    let count = 0;
    return {
      ...room,
      ask: async () => {
        count += 1;
        const { id: requestId } = await room.requests.request(
          { entityRef: logs, entity },
          { reviewer: nina, paths: [`${count}`], author: carl, by: carl },
        );
        return requestId;
      },
      countOpen: async (...people: Array<[string, KnownPerson]>) =>
        Object.fromEntries(await load.countOpen(new Map(people))),
    };
  }

  it('counts requests that are with a person, asked or accepted', async () => {
    const { ask, requests, countOpen } = await start();
    const people = [person(nina), person(paul)];
    expect(await countOpen(...people)).toEqual({ [nina]: 0, [paul]: 0 });
    const [declined, accepted, completed, withdrawn] = [
      await ask(),
      await ask(),
      await ask(),
      await ask(),
    ];
    expect(await countOpen(...people)).toEqual({ [nina]: 4, [paul]: 0 });
    for (const one of [accepted, completed]) await requests.accept(one, nina);
    expect(await countOpen(...people)).toEqual({ [nina]: 4, [paul]: 0 });
    await requests.complete(completed, nina);
    await requests.withdraw(withdrawn, carl);
    await requests.decline(declined, nina);
    expect(await countOpen(...people)).toEqual({ [nina]: 1, [paul]: 1 });
    await requests.decline(declined, paul);
    expect(await countOpen(...people)).toEqual({ [nina]: 1, [paul]: 0 });
  });

  it('adds what waits on forges under any of their names', async () => {
    const { ask, keepChanges, countOpen } = await start();
    const awaits = (name: string, changes = {}) => ({
      reviews: [reviewRecord({ person: name, isAwaited: true })],
      updatedAt: now,
      ...changes,
    });
    await keepChanges(
      'https://github.com/northwind/logs',
      [
        awaits('github.com/nina'),
        awaits('mailto:nina@example.com'),
        awaits('github.com/nina', { updatedAt: new Date(+now - thirtyDays) }),
        // Given up, as it looks.
        awaits('github.com/nina', {
          updatedAt: new Date(+now - thirtyDays - 1),
        }),
        { ...awaits('github.com/nina'), reviews: [reviewRecord()] },
      ].map((change, index) =>
        changeRecord({ changeId: `${index}`, ...change }),
      ),
    );
    await ask();
    expect(
      await countOpen(
        person(nina, 'github.com/nina', 'mailto:nina@example.com'),
        person(paul, 'github.com/paul'),
      ),
    ).toEqual({ [nina]: 4, [paul]: 0 });
  });
});
