import { deleteServicesFrom } from '../retention/forgetServices';

/** Scores go, too, and answers of a round that is still open. */
export const forgetFromSatisfaction = deleteServicesFrom(
  'satisfaction_answers',
  'satisfaction_tallies',
  'satisfaction_releases',
  'satisfaction_contacts',
  'satisfaction_invited',
  'satisfaction_replies',
  'satisfaction_feedback',
  'satisfaction_research',
);
