import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { userEntity } from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const mesh = 'component:default/mesh';
const pipes = 'component:default/pipes';
const [carl, nina, paul] = ['carl', 'nina', 'paul'].map(
  name => `user:default/${name}`,
);

describe.each(databases.eachSupportedId())('ReviewerListService on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  /** Four reviewers of three services, whose titles sort the other way round. */
  async function start() {
    const room = await createTestReviewersRoom({
      knex,
      now: '2026-07-08T10:00:00Z',
      entities: ['carl', 'nina', 'paul'].map(name => userEntity(name)),
    });
    await room.enlist(logs, nina, carl);
    await room.enlist(mesh, {
      userRef: paul,
      role: 'approver',
      paths: ['/charts/'],
    });
    await room.enlist(pipes, { userRef: nina, role: 'shadow' });
    const titles = new Map([
      [logs, 'Zoom of logs'],
      [mesh, 'Mesh'],
      [pipes, 'Äpfel'],
    ]);
    room.serviceList.getTitles.mockImplementation(
      async refs =>
        new Map([...titles].filter(([entityRef]) => refs.includes(entityRef))),
    );
    const list = room.reviewerList;
    const getVisibleRefs = jest
      .spyOn(room.services, 'getVisibleRefs')
      .mockResolvedValue('all');
    return {
      ...room,
      titles,
      show: (...refs: readonly string[]) =>
        getVisibleRefs.mockResolvedValue(refs),
      read: (query: { text?: string; cursor?: string; limit?: number } = {}) =>
        list.list({ limit: 50, ...query }, mockCredentials.user()),
      names: async (text?: string) =>
        (
          await list.list({ limit: 50, text }, mockCredentials.user())
        ).items.map(({ title, userRef }) => `${title}: ${userRef}`),
    };
  }

  it('names active reviewers by the title of their service, then by ref', async () => {
    const { names, read, roster, enlist } = await start();
    const everybody = [
      `Äpfel: ${nina}`,
      `Mesh: ${paul}`,
      `Zoom of logs: ${carl}`,
      `Zoom of logs: ${nina}`,
    ];
    expect(await names()).toEqual(everybody);
    expect(await read()).toMatchObject({
      totalItems: 4,
      pageInfo: { nextCursor: undefined },
    });
    await roster.putForward({
      entityRef: mesh,
      userRef: carl,
      side: 'person',
      by: carl,
      terms: { role: 'reviewer', paths: [] },
    });
    await enlist(mesh, { userRef: nina, endsOn: '2026-07-08' });
    await roster.remove(logs, nina);
    expect(await names()).toEqual([
      `Äpfel: ${nina}`,
      `Mesh: ${nina}`,
      `Mesh: ${paul}`,
      `Zoom of logs: ${carl}`,
    ]);
  });

  it('tells what was agreed, and what others may know of people', async () => {
    const { read, setAvailability } = await start();
    await setAvailability(paul, {
      timeZone: 'Europe/Berlin',
      maxOpenReviews: 7,
      onRotation: false,
      away: [
        { from: '2026-07-08', until: '2026-07-09' },
        { from: '2026-08-01', until: '2026-08-02' },
      ],
    });
    const { items } = await read({ text: 'mesh' });
    expect(items).toEqual([
      {
        entityRef: mesh,
        title: 'Mesh',
        userRef: paul,
        role: 'approver',
        paths: ['/charts/'],
        openReviews: 0,
        maxOpenReviews: 7,
        onRotation: false,
        timeZone: 'Europe/Berlin',
        awayUntil: '2026-07-09',
      },
    ]);
  });

  it('leaves out services that the caller may not see, or nobody knows', async () => {
    const { names, read, show, titles } = await start();
    show(mesh, 'component:default/other');
    expect(await names()).toEqual([`Mesh: ${paul}`]);
    expect((await read()).totalItems).toBe(1);
    expect(await names('logs')).toEqual([]);
    show();
    expect(await names()).toEqual([]);
    show(mesh, logs);
    titles.delete(mesh);
    expect(await names()).toHaveLength(2);
  });

  it.each([
    ['the title, in any case', 'ZOOM', 2],
    ['the ref of the service', 'default/MESH', 1],
    ['the ref of the person', 'user:default/nina', 2],
    ['nothing', 'xyz', 0],
  ])('finds text in %s', async (_, text, count) => {
    const { names, read } = await start();
    expect(await names(text)).toHaveLength(count);
    expect((await read({ text })).totalItems).toBe(count);
  });

  it('goes through the pages to the end', async () => {
    const { read } = await start();
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: 3, cursor });
      expect(page.totalItems).toBe(4);
      pages.push(
        page.items.map(({ title, userRef }) => `${title}: ${userRef}`),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(pages).toEqual([
      [`Äpfel: ${nina}`, `Mesh: ${paul}`, `Zoom of logs: ${carl}`],
      [`Zoom of logs: ${nina}`],
    ]);
    expect((await read({ limit: 4 })).pageInfo.nextCursor).toBeUndefined();
    for (const bad of ['4', '-1', 'x']) {
      await expect(read({ cursor: bad })).rejects.toMatchObject({
        name: 'InputError',
        message: 'Invalid request: cursor: not a cursor of this list',
      });
    }
  });
});
