import { renamePerson } from '../database/renamePerson';
import { Erase } from '../erasure/EraseService';

/** Attestations and waivers stay, under nobody's name. */
export const eraseFromMaturity: Erase = (transaction, person) =>
  renamePerson(
    transaction,
    {
      maturity_attestations: ['created_by', 'withdrawn_by'],
      maturity_waivers: ['requested_by', 'decided_by', 'revoked_by'],
    },
    person,
  );
