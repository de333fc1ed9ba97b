import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { ProposedTerms } from './TermsDialog';

/** What can be done to the roster of a service. */
export function useRosterActions(entityRef: string) {
  const api = useApi(platformProductApiRef);
  const at = (userRef: string) => ({ ...entityParamsOf(entityRef), userRef });
  return {
    put: (userRef: string, terms: ProposedTerms) =>
      api.call('putReviewer', { params: at(userRef), body: terms }),
    remove: (userRef: string) =>
      api.call('removeReviewer', { params: at(userRef) }),
  };
}
