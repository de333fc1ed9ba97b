import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ContactOutcome,
  Feedback,
  PortfolioItem,
  WaitingItem,
} from '@platform-product/backstage-plugin-common';
import { serviceEntity } from '../__testUtils__/entities';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { DueRatingService } from '../satisfaction/audience/DueRatingService';
import { WaitingReader } from '../services/WaitingSource';
import { HomeService } from './HomeService';
import { PortfolioService } from './PortfolioService';

const carl = 'user:default/carl';
const shopTeam = 'group:default/shop-team';
const stewards = 'group:default/stewards';
const credentials = mockCredentials.user(carl);

/** What carl uses, and what has come of asking him. */
function start(
  used: ReadonlyArray<{
    readonly name: string;
    readonly title?: string;
    readonly contact?: ContactOutcome;
    readonly mayRate?: boolean;
  }>,
  waiting: WaitingItem[] = [],
) {
  const byRef = new Map(
    used.map(item => [`component:default/${item.name}`, item]),
  );
  const findUsed = jest.fn<
    ReturnType<CatalogGraph['findUsed']>,
    Parameters<CatalogGraph['findUsed']>
  >(async () => [...byRef.keys(), 'component:default/hidden']);
  const getVisibleServices: ServiceCatalog['getVisibleServices'] = async refs =>
    refs.flatMap(entityRef => {
      const item = byRef.get(entityRef);
      return item
        ? [{ entityRef, entity: serviceEntity(item.name, item) }]
        : [];
    });
  const listOfTeam = jest.fn<
    ReturnType<PortfolioService['listOfTeam']>,
    Parameters<PortfolioService['listOfTeam']>
  >(async () => ({
    items: [{ title: 'checkout' } as PortfolioItem],
    totalItems: 70,
  }));
  const listRefsOfTeam = jest.fn(async () => [...byRef.keys()]);
  const listWaiting = jest.fn<Promise<WaitingItem[]>, [WaitingReader]>(
    async () => waiting,
  );
  const wanted = jest.fn(async (_: string, entityRefs: readonly string[]) => ({
    round: { id: '2026-Q4' } as never,
    items: entityRefs.map(entityRef => ({
      entityRef,
      contact: byRef.get(entityRef)?.contact,
    })),
  }));
  const filterAllowed = jest.fn(
    async (_: string, services: ReadonlyArray<{ entityRef: string }>) =>
      services.filter(
        ({ entityRef }) => byRef.get(entityRef)?.mayRate !== false,
      ),
  );
  const home = new HomeService({
    graph: { findUsed } as Partial<CatalogGraph> as CatalogGraph,
    services: {
      getVisibleServices,
    } as Partial<ServiceCatalog> as ServiceCatalog,
    follows: {
      listFollowed: async userRef => [`component:default/liked-by-${userRef}`],
    },
    dueRatings: {
      list: wanted,
    } as Partial<DueRatingService> as DueRatingService,
    portfolio: {
      listOfTeam,
    } as Partial<PortfolioService> as PortfolioService,
    access: {
      filterAllowed: filterAllowed as never,
      isSteward: claimed => claimed.includes(stewards),
    },
    serviceList: { listRefsOfTeam },
    waiting: [{ listWaiting }],
  });
  return {
    findUsed,
    listOfTeam,
    listRefsOfTeam,
    listWaiting,
    wanted,
    filterAllowed,
    get: (claims = [carl, shopTeam]) =>
      home.get({ userRef: carl, claims }, credentials),
  };
}

describe('HomeService', () => {
  it('asks for ratings with invitations first, and then by title', async () => {
    const { get } = start([
      { name: 'b', title: 'Éclair' },
      { name: 'a', title: 'Zebra', contact: 'invited' },
      { name: 'c', contact: 'seen' },
      { name: 'd', title: 'Ant', contact: 'invited' },
      { name: 'e', title: 'eagle' },
    ]);
    const { ratings, totalRatings, round } = await get();
    expect(round).toEqual({ id: '2026-Q4' });
    expect(totalRatings).toBe(5);
    expect(
      ratings.map(({ title, isInvited, isNoted }) => [
        title,
        isInvited,
        isNoted,
      ]),
    ).toEqual([
      ['Ant', true, true],
      ['Zebra', true, true],
      ['c', false, true],
      ['eagle', false, false],
      ['Éclair', false, false],
    ]);
    expect(ratings[0].entityRef).toBe('component:default/d');
  });

  it('asks nobody to rate what they may not rate', async () => {
    const { get, wanted, filterAllowed, findUsed } = start([
      { name: 'theirs' },
      { name: 'barred', mayRate: false },
    ]);
    const { ratings } = await get();
    expect(ratings.map(({ title }) => title)).toEqual(['theirs']);
    expect(wanted.mock.calls).toEqual([[carl, ['component:default/theirs']]]);
    expect(
      filterAllowed.mock.calls.map(([action, services]) => [
        action,
        services.map(({ entityRef }) => entityRef),
      ]),
    ).toEqual([
      ['rate', ['component:default/theirs', 'component:default/barred']],
    ]);
    // What they follow counts as used.
    expect(findUsed).toHaveBeenCalledWith([carl, shopTeam], credentials, {
      alsoRefs: [`component:default/liked-by-${carl}`],
    });
  });

  it('shows fifty ratings at most, and counts them all', async () => {
    const { get } = start(
      Array.from({ length: 51 }, (_, n) => ({ name: `s${100 + n}` })),
    );
    const { ratings, totalRatings } = await get();
    expect(totalRatings).toBe(51);
    expect(ratings).toHaveLength(50);
    expect(ratings.at(-1)?.title).toBe('s149');
  });

  it('shows fifty of the services that they or their groups own', async () => {
    const { get, listOfTeam } = start([]);
    expect(await get()).toMatchObject({
      services: [{ title: 'checkout' }],
      totalServices: 70,
      ratings: [],
      totalRatings: 0,
    });
    expect(listOfTeam.mock.calls).toEqual([
      [[carl, shopTeam], 50, credentials],
    ]);
  });

  it('asks all rooms what waits, of the services that the reader owns or manages', async () => {
    const { get, listWaiting, listRefsOfTeam } = start([{ name: 'logs' }]);
    await get();
    await get([carl, stewards]);
    expect(listRefsOfTeam.mock.calls[0]).toEqual([
      [carl, shopTeam],
      { visible: 'all', limit: 500 },
    ]);
    expect(
      listWaiting.mock.calls.map(([reader]) => [
        reader.userRef,
        reader.isSteward,
        reader.own.map(({ entityRef }) => entityRef),
      ]),
    ).toEqual([
      [carl, false, ['component:default/logs']],
      [carl, true, ['component:default/logs']],
    ]);
  });

  it('shows ten of a kind that wait, and counts them all', async () => {
    const scores = (roundId: string): WaitingItem => ({
      kind: 'scores',
      entityRef: 'component:default/logs',
      title: 'Logs',
      at: '2026-10-01T00:00:00.000Z',
      roundId,
    });
    const feedback: WaitingItem = {
      ...scores(''),
      kind: 'feedback',
      feedback: { title: 'Longer retention' } as Feedback,
    };
    const all = Array.from({ length: 12 }, (_, n) => scores(`${n}`));
    const { get } = start([], [...all, feedback]);
    expect((await get()).waiting).toEqual({
      items: [...all.slice(0, 10), feedback],
      counts: { scores: 12, feedback: 1 },
      totalItems: 13,
    });
  });
});
