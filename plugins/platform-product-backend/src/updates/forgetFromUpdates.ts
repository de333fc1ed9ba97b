import { deleteServicesFrom } from '../retention/forgetServices';

/** Also where a service was only reached by what happened to others. */
export const forgetFromUpdates = deleteServicesFrom(
  'updates_calendar_rights',
  'updates_events',
  'updates_follows',
  'updates_notice_answers',
  'updates_notice_owners',
  'updates_notice_reach',
  'updates_notices',
  'updates_posts',
  'updates_roadmap_items',
);
