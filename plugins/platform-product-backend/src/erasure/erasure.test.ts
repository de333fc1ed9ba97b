import { randomUUID } from 'crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Answer } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { serviceEntity } from '../__testUtils__/entities';
import { listTables } from '../__testUtils__/Snapshot';
import { clearRooms, figuresOf, startRooms } from '../__testUtils__/startRooms';
import { migrationsDirectory } from '../database/prepareDatabase';
import { TableRewriter } from '../database/TableRewriter';
import { eraseFromMaturity } from '../maturity/eraseFromMaturity';
import { createEraseFromReviewers } from '../reviewers/eraseFromReviewers';
import { linkOf } from '../satisfaction/answers/linkOf';
import { EraseService } from './EraseService';

jest.setTimeout(60_000);

const [logs, metrics] = ['logs', 'metrics'].map(
  name => `component:default/${name}`,
);
const [ada, ben] = ['ada', 'ben'].map(name => `user:default/${name}`);
const others = Array.from({ length: 8 }, (_, n) => `user:default/p${n}`);
const service = {
  entityRef: 'component:default/logs',
  entity: serviceEntity('logs', { title: 'Log search' }),
};

type Row = Record<string, unknown>;

/** Columns that name people, by what they are called; criteria hold back, too. */
const namesPeople = /((?<!held_back)_by|user_ref|author|reviewer|sponsor)$/;
/** Tables that hold people as forges know them, which are for these to forget. */
const ofForges = ['reviewers_changes', 'reviewers_pairs'];

const at = new Date('2026-11-05T10:00:00.000Z');
const erasedAt = new Date('2026-11-06T10:00:00.000Z');

/** The tables that follow, in an order in which they can be emptied. */
const otherTables = [
  'maturity_attestations',
  'maturity_waivers',
  'reviewers_availability',
  'reviewers_nudges',
  'reviewers_request_turns',
  'reviewers_requests',
  'reviewers_roster',
  'reviewers_changes',
  'reviewers_repositories',
  'rewrites_due',
  'updates_notices',
  'updates_roadmap_items',
  'updates_calendar_links',
  'updates_calendar_rights',
  'updates_event_attendance',
  'updates_events',
  'updates_posts',
  'updates_digests',
];

/** Puts somebody into every column of the other rooms that can name them. */
async function takePartElsewhere(knex: Knex, userRef: string) {
  const common = {
    entity_ref: logs,
    idempotency_key: 'key',
  };
  await knex('maturity_attestations').insert({
    ...common,
    id: randomUUID(),
    criterion_id: 'honest',
    statement: 'We do',
    created_by: userRef,
    created_at: at,
    expires_at: at,
    withdrawn_by: userRef,
  });
  await knex('maturity_waivers').insert({
    ...common,
    id: randomUUID(),
    criterion_id: 'honest',
    reason: 'No time',
    requested_by: userRef,
    requested_at: at,
    expires_at: at,
    decided_by: userRef,
    revoked_by: userRef,
  });
  await knex('reviewers_availability').insert({
    user_ref: userRef,
    availability: '{}',
    changed_at: at,
  });
  // One place on a roster is their own, another one they look after.
  for (const reviewer of [userRef, `${userRef}-fan`]) {
    await knex('reviewers_roster').insert({
      entity_ref: logs,
      user_ref: reviewer,
      proposed_by: userRef,
      sponsor: userRef,
      changed_at: at,
    });
  }
  const id = randomUUID();
  await knex('reviewers_requests').insert({
    ...common,
    id,
    requested_by: userRef,
    requested_at: at,
    paths: '[]',
    author: userRef,
    status: 'pending',
    reviewer: userRef,
  });
  await knex('reviewers_request_turns').insert({
    request_id: id,
    turn: 1,
    reviewer: userRef,
    asked_at: at,
    outcome: 'pending',
  });
  const [repository] = await knex('reviewers_repositories')
    .insert({
      url: `https://example.com/${userRef}`,
      source: 'git',
      expertise_version: 1,
    })
    .returning('id');
  const [change] = await knex('reviewers_changes')
    .insert({
      repository_id: repository.id,
      change_id: '1',
      author: 'login:somebody',
      opened_at: at,
      updated_at: at,
      paths: '[]',
    })
    .returning('id');
  await knex('reviewers_nudges').insert({
    change: change.id,
    nudged_by: userRef,
    nudged_at: at,
  });
  const noticeId = randomUUID();
  await knex('updates_notices').insert({
    ...common,
    id: noticeId,
    kind: 'outage',
    impact: 'major',
    status: 'investigating',
    title: 'Search is away',
    content: '{}',
    detected_at: at,
    told_afterwards: false,
    created_by: userRef,
    created_at: at,
    version: 1,
    reached_version: 1,
  });
  await knex('updates_notice_updates').insert({
    id: randomUUID(),
    notice_id: noticeId,
    ordinal: 1,
    status: 'investigating',
    impact: 'major',
    text: 'We look.',
    created_by: userRef,
    created_at: at,
    idempotency_key: 'key',
  });
  const reached = { notice_id: noticeId, entity_ref: metrics };
  await knex('updates_notice_owners').insert({ ...reached, owner: userRef });
  await knex('updates_notice_answers').insert({
    ...reached,
    answer: 'seen',
    answered_by: userRef,
    answered_at: at,
  });
  const itemId = randomUUID();
  await knex('updates_roadmap_items').insert({
    ...common,
    id: itemId,
    title: 'A faster search',
    stage: 'shipped',
    position: 0,
    content: '{}',
    is_draft: false,
    stage_since: at,
    shipped_at: at,
    created_by: userRef,
    created_at: at,
    version: 1,
  });
  await knex('updates_roadmap_told').insert({
    item_id: itemId,
    user_ref: userRef,
  });
  const eventId = randomUUID();
  await knex('updates_events').insert({
    ...common,
    id: eventId,
    kind: 'demo',
    title: 'A demo',
    content: '{}',
    time_zone: 'UTC',
    starts_at: '2026-11-05T10:00',
    duration_minutes: 45,
    first_at: at,
    sequence: 0,
    created_by: userRef,
    created_at: at,
    changed_at: at,
    version: 1,
  });
  await knex('updates_event_attendance').insert({
    event_id: eventId,
    original_start: '2026-11-05T10:00',
    user_ref: userRef,
    said_at: at,
    starts_at: at,
    ends_at: at,
  });
  await knex('updates_posts').insert({
    ...common,
    id: randomUUID(),
    title: 'Search is faster',
    text: 'Twice as fast.',
    tags: '[]',
    audience: 'everybody',
    created_by: userRef,
    created_at: at,
    version: 1,
  });
  await knex('updates_digests').insert({
    user_ref: userRef,
    digested_on: at,
    has_ratings: false,
  });
  await knex('updates_calendar_links').insert({
    user_ref: userRef,
    user_uid: eventId,
    secret_hash: eventId,
    created_at: at,
  });
  await knex('updates_calendar_rights').insert({
    user_ref: userRef,
    entity_ref: metrics,
    checked_at: at,
  });
}

describe.each(databases.eachSupportedId())('erasing people on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;
  let erasing: EraseService;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  const answer: Answer = { ratings: { cost: 4 }, comment: 'Fine' };

  /** Everything that somebody can leave behind in these rooms. */
  async function liveAs(userRef: string) {
    const reader = { userRef, isTeam: true };
    await room.follows.follow(logs, userRef);
    await room.follows.follow(metrics, userRef);
    await room.audience.note({
      entityRef: logs,
      roundId: '2026-Q4',
      userRef,
      outcome: 'declined',
    });
    await room.audience.note({
      entityRef: logs,
      roundId: '2025-Q4',
      userRef,
      outcome: 'seen',
    });
    await room.scores.reply('component:default/scored', {
      roundId: userRef === ada ? 'survey-a' : 'survey-b',
      text: 'We heard you.',
      by: userRef,
    });
    const { id: wish } = await room.feedback.give(
      {
        title: 'Slow search',
        visibility: 'public',
        by: userRef,
        idempotencyKey: 'key',
      },
      { entityRef: logs, entity: serviceEntity('logs') },
      reader,
    );
    for (const other of [userRef, ben]) {
      await room.feedback.vote(
        (await room.feedback.find(wish))!,
        other,
        true,
        reader,
      );
    }
    await room.feedback.reply(
      (await room.feedback.find(wish))!,
      { text: 'Very', by: userRef, fromTeam: false, idempotencyKey: 'key' },
      service,
      reader,
    );
    await room.research.add(
      {
        entityRef: logs,
        kind: 'embed',
        date: '2026-11-01',
        learned: 'They build dashboards by hand.',
        by: userRef,
      },
      'key',
    );
    await room.answers.save(logs, userRef, answer);
    await room.answers.save(metrics, userRef, answer);
    await takePartElsewhere(knex, userRef);
  }

  beforeEach(async () => {
    await clearRooms(knex);
    for (const table of otherTables) await knex(table).delete();
    room = startRooms({ knex, now: '2026-11-05T10:00:00.000Z' });
    erasing = new EraseService({
      knex,
      rooms: [
        ...room.erasers,
        eraseFromMaturity,
        createEraseFromReviewers({ outbox: { put: async () => {} } }),
      ],
      rewriter: new TableRewriter({ knex, logger: mockServices.logger.mock() }),
      now: () => erasedAt,
    });
    await room.runTask();
    await room.importRatings({
      rounds: ['survey-a', 'survey-b'].map(roundId => ({
        id: roundId,
        opensAt: new Date('2026-01-01T00:00:00Z'),
        closesAt: new Date('2026-02-01T00:00:00Z'),
        k: 5,
        commentThreshold: 10,
      })),
      releases: ['survey-a', 'survey-b'].map(roundId => ({
        roundId,
        entityRef: 'component:default/scored',
        figures: figuresOf({ cost: [5, 0, 0, 0, 0] }),
      })),
    });
    // On logs all is published, on metrics nothing.
    for (const userRef of [ada, ben]) await liveAs(userRef);
    for (const userRef of others) {
      await room.answers.save(logs, userRef, answer);
    }
    await room.runTask();
  });

  /** All that the database holds, by table. */
  async function dump(): Promise<Record<string, Row[]>> {
    const tables = await listTables(knex);
    const rows = await Promise.all(
      tables.map(async name => [
        name,
        (
          await knex(name)
        ).sort((one, other) =>
          JSON.stringify(one).localeCompare(JSON.stringify(other)),
        ),
      ]),
    );
    return Object.fromEntries(rows);
  }

  const secret = async (): Promise<string> =>
    (await knex('satisfaction_rounds').where('id', '2026-Q4').first()).secret;

  it('leaves nothing that leads to them, and everybody else as they were', async () => {
    const before = await dump();
    const links = [logs, metrics].map(async entityRef =>
      linkOf(await secret(), ada, entityRef),
    );
    const traces = [`"${ada}"`, ...(await Promise.all(links))];
    // What releases have counted is kept under its link until the round closes.
    const isOf = (row: Row) =>
      !row.is_withdrawn &&
      traces.some(trace => JSON.stringify(row).includes(trace));
    const touched = Object.entries(before)
      .filter(([, rows]) => rows.some(isOf))
      .map(([table]) => table);
    expect(touched.sort()).toEqual([
      'maturity_attestations',
      'maturity_waivers',
      'reviewers_availability',
      'reviewers_nudges',
      'reviewers_request_turns',
      'reviewers_requests',
      'reviewers_roster',
      'satisfaction_answers',
      'satisfaction_contacts',
      'satisfaction_feedback',
      'satisfaction_feedback_replies',
      'satisfaction_replies',
      'satisfaction_research',
      'satisfaction_votes',
      'updates_calendar_links',
      'updates_calendar_rights',
      'updates_digests',
      'updates_event_attendance',
      'updates_events',
      'updates_follows',
      'updates_notice_answers',
      'updates_notice_owners',
      'updates_notice_updates',
      'updates_notices',
      'updates_posts',
      'updates_roadmap_items',
      'updates_roadmap_told',
    ]);

    await erasing.erase(ada);
    const after = await dump();
    for (const [table, rows] of Object.entries(after)) {
      expect(rows.filter(isOf)).toEqual([]);
      // Which services have something to publish is noted anew.
      if (table === 'satisfaction_tallies') continue;
      expect(rows).toEqual(
        expect.arrayContaining(before[table].filter(row => !isOf(row))),
      );
    }
  });

  it('is tried with every column that names people', async () => {
    const named: string[] = [];
    const filled: string[] = [];
    for (const [table, rows] of Object.entries(await dump())) {
      if (ofForges.includes(table)) continue;
      for (const column of Object.keys(await knex(table).columnInfo())) {
        if (!namesPeople.test(column)) continue;
        named.push(`${table}.${column}`);
        if (rows.some(row => row[column] === ada)) {
          filled.push(`${table}.${column}`);
        }
      }
    }
    expect(filled).toEqual(named);
    expect(named.length).toBeGreaterThan(20);
  });

  it('deletes what is theirs, and keeps what they did for a service under one other name', async () => {
    const before = await dump();
    await erasing.erase(ada);
    const after = await dump();
    const goneFrom = (table: string) =>
      before[table].length - after[table].length;
    expect({
      follows: goneFrom('updates_follows'),
      contacts: goneFrom('satisfaction_contacts'),
      // Of her own vote and not of those for what she wrote.
      votes: goneFrom('satisfaction_votes'),
      feedback: goneFrom('satisfaction_feedback'),
      replies: goneFrom('satisfaction_feedback_replies'),
      answersToScores: goneFrom('satisfaction_replies'),
      research: goneFrom('satisfaction_research'),
      attestations: goneFrom('maturity_attestations'),
      waivers: goneFrom('maturity_waivers'),
      availability: goneFrom('reviewers_availability'),
      roster: goneFrom('reviewers_roster'),
      requests: goneFrom('reviewers_requests'),
      turns: goneFrom('reviewers_request_turns'),
      nudges: goneFrom('reviewers_nudges'),
      releases: goneFrom('satisfaction_releases'),
      notices: goneFrom('updates_notices'),
      answersToNotices: goneFrom('updates_notice_answers'),
      owned: goneFrom('updates_notice_owners'),
      roadmap: goneFrom('updates_roadmap_items'),
      toldOfRoadmap: goneFrom('updates_roadmap_told'),
      events: goneFrom('updates_events'),
      attendance: goneFrom('updates_event_attendance'),
      links: goneFrom('updates_calendar_links'),
      rights: goneFrom('updates_calendar_rights'),
      posts: goneFrom('updates_posts'),
      digests: goneFrom('updates_digests'),
    }).toEqual({
      follows: 2,
      contacts: 2,
      votes: 1,
      feedback: 0,
      replies: 0,
      answersToScores: 0,
      research: 0,
      attestations: 0,
      waivers: 0,
      availability: 1,
      // Not the places that they look after.
      roster: 1,
      requests: 0,
      turns: 0,
      nudges: 0,
      releases: 0,
      notices: 0,
      answersToNotices: 0,
      owned: 1,
      roadmap: 0,
      toldOfRoadmap: 1,
      events: 0,
      attendance: 1,
      links: 1,
      rights: 1,
      posts: 0,
      digests: 1,
    });
    const names = [
      ...(await knex('satisfaction_feedback').pluck('created_by')),
      ...(await knex('satisfaction_feedback_replies').pluck('created_by')),
      ...(await knex('satisfaction_replies').pluck('replied_by')),
      ...(await knex('satisfaction_research').pluck('created_by')),
      ...(await knex('maturity_waivers').pluck('decided_by')),
      ...(await knex('reviewers_requests').pluck('author')),
      ...(await knex('reviewers_roster').pluck('sponsor')),
      ...(await knex('updates_notices').pluck('created_by')),
      ...(await knex('updates_notice_answers').pluck('answered_by')),
      ...(await knex('updates_roadmap_items').pluck('created_by')),
      ...(await knex('updates_events').pluck('created_by')),
      ...(await knex('updates_posts').pluck('created_by')),
    ].filter(name => name !== ben);
    expect(names).toHaveLength(12);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^user:default\/erased-[\da-f]{12}$/);
    // Content and time stay as they were.
    const rest = (rows: Row[]) =>
      rows.map(({ created_by: _, ...row }) => row).sort(byId);
    expect(rest(after.satisfaction_feedback)).toEqual(
      rest(before.satisfaction_feedback),
    );
  });

  it('deletes what was not published of answers, and keeps what was', async () => {
    const key = await secret();
    await knex('satisfaction_tallies').update({ is_dirty: false });
    const ofLogs = () =>
      knex('satisfaction_answers').where('entity_ref', logs).orderBy('link');
    const before = await ofLogs();
    await erasing.erase(ada);
    const link = linkOf(key, ada, logs);
    const after = await ofLogs();
    expect(after.map(row => row.link)).toEqual(before.map(row => row.link));
    const published = before.find(row => row.link === link).past;
    expect(published).not.toBe('{}');
    const own = after.find(row => row.link === link);
    expect(own).toMatchObject({
      ratings: '{}',
      comment: null,
      past: published,
    });
    expect(Boolean(own.is_withdrawn)).toBe(true);
    // Nothing was published of metrics.
    const left = await knex('satisfaction_answers')
      .where('entity_ref', metrics)
      .pluck('link');
    expect(left).toEqual([linkOf(key, ben, metrics)]);
    const dirty = await knex('satisfaction_tallies')
      .where('is_dirty', true)
      .pluck('entity_ref');
    expect(dirty.sort()).toEqual([logs, metrics]);
    // Whoever comes again finds nothing of it.
    expect(await room.answers.get(logs, ada)).toMatchObject({
      answer: undefined,
      contact: undefined,
    });
    expect((await room.answers.get(logs, ben)).answer).toEqual(answer);
  });

  it('ends waivers that they wait for, and no others', async () => {
    const waivers = {
      pending: {},
      approved: { decision: 'approved', decided_by: ben },
      denied: { decision: 'denied', decided_by: ben },
      revoked: { revoked_by: ben, revoked_at: at },
      another: { requested_by: ben },
    };
    await knex('maturity_waivers').delete();
    await knex('maturity_waivers').insert(
      Object.entries(waivers).map(([name, state]) => ({
        id: randomUUID(),
        entity_ref: logs,
        criterion_id: name,
        reason: 'No time',
        requested_by: ada,
        requested_at: at,
        expires_at: erasedAt,
        idempotency_key: name,
        ...state,
      })),
    );
    await erasing.erase(ada);
    const ended = await knex('maturity_waivers').whereNotNull('revoked_at');
    const endings = ended.map(row => [
      row.criterion_id,
      row.revoked_by === ben ? ben : row.revoked_by === row.requested_by,
      +new Date(row.revoked_at),
    ]);
    expect(endings.sort()).toEqual([
      ['pending', true, +erasedAt],
      ['revoked', ben, +at],
    ]);
  });

  it.each([
    ['pending', 'withdrawn'],
    ['accepted', 'withdrawn'],
    ['completed', 'completed'],
    ['withdrawn', 'withdrawn'],
    ['expired', 'expired'],
  ])('leaves a request for a review that is %s %s', async (before, after) => {
    await knex('reviewers_requests').update({
      status: before,
      answer_due_at: at,
    });
    await erasing.erase(ada);
    const rows = await knex('reviewers_requests').orderBy('requested_by');
    const isEnded = before !== after;
    expect(rows).toMatchObject([
      // That of somebody else waits as before.
      { requested_by: ben, status: before },
      { status: after },
    ]);
    expect(rows[1].requested_by).toMatch(/erased-/);
    expect(rows.map(row => row.answer_due_at === null)).toEqual([
      false,
      isEnded,
    ]);
    const closed = rows.filter(row => row.closed_at !== null);
    expect(closed.map(row => +new Date(row.closed_at))).toEqual(
      isEnded ? [+erasedAt] : [],
    );
  });

  it('leaves nobody by name in what was found, nor in its history', async () => {
    const finding = (summary: string) => ({
      criterion_id: 'product-manager',
      source: 'annotation:platform-product/product-manager',
      result: 'pass',
      summary,
      first_seen_at: at,
      last_seen_at: at,
    });
    const causes = [ada, ben, `${ada}m`].map(summary => ({ summary }));
    await knex('maturity_evidence').delete();
    await knex('maturity_history').delete();
    await knex('maturity_evidence').insert([
      { entity_ref: logs, ...finding(ada) },
      { entity_ref: metrics, ...finding(ben) },
    ]);
    await knex('maturity_history').insert({
      entity_ref: logs,
      at,
      from_level: 0,
      to_level: 1,
      level_without_waivers: 1,
      measured_level: 1,
      reason: 'evidence',
      causes: JSON.stringify(causes),
      ladder_version: 'x',
    });
    await erasing.erase(ada);
    expect(
      await knex('maturity_evidence').orderBy('entity_ref').pluck('summary'),
    ).toEqual([expect.stringMatching(/^user:default\/erased-/), ben]);
    const [kept] = await knex('maturity_history').pluck('causes');
    expect(JSON.parse(kept)).toEqual([
      { summary: expect.stringMatching(/^user:default\/erased-/) },
      ...causes.slice(1),
    ]);
  });

  it('gives each person another name, whatever they have in common', async () => {
    await erasing.erase(ada);
    await erasing.erase(ben);
    const names = await knex('satisfaction_feedback').pluck('created_by');
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/erased-/);
  });

  it('does nothing for who has left nothing', async () => {
    const before = await dump();
    await erasing.erase('user:default/nobody');
    // Nor for who is named in part.
    await erasing.erase('user:default/ad');
    await erasing.erase('user:default/ada2');
    expect(await dump()).toEqual(before);
  });

  it('erases in all rooms, or in none', async () => {
    const before = await dump();
    const rooms: string[] = [];
    const halfway = new EraseService({
      knex,
      rooms: [
        async (transaction, { userRef, replacement }) => {
          rooms.push(`${userRef} ${replacement}`);
          await transaction('updates_follows').delete();
        },
        async (_, { userRef, replacement }) => {
          rooms.push(`${userRef} ${replacement}`);
          throw new Error('It is broken');
        },
      ],
      rewriter: new TableRewriter({ knex, logger: mockServices.logger.mock() }),
      now: () => erasedAt,
    });
    await expect(halfway.erase(ada)).rejects.toThrow('It is broken');
    expect(rooms).toHaveLength(2);
    expect(rooms[0]).toBe(rooms[1]);
    expect(rooms[0].startsWith(`${ada} user:default/erased-`)).toBe(true);
    expect(await dump()).toEqual(before);
  });
});

function byId(one: Row, other: Row): number {
  return String(one.id).localeCompare(String(other.id));
}
