import { Knex } from 'knex';
import { renamePerson } from '../database/renamePerson';
import { ErasedPerson, ErasePerson } from '../erasure/ErasedPerson';

/** What was found of a person in an annotation, and what history says of that. */
async function forgetInFindings(
  transaction: Knex.Transaction,
  { userRef, replacement }: ErasedPerson,
): Promise<void> {
  await transaction('maturity_evidence')
    .where('summary', userRef)
    .update({ summary: replacement });
  const [found, instead] = [userRef, replacement].map(ref =>
    JSON.stringify({ summary: ref }).slice(1, -1),
  );
  await transaction('maturity_history')
    .whereLike('causes', `%${found}%`)
    .update({
      causes: transaction.raw('replace(causes, ?, ?)', [found, instead]),
    });
}

/**
 * Attestations and waivers stay, under nobody's name. Waivers that the person
 * waits for end, since nothing would keep them from deciding their own.
 */
export const eraseFromMaturity: ErasePerson = async (transaction, person) => {
  await transaction('maturity_waivers')
    .where('requested_by', person.userRef)
    .whereNull('decision')
    .whereNull('revoked_at')
    .update({ revoked_by: person.userRef, revoked_at: person.at });
  await forgetInFindings(transaction, person);
  await renamePerson(
    transaction,
    {
      maturity_attestations: ['created_by', 'withdrawn_by'],
      maturity_waivers: ['requested_by', 'decided_by', 'revoked_by'],
    },
    person,
  );
};
