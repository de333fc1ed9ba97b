import { Knex } from 'knex';
import { chunksOf } from '../database/values';

const mostValues = 400;

/** Forgets, in one room, what is kept of services that are gone for good. */
export type ForgetServices = (
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
) => Promise<void>;

/** Forgets services by deleting their rows from some tables, in this order. */
export function deleteServicesFrom(
  ...tables: ReadonlyArray<string>
): ForgetServices {
  return async (transaction, entityRefs) => {
    for (const table of tables) {
      for (const some of chunksOf(entityRefs, mostValues)) {
        await transaction(table).whereIn('entity_ref', some).delete();
      }
    }
  };
}
