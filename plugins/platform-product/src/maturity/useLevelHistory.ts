import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  LevelChange,
  PlatformProductApi,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

async function loadAllChanges(
  api: PlatformProductApi,
  entityRef: string,
): Promise<LevelChange[]> {
  const changes: LevelChange[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call('getLevelHistory', {
      params: entityParamsOf(entityRef),
      query: { limit: 200, cursor },
    });
    changes.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return changes;
}

/** All changes of the level of a service; again when the version changes. */
export function useLevelHistory(entityRef: string, version: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => loadAllChanges(api, entityRef),
    [api, entityRef, version],
    [api, entityRef],
  );
}
