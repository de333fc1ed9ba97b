import { ResourcePermission } from '@backstage/plugin-permission-common';
import { maturityActions } from '../maturity/actions';
import { reviewerActions } from '../reviewers/actions';
import { satisfactionActions } from '../satisfaction/actions';
import { updatesActions } from '../updates/actions';

/**
 * Everything that people do to the records of a service, and who may do it.
 *
 * @public
 */
export const serviceActions = {
  ...maturityActions,
  ...reviewerActions,
  ...satisfactionActions,
  ...updatesActions,
} as const;

/** @public */
export type ServiceAction = keyof typeof serviceActions;

/** In the order of their tables. */
export const serviceActionNames = Object.keys(
  serviceActions,
) as ServiceAction[];

/**
 * All permissions of the suite.
 *
 * @public
 */
export const platformProductPermissions: readonly ResourcePermission[] =
  Object.values(serviceActions).map(({ permission }) => permission);
