import { readFileSync } from 'fs';
import { resolve } from 'path';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  describeSchema,
  Schema,
  schemaAsText,
} from '../__testUtils__/describeSchema';
import { migrationsDirectory } from './connectDatabase';

jest.setTimeout(60_000);

const migrate = { directory: migrationsDirectory };
const at = new Date('2026-11-22T10:30:00.000Z');
const entityRef = 'component:default/logs';

/** The tables as they are meant to be, on either database. */
const schemaText = readFileSync(resolve(__dirname, 'schema.txt'), 'utf8');

/** Goes forwards to a migration, or back to it. */
async function goTo(knex: Knex, name: string): Promise<void> {
  const done = async () => {
    const [completed]: Array<Array<{ name: string }>> = await knex.migrate.list(
      migrate,
    );
    return completed.map(migration =>
      migration.name.replace(/^\d+_|\.js$/g, ''),
    );
  };
  while (!(await done()).includes(name)) await knex.migrate.up(migrate);
  while ((await done()).at(-1) !== name) await knex.migrate.down(migrate);
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('make the tables that are written down, and leave nothing on their way back', async () => {
    const schemas: Schema[] = [await describeSchema(knex)];
    const [, pending] = await knex.migrate.list(migrate);
    for (const _ of pending) {
      await knex.migrate.up(migrate);
      schemas.push(await describeSchema(knex));
    }
    expect(schemas[0]).toEqual({});
    expect(schemaAsText(schemas.at(-1)!)).toBe(schemaText.trimEnd());
    for (const schema of schemas.slice(0, -1).reverse()) {
      await knex.migrate.down(migrate);
      expect(await describeSchema(knex)).toEqual(schema);
    }
    await knex.migrate.latest(migrate);
    expect(await describeSchema(knex)).toEqual(schemas.at(-1));
  });

  it('keep what is known of paths', async () => {
    await goTo(knex, '000003_reviewers');
    await knex('reviewers_repositories').insert({
      id: 1,
      url: 'https://github.com/northwind/logs',
      source: 'github',
      expertise_version: 1,
    });
    await knex('reviewers_expertise').insert({
      repository_id: 1,
      path: 'charts',
      person: 'github.com/ada',
      reviews_slow: 1.5,
      reviews_fast: 2.5,
      changes_slow: 3.5,
      changes_fast: 4.5,
      review_count: 5,
      change_count: 6,
      last_reviewed_at: at,
      last_changed_at: null,
    });
    const known = await knex('reviewers_expertise');
    await goTo(knex, '000004_expertise');
    expect(await knex('reviewers_expertise')).toEqual(known);
    expect(await knex('reviewers_repositories').pluck('revision')).toEqual([0]);
    await goTo(knex, '000003_reviewers');
    expect(await knex('reviewers_expertise')).toEqual(known);
  });

  it('begin open rounds anew where the answers are read in another way', async () => {
    await goTo(knex, '000006_feedback');
    const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    for (const [round, secret] of [
      ['open', 'secret'],
      ['closed', null],
    ]) {
      await knex('satisfaction_rounds').insert({
        id: round,
        opens_at: at,
        closes_at: at,
        k: 5,
        comment_threshold: 10,
        status: round,
        secret,
        prior: '{}',
      });
      const service = { round_id: round, entity_ref: entityRef };
      await knex('satisfaction_answers').insert({
        ...service,
        link: 'x',
        ratings: '{}',
        past: '{}',
      });
      await knex('satisfaction_tallies').insert({
        ...service,
        past: '{}',
        is_dirty: true,
      });
      await knex('satisfaction_releases').insert({
        ...service,
        sequence: 1,
        is_newest: true,
        figures: '{}',
      });
    }
    for (const [n, visibility] of ['public', 'team', 'anonymous'].entries()) {
      await knex('satisfaction_feedback').insert({
        id: uuid(n),
        entity_ref: entityRef,
        title: 'More logs',
        visibility,
        created_by: 'user:default/ada',
        created_at: at,
        status: 'open',
        idempotency_key: `${n}`,
      });
    }
    const kept = async () => ({
      answers: await knex('satisfaction_answers').pluck('round_id'),
      tallies: await knex('satisfaction_tallies').pluck('round_id'),
      releases: await knex('satisfaction_releases').pluck('round_id'),
      rounds: (await knex('satisfaction_rounds').orderBy('id')).map(round => [
        round.id,
        round.status,
        round.secret,
      ]),
      feedback: await knex('satisfaction_feedback')
        .orderBy('id')
        .pluck('visibility'),
    });
    await goTo(knex, '000008_published_sets');
    const after = {
      answers: [],
      tallies: [],
      releases: ['closed'],
      rounds: [
        ['closed', 'closed', null],
        ['open', 'open', 'secret'],
      ],
      feedback: ['public', 'team', 'anonymous'],
    };
    expect(await kept()).toEqual(after);
    await knex('satisfaction_answers').insert({
      round_id: 'open',
      entity_ref: entityRef,
      link: 'x',
      ratings: '{}',
      past: '{}',
    });
    await knex('satisfaction_tallies').insert({
      round_id: 'open',
      entity_ref: entityRef,
      past: '{}',
      is_dirty: true,
    });
    await goTo(knex, '000006_feedback');
    expect(await kept()).toEqual({
      ...after,
      rounds: [
        ['closed', 'closed', null],
        // What was published is not known here any more.
        ['open', 'closed', null],
      ],
      feedback: ['public', 'team'],
    });
  });
});

describe('migrations on SQLITE_3 alone', () => {
  it('keep in the order of their keys what must not tell of time, or is read by the path', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest(migrate);
    const tables: Array<{ name: string; wr: number }> = await knex.raw(
      'pragma table_list',
    );
    expect(
      tables
        .filter(({ wr }) => wr)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['reviewers_expertise', 'satisfaction_answers']);
  });
});
