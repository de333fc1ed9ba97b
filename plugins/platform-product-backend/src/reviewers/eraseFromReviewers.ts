import { parseEntityRef } from '@backstage/catalog-model';
import { renamePerson } from '../database/renamePerson';
import { ErasePerson } from '../erasure/ErasedPerson';
import { Outbox } from '../notifications/Outbox';
import { reviewTakenBack } from './notifications';

const open = ['pending', 'accepted'];

/**
 * A person's availability and places on rosters go; requests that they had a part
 * in stay, under nobody's name. Those that they made end, and whom they asked is
 * told; those that are with them go on to the next person. Review history holds logins
 * and addresses as the forges have them, which is for the forges to forget.
 */
export function createEraseFromReviewers(options: {
  readonly outbox: Pick<Outbox, 'put'>;
}): ErasePerson {
  return async (transaction, person) => {
    for (const table of ['reviewers_availability', 'reviewers_roster']) {
      await transaction(table).where('user_ref', person.userRef).delete();
    }
    const requests = () =>
      transaction('reviewers_requests').whereIn('status', open);
    const ended: Array<{ id: string; entity_ref: string; reviewer: string }> =
      await requests()
        .where('requested_by', person.userRef)
        .whereNot('reviewer', person.userRef)
        .select('id', 'entity_ref', 'reviewer');
    await requests().where('requested_by', person.userRef).update({
      status: 'withdrawn',
      answer_due_at: null,
      closed_at: person.at,
    });
    await options.outbox.put(
      transaction,
      ...ended.map(({ id, entity_ref: entityRef, reviewer }) =>
        reviewTakenBack({
          id,
          service: parseEntityRef(entityRef).name,
          to: reviewer,
        }),
      ),
    );
    // What is due is passed on.
    await requests()
      .where('reviewer', person.userRef)
      .update({ status: 'pending', answer_due_at: person.at });
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
}
