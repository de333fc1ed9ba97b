import { ResourcePermission } from '@backstage/plugin-permission-common';
import { mergeRooms } from '../mergeRooms';
import { roomActions } from '../rooms';

/**
 * Everything that people do to the records of a service, and who may do it.
 *
 * @public
 */
export const serviceActions = mergeRooms(roomActions);

/**
 * What people do to the records of a service.
 *
 * @public
 */
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
