import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AnyRouteDefinition,
  RouteInput,
  routes,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { DatabaseClock } from '../../database/DatabaseClock';
import { startTestPlugin } from '../startTestPlugin';
import {
  barred,
  carl,
  entities,
  hidden,
  logsTeam,
  now,
  olga,
  shopTeam,
} from './scene';

/** All but the date goes on as ever. */
const realTimers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

const mostRowsPerInsert = 200;

export type Operation = keyof typeof routes;

export type Row = Readonly<
  Record<string, Date | boolean | number | string | null>
>;

/** Rows by table; what refers to others comes after them. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** One question to the API. */
export interface Asked {
  readonly operation: Operation;
  readonly user: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

/** The whole plugin, whose tables are filled by tests, at one moment. */
export class Stage {
  readonly knex: Knex;
  readonly plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  #filled: readonly string[] = [];

  private constructor(
    knex: Knex,
    plugin: Awaited<ReturnType<typeof startTestPlugin>>,
  ) {
    this.knex = knex;
    this.plugin = plugin;
  }

  static async start(knex: Knex): Promise<Stage> {
    // The database has no part in the time of the test.
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date());
    jest.useFakeTimers({ now, doNotFake: [...realTimers] });
    const plugin = await startTestPlugin({
      knex,
      entities,
      hidden,
      groups: { [olga]: [logsTeam], [carl]: [shopTeam] },
    });
    const { authorizeConditional } = plugin.permissions;
    const decide = authorizeConditional.getMockImplementation()!;
    authorizeConditional.mockImplementation(async (requests, options) => {
      const { principal } = options.credentials as {
        principal: { userEntityRef?: string };
      };
      return principal.userEntityRef === barred
        ? requests.map(() => ({ result: AuthorizeResult.DENY } as const))
        : decide(requests, options);
    });
    return new Stage(knex, plugin);
  }

  async stop(): Promise<void> {
    jest.useRealTimers();
    await this.plugin.stop();
  }

  /** Puts rows in the place of those that were there. */
  async fill(tables: Tables): Promise<void> {
    for (const table of [...this.#filled].reverse()) {
      await this.knex(table).delete();
    }
    this.#filled = Object.keys(tables);
    for (const [table, rows] of Object.entries(tables)) {
      if (rows.length) {
        await this.knex.batchInsert(table, [...rows], mostRowsPerInsert);
      }
    }
  }

  async ask({ operation, user, params, query }: Asked): Promise<{
    readonly status: number;
    readonly body: Readonly<Record<string, unknown>>;
    readonly text: string;
  }> {
    const route: AnyRouteDefinition = routes[operation];
    const input = { params: params ?? {}, query } as RouteInput<typeof route>;
    return this.plugin.call(user, route, input);
  }

  /**
   * Ranks of texts in the order of the database, whose collation is not the
   * plugin's to choose.
   */
  async rank(
    texts: readonly string[],
  ): Promise<(one: string, other: string) => number> {
    const isPostgres = this.knex.client.config.client === 'pg';
    const list = isPostgres
      ? this.knex.raw('unnest(?::varchar[]) as texts(value)', [[...texts]])
      : this.knex.raw('json_each(?)', [JSON.stringify(texts)]);
    const rows: Array<{ value: string }> = await this.knex
      .from(list)
      .select('value')
      .orderBy('value');
    const ranks = new Map(rows.map(({ value }, index) => [value, index]));
    return (one, other) => ranks.get(one)! - ranks.get(other)!;
  }
}
