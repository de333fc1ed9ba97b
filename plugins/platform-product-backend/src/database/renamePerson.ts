import { Knex } from 'knex';

/** Puts another ref in the place of a person's, wherever columns name people. */
export async function renamePerson(
  transaction: Knex.Transaction,
  columns: Readonly<Record<string, readonly string[]>>,
  person: { readonly userRef: string; readonly replacement: string },
): Promise<void> {
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) {
      await transaction(table)
        .where(name, person.userRef)
        .update({ [name]: person.replacement });
    }
  }
}
