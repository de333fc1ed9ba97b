import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { BenchBackend, BenchBackendOptions } from '../BenchBackend';
import { postgresUrl } from './describeOnPostgres';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** Backends in processes of their own, on one PostgreSQL. */
export class SeveralBackends {
  readonly backends: readonly BenchBackend[];
  readonly knex: Knex;
  readonly #add: (port: number) => Promise<BenchBackend>;

  private constructor(options: {
    backends: readonly BenchBackend[];
    knex: Knex;
    add: (port: number) => Promise<BenchBackend>;
  }) {
    this.#add = options.add;
    this.backends = options.backends;
    this.knex = options.knex;
  }

  /** One backend on each port. */
  static async start(
    options: Omit<BenchBackendOptions, 'database' | 'port'> & {
      readonly ports: readonly number[];
    },
  ): Promise<SeveralBackends> {
    const { ports, ...shared } = options;
    const knex = await databases.init('POSTGRES_18');
    const backends: BenchBackend[] = [];
    const add = async (port: number) => {
      const url = new URL(postgresUrl!);
      url.pathname = knex.client.config.connection.database;
      url.searchParams.set('application_name', `backend-${port}`);
      const database = {
        client: 'pg',
        connection: url.href,
        pluginDivisionMode: 'schema',
      };
      const backend = await BenchBackend.start({ ...shared, port, database });
      backends.push(backend);
      return backend;
    };
    const several = new SeveralBackends({ backends, knex, add });
    try {
      for (const port of ports) await add(port);
    } catch (error) {
      await several.stop();
      throw error;
    }
    return several;
  }

  /** Starts one more, such as in place of one that was killed. */
  async add(port: number): Promise<BenchBackend> {
    return this.#add(port);
  }

  /** A table of the plugin, or of another one. */
  table(name: string, pluginId = 'platform-product') {
    return this.knex.withSchema(pluginId).table(name);
  }

  /** How many of the backends wait for others at a table. */
  async countWaiting(table: string): Promise<number> {
    const [row] = await this.knex('pg_stat_activity')
      .where({
        datname: this.knex.client.config.connection.database,
        wait_event_type: 'Lock',
      })
      .where('query', 'like', `%"${table}"%`)
      .countDistinct({ n: 'application_name' });
    return Number(row.n);
  }

  /** Lines with some words, in the log of any backend. */
  logged(words: string): string[] {
    return this.backends.flatMap(({ log }) =>
      log.filter(line => line.includes(words)),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.backends.map(backend => backend.stop()));
  }
}
