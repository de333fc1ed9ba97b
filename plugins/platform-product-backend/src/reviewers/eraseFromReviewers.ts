import { renamePerson } from '../database/renamePerson';
import { ErasePerson } from '../erasure/ErasedPerson';

/**
 * A person's availability and places on rosters go; requests that they had a part
 * in stay, under nobody's name, and those that they have open end. Review history holds logins and addresses as the
 * forges have them, which is for the forges to forget.
 */
export const eraseFromReviewers: ErasePerson = async (transaction, person) => {
  for (const table of ['reviewers_availability', 'reviewers_roster']) {
    await transaction(table).where('user_ref', person.userRef).delete();
  }
  await transaction('reviewers_requests')
    .where('requested_by', person.userRef)
    .whereIn('status', ['pending', 'accepted'])
    .update({
      status: 'withdrawn',
      answer_due_at: null,
      closed_at: person.at,
    });
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
