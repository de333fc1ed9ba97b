import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { VisibleServices } from '../catalog/ServiceCatalog';

/** Narrows a query to rows of the given refs, however many, with one binding. */
export function whereRefs(
  query: Knex.QueryBuilder,
  column: string,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  return isPostgres(query)
    ? query.whereRaw('?? = any(?)', [column, entityRefs as string[]])
    : query.whereRaw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(entityRefs),
      ]);
}

/** Narrows a query on `services` to those that are there and that a caller may see. */
export function whereListed(
  query: Knex.QueryBuilder,
  visible: VisibleServices,
): Knex.QueryBuilder {
  query.whereNull('services.gone_at');
  return visible === 'all'
    ? query
    : whereRefs(query, 'services.entity_ref', visible);
}
