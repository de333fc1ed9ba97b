import { deleteServicesFrom } from '../retention/forgetServices';

export const forgetFromUpdates = deleteServicesFrom('updates_follows');
