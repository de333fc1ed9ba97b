import {
  serviceActions,
  ServiceAction,
} from '@platform-product/backstage-plugin-common';
import { accessRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Operations } from '../operations/Operations';
import { AccessService } from './AccessService';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const actions = Object.keys(serviceActions) as ServiceAction[];

/** Adds the question of what a caller may do. */
export function addAccessOperations(
  operations: Operations,
  options: {
    readonly access: AccessService;
    /** In milliseconds. */
    readonly longestAttestation: number;
    readonly longestWaiver: number;
  },
): void {
  operations.on(
    accessRoutes.getAccess,
    async ({ service, user, credentials }) => {
      const { allowed, isOwn } = await options.access.judge(
        actions,
        service.entity,
        credentials,
      );
      return {
        ...allowed,
        user,
        isOwn,
        longestAttestationDays: options.longestAttestation / millisecondsPerDay,
        longestWaiverDays: options.longestWaiver / millisecondsPerDay,
      };
    },
  );
}
