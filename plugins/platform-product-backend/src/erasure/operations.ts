import { NotAllowedError } from '@backstage/errors';
import { peopleRoutes } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../access/AccessService';
import { Operations } from '../operations/Operations';
import { EraseService } from './EraseService';

/** Adds the wish to be forgotten. */
export function addErasureOperations(
  operations: Operations,
  options: { readonly access: AccessService; readonly erasing: EraseService },
): void {
  const { access, erasing } = options;
  operations.on(
    peopleRoutes.eraseUser,
    async ({ params: { userRef }, by, credentials }) => {
      if (by !== userRef && !(await access.isAdmin(credentials))) {
        throw new NotAllowedError('Only an admin or the person may do this');
      }
      await erasing.erase(userRef);
      return { erased: true as const };
    },
  );
}
