import { deleteServicesFrom } from '../retention/forgetServices';

/**
 * The history of reviews is of repositories, which other services may have, too:
 * `ReviewSync` forgets those that none has.
 */
export const forgetFromReviewers = deleteServicesFrom(
  'reviewers_requests',
  'reviewers_roster',
);
