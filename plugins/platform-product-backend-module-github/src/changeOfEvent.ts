import { ChangeRef } from '@platform-product/backstage-plugin-node';
import { asObject } from './asObject';
import { repositoryIdOf } from './gitHubUrls';

/** What `@backstage/plugin-events-backend-module-github` makes of webhooks. */
export const EVENT_TOPICS = [
  'github.pull_request',
  'github.pull_request_review',
] as const;

/**
 * The pull request that a webhook is about; undefined where there is none.
 * Nothing else is read of the payload, as the state of the pull request is
 * asked for afterwards: so it does not matter in which order webhooks arrive,
 * how often, or how old they are.
 */
export function changeOfEvent(payload: unknown): ChangeRef | undefined {
  const { repository, pull_request: pull } = asObject(payload);
  const { html_url: repositoryUrl, id } = asObject(repository);
  const { number } = asObject(pull);
  if (
    typeof repositoryUrl !== 'string' ||
    !URL.canParse(repositoryUrl) ||
    !Number.isSafeInteger(number)
  ) {
    return undefined;
  }
  return {
    repositoryUrl,
    changeId: String(number),
    repositoryId: repositoryIdOf(new URL(repositoryUrl).host, id),
  };
}
