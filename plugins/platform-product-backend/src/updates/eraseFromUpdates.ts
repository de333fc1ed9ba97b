import { renamePerson } from '../database/renamePerson';
import { ErasePerson } from '../erasure/ErasedPerson';

/**
 * What a team has told and what owners have answered stays, under nobody's name; whom
 * somebody follows, what is theirs that a notice reaches, where they come and their
 * calendar link are forgotten.
 */
export const eraseFromUpdates: ErasePerson = async (transaction, person) => {
  const { userRef } = person;
  await transaction('updates_follows').where('user_ref', userRef).delete();
  await transaction('updates_notice_owners').where('owner', userRef).delete();
  for (const table of [
    'updates_event_attendance',
    'updates_calendar_links',
    'updates_calendar_rights',
    'updates_digests',
  ]) {
    await transaction(table).where('user_ref', userRef).delete();
  }
  await transaction('updates_roadmap_told').where('user_ref', userRef).delete();
  await renamePerson(
    transaction,
    {
      updates_notices: ['created_by'],
      updates_notice_updates: ['created_by'],
      updates_notice_answers: ['answered_by'],
      updates_posts: ['created_by'],
      updates_events: ['created_by'],
      updates_roadmap_items: ['created_by'],
    },
    person,
  );
};
