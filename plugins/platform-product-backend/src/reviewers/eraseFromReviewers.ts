import { renamePerson } from '../database/renamePerson';
import { Erase } from '../erasure/EraseService';

/**
 * A person's availability and places on rosters go; requests that they had a part
 * in stay, under nobody's name. Review history holds logins and addresses as the
 * forges have them, which is for the forges to forget.
 */
export const eraseFromReviewers: Erase = async (transaction, person) => {
  for (const table of ['reviewers_availability', 'reviewers_roster']) {
    await transaction(table).where('user_ref', person.userRef).delete();
  }
  await renamePerson(
    transaction,
    {
      reviewers_roster: ['proposed_by', 'sponsor'],
      reviewers_requests: ['requested_by', 'reviewer', 'author'],
      reviewers_request_turns: ['reviewer'],
      reviewers_nudges: ['nudged_by'],
    },
    person,
  );
};
