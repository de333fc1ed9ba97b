import { renamePerson } from '../database/renamePerson';
import { ErasePerson } from '../erasure/ErasedPerson';

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
  await renamePerson(
    transaction,
    {
      maturity_attestations: ['created_by', 'withdrawn_by'],
      maturity_waivers: ['requested_by', 'decided_by', 'revoked_by'],
    },
    person,
  );
};
