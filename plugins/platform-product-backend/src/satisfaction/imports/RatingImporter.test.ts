import { Figures } from '@platform-product/backstage-plugin-common';
import { RatingRecords } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  clearRooms,
  figuresOf,
  refusalOf,
  startRooms,
} from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';

jest.setTimeout(60_000);

const [logs, metrics] = ['logs', 'metrics'].map(
  name => `component:default/${name}`,
);
const now = '2026-11-05T10:00:00.000Z';

const roundOf = (id: string, rest: { k?: number; closesAt?: Date } = {}) => ({
  id,
  opensAt: new Date('2026-07-01T00:00:00Z'),
  closesAt: new Date('2026-10-01T00:00:00Z'),
  k: 5,
  commentThreshold: 10,
  ...rest,
});
const all = (n: number) => [0, 0, 0, n, 0];
const releaseOf = (figures: Figures, roundId = 'survey') => ({
  roundId,
  entityRef: logs,
  figures,
});
const enough = releaseOf(figuresOf({ cost: all(5) }));

describe.each(databases.eachSupportedId())('imported ratings on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    room = startRooms({ knex, now });
  });

  const dump = async () => ({
    rounds: await knex('satisfaction_rounds').orderBy('id'),
    releases: await knex('satisfaction_releases').orderBy([
      'round_id',
      'entity_ref',
    ]),
    replies: await knex('satisfaction_replies').orderBy([
      'round_id',
      'entity_ref',
    ]),
  });
  const importFigures = (figures: Figures, k = 5) =>
    room.importRatings({
      rounds: [roundOf('survey', { k })],
      releases: [releaseOf(figures)],
    });
  const nothing = { rounds: [], releases: [], replies: [] };

  const records: RatingRecords = {
    rounds: [roundOf('survey'), { ...roundOf('older'), k: 4 }],
    releases: [
      enough,
      { ...enough, entityRef: metrics, figures: figuresOf({ cost: all(7) }) },
      releaseOf(figuresOf({ cost: all(4), latency: all(9) }), 'older'),
      { ...enough, roundId: 'another' },
    ],
    replies: [
      {
        roundId: 'survey',
        entityRef: logs,
        text: 'We heard you.',
        link: 'https://example.com/answer',
        by: 'user:default/olga',
        at: new Date('2026-10-07T08:00:00Z'),
      },
      {
        roundId: 'older',
        entityRef: logs,
        text: 'Thank you.',
        by: 'user:default/maya',
        at: new Date('2026-07-07T08:00:00Z'),
      },
      {
        roundId: 'another',
        entityRef: logs,
        text: 'Of nothing',
        by: 'user:default/maya',
        at: new Date('2026-07-07T08:00:00Z'),
      },
    ],
  };

  it('are those of rounds that are over, each with what belongs to it', async () => {
    await room.importRatings(records);
    const { rounds, releases, replies } = await dump();
    const prior = (counts: object) => JSON.stringify(counts);
    expect(rounds).toEqual([
      expect.objectContaining({
        id: 'older',
        k: 4,
        comment_threshold: 10,
        status: 'closed',
        secret: null,
        prior: prior({ cost: all(4), latency: all(9) }),
      }),
      expect.objectContaining({
        id: 'survey',
        k: 5,
        status: 'closed',
        secret: null,
        prior: prior({ cost: all(12) }),
      }),
    ]);
    expect(rounds.map(row => [+row.opens_at, +row.closes_at])).toEqual(
      Array(2).fill([Date.UTC(2026, 6, 1), Date.UTC(2026, 9, 1)]),
    );
    expect(
      releases.map(row => [
        row.round_id,
        row.entity_ref,
        row.sequence,
        Boolean(row.is_newest),
        JSON.parse(row.figures),
      ]),
    ).toEqual([
      ['older', logs, 1, true, records.releases[2].figures],
      ['survey', logs, 1, true, enough.figures],
      ['survey', metrics, 1, true, figuresOf({ cost: all(7) })],
    ]);
    expect(
      replies.map(row => [
        row.round_id,
        row.text,
        row.link,
        row.replied_by,
        new Date(row.replied_at).toISOString(),
      ]),
    ).toEqual([
      [
        'older',
        'Thank you.',
        null,
        'user:default/maya',
        '2026-07-07T08:00:00.000Z',
      ],
      [
        'survey',
        'We heard you.',
        'https://example.com/answer',
        'user:default/olga',
        '2026-10-07T08:00:00.000Z',
      ],
    ]);
  });

  it('stay as they are when they come again, or the round is known', async () => {
    await room.importRatings(records);
    const before = await dump();
    await room.importRatings(records);
    await room.importRatings({
      rounds: [{ ...roundOf('survey'), k: 3 }],
      releases: [
        releaseOf(figuresOf({ cost: all(50) })),
        { ...enough, entityRef: 'component:default/new' },
      ],
      replies: [{ ...records.replies[0], text: 'Something else' }],
    });
    expect(await dump()).toEqual(before);
  });

  it('never touch an open round of the same name', async () => {
    await room.runTask();
    const before = await dump();
    await room.importRatings({
      rounds: [roundOf('2026-Q4')],
      releases: [releaseOf(enough.figures, '2026-Q4')],
    });
    expect(await dump()).toEqual(before);
    expect(before.rounds).toMatchObject([{ id: '2026-Q4', status: 'open' }]);
  });

  describe('with feedback', () => {
    const at = (day: string) => new Date(`2026-${day}T08:00:00Z`);
    const feedback: RatingRecords['feedback'] = [
      {
        key: 'ticket-1',
        entityRef: logs,
        title: 'Keep logs for a month',
        text: 'Seven days are too few.',
        visibility: 'public',
        by: 'user:default/carl',
        at: at('08-03'),
        status: 'planned',
        statusNote: 'With the new storage.',
        link: 'https://example.com/roadmap',
        movedAt: at('09-01'),
        voters: ['user:default/ana', 'user:default/ben', 'user:default/ana'],
        replies: [
          {
            text: 'How many days do you need?',
            by: 'user:default/maya',
            fromTeam: true,
            at: at('08-05'),
          },
        ],
      },
      {
        key: 'ticket-2',
        entityRef: logs,
        title: 'Longer retention',
        visibility: 'team',
        by: 'user:default/ana',
        at: at('08-04'),
        status: 'duplicate',
        duplicateOf: 'ticket-1',
      },
      {
        key: 'ticket-3',
        entityRef: logs,
        title: 'Search by trace',
        visibility: 'public',
        by: 'user:default/ben',
        at: at('10-20'),
      },
    ];
    it('bring it in with its status, its votes and what was said', async () => {
      await room.importRatings({ feedback });
      const rows = await knex('satisfaction_feedback').orderBy('created_at');
      const [first] = rows;
      expect(
        rows.map(row => [
          row.title,
          row.visibility,
          row.created_by,
          row.status,
          row.status_note,
          row.link,
          row.duplicate_of,
          row.version,
          row.moved_at && new Date(row.moved_at).toISOString(),
        ]),
      ).toEqual([
        [
          'Keep logs for a month',
          'public',
          'user:default/carl',
          'planned',
          'With the new storage.',
          'https://example.com/roadmap',
          null,
          1,
          '2026-09-01T08:00:00.000Z',
        ],
        [
          'Longer retention',
          'team',
          'user:default/ana',
          'duplicate',
          null,
          null,
          first.id,
          1,
          '2026-08-04T08:00:00.000Z',
        ],
        [
          'Search by trace',
          'public',
          'user:default/ben',
          'open',
          null,
          null,
          null,
          1,
          null,
        ],
      ]);
      expect(await knex('satisfaction_votes').orderBy('user_ref')).toEqual([
        { feedback_id: first.id, user_ref: 'user:default/ana' },
        { feedback_id: first.id, user_ref: 'user:default/ben' },
      ]);
      expect(await knex('satisfaction_feedback_replies')).toMatchObject([
        {
          feedback_id: first.id,
          text: 'How many days do you need?',
          created_by: 'user:default/maya',
        },
      ]);
    });

    it('stays as it is when it comes again, whatever happened to it', async () => {
      await room.importRatings({ feedback });
      await knex('satisfaction_feedback').update({
        status: 'completed',
        created_by: 'user:default/erased',
      });
      await knex('satisfaction_votes').delete();
      await room.importRatings({ feedback });
      expect(
        await knex('satisfaction_feedback').select('status', 'created_by'),
      ).toEqual(
        Array(3).fill({
          status: 'completed',
          created_by: 'user:default/erased',
        }),
      );
      expect(await knex('satisfaction_votes')).toEqual([]);
    });

    it('is refused where it is anonymous, for it names who gave it', async () => {
      const [first] = feedback;
      const anonymous = { ...first, visibility: 'anonymous' as never };
      expect(
        await refusalOf(() => room.importRatings({ feedback: [anonymous] })),
      ).toMatch(/'ticket-1' to import is anonymous/);
      expect(await knex('satisfaction_feedback')).toEqual([]);
    });

    it('does not come back once its service is forgotten', async () => {
      await room.importRatings({ feedback });
      await knex('satisfaction_feedback').delete();
      await room.importRatings({ feedback });
      expect(await knex('satisfaction_feedback')).toEqual([]);
      expect(await knex('satisfaction_votes')).toEqual([]);
    });

    it('asks once whether it is there, however much there is', async () => {
      await room.importRatings({ feedback });
      const asked: string[] = [];
      const onQuery = ({ sql }: { sql: string }) => asked.push(sql);
      knex.on('query', onQuery);
      await room.importRatings({ feedback });
      knex.removeListener('query', onQuery);
      expect(asked.filter(sql => /imported_feedback/.test(sql))).toHaveLength(
        1,
      );
      expect(asked.filter(sql => /^insert/i.test(sql))).toEqual([]);
    });

    it.each([
      [{ title: 'x'.repeat(201) }, /has a bad field title/],
      [{ title: ' ' }, /has a bad field title/],
      [{ text: 'a\u0000b' }, /has a bad field text/],
      [{ link: 'ftp://example.com' }, /has a bad field link/],
      [{ status: 'gone' as never }, /has a bad field status/],
      [{ duplicateOf: 'ticket-9' }, /is a duplicate of 'ticket-9'/],
    ])('is refused before any is kept: %j', async (field, why) => {
      const [first, second] = feedback;
      const bad = { ...first, key: 'ticket-7', ...field };
      expect(
        await refusalOf(() => room.importRatings({ feedback: [second, bad] })),
      ).toMatch(/duplicate|bad field/);
      expect(
        await refusalOf(() => room.importRatings({ feedback: [bad, first] })),
      ).toMatch(why);
      expect(await knex('satisfaction_feedback')).toEqual([]);
    });

    it('is brought in as a whole, or not at all', async () => {
      const [first] = feedback;
      const broken = { ...first, at: null as never };
      await refusalOf(() => room.importRatings({ feedback: [broken] }));
      expect(await knex('satisfaction_feedback')).toEqual([]);
    });
  });

  it('are kept with their whole round, or not at all', async () => {
    const why = await refusalOf(() =>
      room.importRatings({
        rounds: [roundOf('survey')],
        releases: [enough, enough],
      }),
    );
    expect(why).toMatch(/unique constraint/i);
    expect(await dump()).toEqual(nothing);
  });

  it.each([
    [new Date(+new Date(now) + 1), 0],
    [new Date(now), 1],
  ])('are of rounds that are over, as at %p: %d', async (closesAt, count) => {
    const why = await refusalOf(() =>
      room.importRatings({ rounds: [roundOf('survey', { closesAt })] }),
    );
    expect(why).toBe(
      count
        ? undefined
        : "InputError: The round 'survey' to import is not over",
    );
    expect((await dump()).rounds).toHaveLength(count);
  });

  const took = (complete: number, partial = 0) => ({
    participation: { complete, partial, asked: 40 },
  });
  const comments = ['Fine'];

  it.each<[what: string, k: number, figures: Figures, isTaken: boolean]>([
    ['k ratings', 5, figuresOf({ cost: all(5) }), true],
    ['one rating less', 5, figuresOf({ cost: all(4) }), false],
    [
      'enough of one feature alone',
      5,
      figuresOf({ cost: all(9), latency: all(4) }),
      false,
    ],
    ['three, whatever k was', 1, figuresOf({ cost: all(3) }), true],
    ['two, whatever k was', 1, figuresOf({ cost: all(2) }), false],
    ['k answers', 5, figuresOf({}, took(2, 3)), true],
    ['one answer less', 5, figuresOf({}, took(2, 2)), false],
    ['ten with comments', 5, figuresOf({}, { ...took(9, 1), comments }), true],
    ['nine with comments', 5, figuresOf({}, { ...took(9), comments }), false],
    [
      'comments of nobody knows how many',
      5,
      figuresOf({ cost: all(20) }, { comments }),
      false,
    ],
    [
      'more than k for comments, too',
      12,
      figuresOf({}, { ...took(11), comments }),
      false,
    ],
    [
      'twelve, where k is more',
      12,
      figuresOf({}, { ...took(12), comments }),
      true,
    ],
  ])('rest on enough answers: %s', async (_, k, figures, isTaken) => {
    const why = await refusalOf(() => importFigures(figures, k));
    expect(why).toBe(
      isTaken
        ? undefined
        : `InputError: The scores of '${logs}' in 'survey' to import rest on too few answers`,
    );
    const { rounds, releases } = await dump();
    expect([rounds.length, releases.length]).toEqual(isTaken ? [1, 1] : [0, 0]);
  });

  it('have the form of figures', async () => {
    for (const figures of [
      { features: { cost: { counts: [5] } } },
      { features: { beauty: { counts: all(5) } } },
      { features: { cost: { counts: [-5, 0, 0, 10, 0] } } },
    ]) {
      const why = await refusalOf(() => importFigures(figures as never));
      expect(why).toMatch(/^ZodError/);
    }
    expect(await dump()).toEqual(nothing);
  });

  it('are none of an import that has none', async () => {
    await room.importRecords({ id: 'test', load: async () => [] });
    expect(await dump()).toEqual(nothing);
  });

  it('hear of the time, so that an import can tell what is over', async () => {
    const loadRatings = jest.fn(async () => ({
      rounds: [],
      releases: [],
      replies: [],
    }));
    await room.importRecords({ id: 'test', load: async () => [], loadRatings });
    expect(loadRatings).toHaveBeenCalledWith({ now: new Date(now) });
  });

  it('brings in research with the round of its day, once', async () => {
    const entry = {
      entityRef: logs,
      kind: 'interview' as const,
      date: '2026-09-30',
      learned: 'Nobody finds the search.',
      by: 'user:default/olga',
    };
    const learned = {
      rounds: [roundOf('survey')],
      releases: [],
      replies: [],
      research: [entry],
    };
    await room.importRatings(learned);
    const kept = () =>
      knex('satisfaction_research').select(
        'entity_ref',
        'kind',
        'date',
        'created_by',
      );
    expect(await kept()).toEqual([
      {
        entity_ref: logs,
        kind: 'interview',
        date: '2026-09-30',
        created_by: 'user:default/olga',
      },
    ]);
    // What was taken down does not come back.
    await knex('satisfaction_research').delete();
    await room.importRatings(learned);
    expect(await kept()).toEqual([]);
    const refused = await Promise.all(
      ['2026-06-30', '2026-10-01'].map(date =>
        refusalOf(() =>
          room.importRatings({ ...learned, research: [{ ...entry, date }] }),
        ),
      ),
    );
    expect(refused).toEqual(
      ['2026-06-30', '2026-10-01'].map(date =>
        expect.stringContaining(`on '${date}' to import is of no round`),
      ),
    );
  });
});
