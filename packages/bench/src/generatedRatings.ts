import {
  coreServices,
  createBackendModule,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import { noReleasePast } from '@platform-product/backstage-plugin-common/rules';

/** One insert for all services; the answers differ a little from each other. */
async function addAnswers(
  database: DatabaseService,
  perService: number,
): Promise<void> {
  const knex = await database.getClient();
  const rating = (place: number) => `((n * 7 + ${place} * 3) % 5 + 1)`;
  const services = `(select entity_ref from services where gone_at is null)`;
  const open = `(select id from satisfaction_rounds where status = 'open')`;
  const features = ['leverage', 'usability', 'reliability', 'cost', 'latency'];
  const json = features
    .map((feature, place) => `'"${feature}":' || ${rating(place)}`)
    .join(` || ',' || `);
  const isPostgres = knex.client.config.client === 'pg';
  const numbers = isPostgres
    ? `(select n from generate_series(1, ${perService}) n)`
    : `(with recursive counted (n) as (select 1 union all select n + 1 from counted where n < ${perService}) select n from counted)`;
  const link = isPostgres
    ? 'md5(random()::text) || md5(random()::text)'
    : 'lower(hex(randomblob(32)))';
  await knex.raw(
    `insert into satisfaction_answers (round_id, entity_ref, link, ratings, comment, past)
     select rounds.id, services.entity_ref, ${link}, '{' || ${json} || '}', null, ?
     from ${services} services cross join ${open} rounds cross join ${numbers} numbers`,
    ['{}'],
  );
  await knex.raw(
    `insert into satisfaction_tallies (round_id, entity_ref, past, is_dirty)
     select rounds.id, services.entity_ref, ?, ?
     from ${services} services cross join ${open} rounds where true
     on conflict (round_id, entity_ref) do update set is_dirty = excluded.is_dirty`,
    [JSON.stringify(noReleasePast), isPostgres ? true : 1],
  );
}

/**
 * Adds answers to the open round on every service, each time it is triggered:
 * as many as `bench.answers` says, and nine times as many the second time.
 */
export const generatedRatings = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'bench-ratings',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, database, logger, scheduler }) {
        const answers = config.getOptionalNumber('bench.answers') ?? 0;
        if (!answers) return;
        let times = 0;
        await scheduler.scheduleTask({
          id: 'platform-product-bench-ratings',
          frequency: { hours: 10 },
          timeout: { hours: 10 },
          fn: async () => {
            const knex = await database.getClient();
            // The first run comes by itself, before the first sweep.
            if (!(await knex('services').first())) return;
            times += 1;
            await addAnswers(database, times === 1 ? answers : 9 * answers);
            logger.info('Added answers');
          },
        });
      },
    });
  },
});
