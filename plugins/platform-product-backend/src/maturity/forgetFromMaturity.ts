import { deleteServicesFrom } from '../retention/forgetServices';

/** Of a service that is gone, nothing stays. */
export const forgetFromMaturity = deleteServicesFrom(
  'maturity_evidence',
  'maturity_history',
  'maturity_attestations',
  'maturity_waivers',
  'maturity_imports',
  'maturity_services',
);
