import { keptUnit } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import { createReviewersDatabase } from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { DatabaseExpertiseStore } from './DatabaseExpertiseStore';
import { DatabaseReviewHistoryStore } from './DatabaseReviewHistoryStore';
import { everybody } from './planExpertise';
import { ChangeRecord } from './ReviewHistoryStore';

jest.setTimeout(60_000);

const at = (text: string) => new Date(`2026-${text}:00.000Z`);
const moment = (date: Date, milliseconds: number) =>
  new Date(date.getTime() + milliseconds);
const carl = 'github.com/carl';
const nina = 'github.com/nina';

describe.each(databases.eachSupportedId())('kept history on %s', database => {
  let knex: Knex;
  let store: DatabaseReviewHistoryStore;
  let expertise: DatabaseExpertiseStore;
  let count = 0;

  beforeAll(async () => {
    knex = await createReviewersDatabase(database);
    store = new DatabaseReviewHistoryStore(knex);
    expertise = new DatabaseExpertiseStore(knex);
  });

  /** A repository of its own for each test. */
  async function repository(...changes: ReadonlyArray<Partial<ChangeRecord>>) {
    count += 1;
    const url = `https://github.com/northwind/r${count}`;
    const [{ id }] = await store.ensureRepositories([
      { url, source: 'memory' },
    ]);
    if (changes.length) {
      await store.savePage(id, { changes: changes.map(changeRecord) });
    }
    return { id, url };
  }
  const read = async (url: string) => (await store.listRepositories([url]))[0];
  const titles = async (id: number) =>
    (await store.listChanges([id], new Date(0))).map(({ title }) => title);

  it('answers with changes as they were given', async () => {
    const full: ChangeRecord = {
      changeId: '7',
      url: 'https://github.com/northwind/r/pull/7',
      title: 'Raise a limit',
      author: carl,
      openedAt: at('07-01T08:00'),
      readyAt: at('07-01T09:00'),
      mergedAt: at('07-02T08:00'),
      closedAt: at('07-02T09:00'),
      updatedAt: at('07-03T08:00'),
      paths: ['a', 'b/c'],
      firstReviewAt: at('07-01T10:00'),
      firstReviewer: nina,
      waitHours: 1.25,
      reviews: [
        {
          person: nina,
          requestedAt: at('07-01T08:30'),
          reviewedAt: at('07-01T10:00'),
          isApproval: true,
          isAwaited: false,
          responseHours: 1.5,
        },
        {
          person: 'github.com/paul',
          requestedAt: undefined,
          reviewedAt: undefined,
          isApproval: false,
          isAwaited: true,
          responseHours: undefined,
        },
      ],
    };
    const { id } = await repository(full);
    const [kept] = await store.listChanges([id], at('07-01T00:00'));
    expect(kept).toEqual({ ...full, id: kept.id, repositoryId: id });
    expect(await store.getChange(id, '7')).toEqual(kept);

    const bare = await repository({ readyAt: undefined });
    expect(await store.getChange(bare.id, '1')).toEqual({
      ...changeRecord(),
      id: String((await store.getChange(bare.id, '1'))?.id),
      repositoryId: bare.id,
      url: undefined,
      title: undefined,
      readyAt: undefined,
      mergedAt: undefined,
      closedAt: undefined,
      firstReviewAt: undefined,
      firstReviewer: undefined,
      waitHours: undefined,
      reviews: [],
    });
  });

  it('tells no wait of nothing from no wait', async () => {
    const { id } = await repository({
      waitHours: 0,
      reviews: [reviewRecord({ responseHours: 0 })],
    });
    expect(await store.getChange(id, '1')).toMatchObject({
      waitHours: 0,
      reviews: [{ responseHours: 0 }],
    });
  });

  it('never lets an older state replace a newer one', async () => {
    const { id } = await repository({
      title: 'now',
      updatedAt: at('07-02T08:00'),
    });
    const save = async (title: string, updatedAt: Date) => {
      const changes = [changeRecord({ title, updatedAt })];
      await store.savePage(id, { changes });
      return titles(id);
    };
    expect(await save('older', at('07-02T07:59'))).toEqual(['now']);
    expect(await save('as old', at('07-02T08:00'))).toEqual(['as old']);
    expect(await save('newer', at('07-02T08:01'))).toEqual(['newer']);
  });

  it('takes the newest of several states in one page, the last if equal', async () => {
    const newest = { title: 'newest', updatedAt: at('07-03T08:00') };
    const { id } = await repository(
      { title: 'first', updatedAt: at('07-03T08:00') },
      newest,
      { title: 'older', updatedAt: at('07-02T08:00') },
    );
    expect(await titles(id)).toEqual(['newest']);
  });

  it('replaces the reviews of a change, and those of no other', async () => {
    const reviews = [reviewRecord()];
    const { id } = await repository(
      { changeId: '1', reviews },
      { changeId: '2', reviews },
    );
    const paul = [reviewRecord({ person: 'github.com/paul' })];
    await store.savePage(id, { changes: [changeRecord({ reviews: paul })] });
    const changes = await store.listChanges([id], new Date(0));
    expect(
      changes.map(change => change.reviews.map(({ person }) => person)),
    ).toEqual([['github.com/paul'], [nina]]);
  });

  it('moves the cursor only with a page that has one', async () => {
    const { id, url } = await repository();
    expect((await read(url)).cursor).toBeUndefined();
    await store.savePage(id, { changes: [], cursor: '50' });
    await store.savePage(id, { changes: [changeRecord()] });
    expect((await read(url)).cursor).toBe('50');
    await store.savePage(id, { changes: [], cursor: '' });
    expect((await read(url)).cursor).toBe('');
  });

  it('counts revisions of the expertise where anything was learned', async () => {
    const { id, url } = await repository();
    const revision = async (changes: ChangeRecord[]) => {
      await store.savePage(id, { changes });
      return (await read(url)).revision;
    };
    const before = (await read(url)).revision;
    expect(await revision([changeRecord()])).toBe(before + 1);
    expect(await revision([])).toBe(before + 1);
    expect(
      await revision([changeRecord({ updatedAt: at('01-01T00:00') })]),
    ).toBe(before + 1);
  });

  it('notes how a sync ended; the last good one stays', async () => {
    const { id, url } = await repository();
    const other = await repository();
    const end = async (how: Parameters<typeof store.endSync>[1]) => {
      await store.endSync(id, how);
      const { syncedAt, error } = await read(url);
      return [syncedAt, error];
    };
    const first = at('07-01T08:00');
    expect(await end({ error: 'busy' })).toEqual([undefined, 'busy']);
    expect(await end({ syncedAt: first })).toEqual([first, undefined]);
    expect(await end({ error: 'busy' })).toEqual([first, 'busy']);
    expect(await read(other.url)).toMatchObject({
      syncedAt: undefined,
      error: undefined,
    });
  });

  it('starts a repository anew with another source, and no other', async () => {
    const reviews = [reviewRecord({ reviewedAt: at('07-01T10:00') })];
    const change = { mergedAt: at('07-02T08:00'), reviews };
    const [moved, stays] = [await repository(change), await repository(change)];
    for (const { id } of [moved, stays]) {
      await store.savePage(id, { changes: [], cursor: '1' });
      await store.endSync(id, { syncedAt: at('07-03T08:00') });
      await store.endSync(id, { error: 'busy' });
    }
    const before = await Promise.all([read(moved.url), read(stays.url)]);
    const [now] = await store.ensureRepositories([
      { url: moved.url, source: 'other' },
      { url: stays.url, source: 'memory' },
    ]);
    expect(now).toEqual({
      id: moved.id,
      url: moved.url,
      source: 'other',
      revision: before[0].revision + 1,
      cursor: undefined,
      syncedAt: undefined,
      error: undefined,
    });
    expect(await read(stays.url)).toEqual(before[1]);
    const left = async (id: number) => [
      await store.countChanges(id),
      (
        await expertise.listAt(
          { id, revision: 0 },
          { paths: [''], people: [carl, nina, everybody] },
        )
      ).length,
      (await expertise.listPairs({ id, revision: 0 }, [carl])).length,
    ];
    expect(await left(moved.id)).toEqual([0, 0, 0]);
    expect(await left(stays.id)).toEqual([1, 3, 1]);
  });

  it('lists what was ready or merged since, and all that is open', async () => {
    const since = at('01-02T12:00');
    const before = moment(since, -1);
    const old = { openedAt: before, readyAt: before, closedAt: before };
    const { id } = await repository(
      { ...old, changeId: '1', title: 'too old' },
      { ...old, changeId: '2', title: 'ready since', readyAt: since },
      { ...old, changeId: '3', title: 'merged since', mergedAt: since },
      { ...old, changeId: '4', title: 'merged before', mergedAt: before },
      { ...old, changeId: '5', title: 'open', closedAt: undefined },
    );
    const other = await repository({ changeId: '6', title: 'elsewhere' });
    const list = async (...ids: number[]) =>
      (await store.listChanges(ids, since)).map(({ title }) => title);
    expect(await list(id)).toEqual(['ready since', 'merged since', 'open']);
    expect(await list(id, other.id)).toHaveLength(4);
    expect(await list()).toEqual([]);
  });

  it('knows a change by its repository and its id', async () => {
    const { id } = await repository({ title: 'here' });
    const other = await repository({ title: 'there' });
    expect((await store.getChange(id, '1'))?.title).toBe('here');
    expect((await store.getChange(other.id, '1'))?.title).toBe('there');
    expect(await store.getChange(id, '2')).toBeUndefined();
    expect(await store.countChanges(id)).toBe(1);
  });

  it('counts the changes that wait for people, and moved lately', async () => {
    const since = at('06-01T12:00');
    const awaits = (...people: string[]) =>
      people.map(person => reviewRecord({ person, isAwaited: true }));
    const person = `github.com/p${count}`;
    const other = `github.com/q${count}`;
    await repository(
      { changeId: '1', updatedAt: since, reviews: awaits(person, other) },
      { changeId: '2', updatedAt: moment(since, -1), reviews: awaits(person) },
      {
        changeId: '3',
        updatedAt: moment(since, 1),
        reviews: [
          ...awaits(other),
          reviewRecord({ person, reviewedAt: since }),
        ],
      },
    );
    await repository({ updatedAt: moment(since, 9), reviews: awaits(person) });
    const counts = await store.countAwaited([person, other, 'nobody'], since);
    expect(Object.fromEntries(counts)).toEqual({ [person]: 2, [other]: 2 });
  });

  it('adds to sums, and keeps the last moments, whatever comes first', async () => {
    const [early, late] = [at('07-01T08:00'), at('07-09T08:00')];
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const { id } = await repository();
      for (const [index, mergedAt] of order.entries()) {
        const reviews = [reviewRecord({ reviewedAt: mergedAt })];
        const changes = [
          changeRecord({ changeId: `${index}`, mergedAt, reviews }),
        ];
        await store.savePage(id, { changes });
      }
      const state = { id, revision: 0 };
      const rows = await expertise.listAt(state, {
        paths: ['charts'],
        people: [nina, carl],
      });
      const slow = keptUnit(early).slow + keptUnit(late).slow;
      const of = (name: string) => rows.find(({ person }) => person === name);
      expect(of(nina)).toMatchObject({
        reviewCount: 2,
        changeCount: 0,
        lastReviewedAt: late,
        lastChangedAt: undefined,
        lastAt: late,
      });
      expect(of(nina)?.reviews.slow).toBeCloseTo(slow);
      expect(of(nina)?.changes).toEqual({ slow: 0, fast: 0 });
      expect(of(carl)).toMatchObject({
        reviewCount: 0,
        changeCount: 2,
        lastReviewedAt: undefined,
        lastChangedAt: late,
        lastAt: late,
      });
      expect(of(carl)?.changes.slow).toBeCloseTo(slow);
      const pairs = await expertise.listPairs(state, [carl]);
      expect(pairs).toMatchObject([{ reviewer: nina, reviewCount: 2 }]);
      expect(pairs[0].reviews.fast).toBeCloseTo(
        keptUnit(early).fast + keptUnit(late).fast,
      );
    }
  });

  it('counts a change once, however often and in which state it comes', async () => {
    const mergedAt = at('07-01T08:00');
    const by = (person: string) =>
      changeRecord({
        mergedAt,
        reviews: [reviewRecord({ person, reviewedAt: mergedAt })],
      });
    const { id } = await repository();
    for (const change of [by(nina), by(nina), by('github.com/paul')]) {
      await store.savePage(id, { changes: [change] });
    }
    const rows = await expertise.listAt(
      { id, revision: 0 },
      { paths: [''], people: [carl, nina, 'github.com/paul', everybody] },
    );
    expect(
      Object.fromEntries(
        rows.map(row => [row.person, [row.changeCount, row.reviewCount]]),
      ),
    ).toEqual({
      [everybody]: [1, 1],
      [carl]: [1, 0],
      [nina]: [0, 0],
      'github.com/paul': [0, 1],
    });
  });

  it('makes new repositories known beside those that are', async () => {
    const { url, id } = await repository();
    const other = `${url}-other`;
    const places = [url, other].map(place => ({
      url: place,
      source: 'memory',
    }));
    const found = await store.ensureRepositories(places);
    expect(found.map(place => place.url).sort()).toEqual([url, other]);
    expect(found.find(place => place.url === url)?.id).toBe(id);
    expect(await store.ensureRepositories(places)).toEqual(found);
  });

  it('names who did most at some paths, reviews and changes together', async () => {
    const mergedAt = at('07-01T08:00');
    const by = (author: string, reviewer: string, path: string) => ({
      author: `github.com/${author}`,
      mergedAt,
      paths: [path],
      reviews: [
        reviewRecord({
          person: `github.com/${reviewer}`,
          reviewedAt: mergedAt,
        }),
      ],
    });
    const { id } = await repository(
      { changeId: '1', ...by('ana', 'ben', 'a/x') },
      { changeId: '2', ...by('ana', 'ben', 'a/x') },
      { changeId: '3', ...by('ana', 'cleo', 'a/x') },
      { changeId: '4', ...by('dan', 'eva', 'b/x') },
      { changeId: '5', ...by('dan', 'eva', 'a/y') },
    );
    const most = async (limit: number, ...paths: string[]) =>
      (
        await expertise.listMostActive({ id, revision: 0 }, { paths, limit })
      ).map(({ person }) => person.slice('github.com/'.length));
    expect(await most(2, 'a')).toEqual(['ana', 'ben']);
    expect((await most(9, 'a')).sort()).toEqual([
      'ana',
      'ben',
      'cleo',
      'dan',
      'eva',
    ]);
    expect((await most(9, 'b/x')).sort()).toEqual(['dan', 'eva']);
  });

  it('sums up anew by newer rules, one repository at a time', async () => {
    const change = {
      mergedAt: at('07-01T08:00'),
      reviews: [reviewRecord({ reviewedAt: at('07-01T08:00') })],
    };
    const { id, url } = await repository(change);
    const other = await repository(change);
    const sums = async (of: number) => {
      const rows = await expertise.listAt(
        { id: of, revision: 0 },
        { paths: ['', 'charts'], people: [carl, nina, everybody] },
      );
      const keyOf = ({ path, person }: (typeof rows)[0]) => `${path} ${person}`;
      return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    };
    const before = await sums(id);
    expect(await store.rebuildExpertise(id)).toBe(false);
    const repositories = () => knex('reviewers_repositories');
    await repositories().update({ expertise_version: 0 });
    await knex('reviewers_expertise').update({ review_count: 99 });
    const { revision } = await read(url);
    expect(await store.rebuildExpertise(id)).toBe(true);
    expect(await sums(id)).toEqual(before);
    expect((await sums(other.id)).map(row => row.reviewCount)).toEqual(
      Array.from({ length: 6 }, () => 99),
    );
    expect((await read(url)).revision).toBe(revision + 1);
    expect(await store.rebuildExpertise(id)).toBe(false);
    expect(await store.rebuildExpertise(id, { evenIfCurrent: true })).toBe(
      true,
    );
    expect(await store.rebuildExpertise(-1)).toBe(false);
  });
});
