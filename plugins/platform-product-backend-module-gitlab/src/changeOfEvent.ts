import { ChangeRef } from '@platform-product/backstage-plugin-node';
import { asObject } from './asObject';
import { projectIdOf } from './gitLabUrls';

/** What `@backstage/plugin-events-backend-module-gitlab` makes of webhooks. */
export const EVENT_TOPICS = ['gitlab.merge_request', 'gitlab.note'] as const;

/**
 * The merge request that a webhook is about; undefined where there is none.
 * Nothing else is read of the payload, as the state of the merge request is
 * asked for afterwards: so it does not matter in which order webhooks arrive,
 * how often, or how old they are.
 */
export function changeOfEvent(payload: unknown): ChangeRef | undefined {
  const event = asObject(payload);
  const request =
    event.object_kind === 'merge_request'
      ? event.object_attributes
      : event.merge_request;
  const { iid } = asObject(request);
  const { web_url: repositoryUrl, id } = asObject(event.project);
  if (
    typeof repositoryUrl !== 'string' ||
    !URL.canParse(repositoryUrl) ||
    !Number.isSafeInteger(iid)
  ) {
    return undefined;
  }
  return {
    repositoryUrl,
    changeId: String(iid),
    repositoryId: projectIdOf(new URL(repositoryUrl).host, id),
  };
}
