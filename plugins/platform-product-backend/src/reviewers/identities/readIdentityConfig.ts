import { ScmIntegrationRegistry } from '@backstage/integration';
import { ReviewersConfig } from '../config';
import { IdentityConfig } from './IdentityConfig';
import { personKey, readPersonKey } from './personKey';

/** The annotations that Backstage's own catalog modules write. */
function usualAnnotations(host: string, forge: string) {
  // GitHub Enterprise has the same annotations as github.com.
  return forge === 'github'
    ? { user: 'github.com/user-login', group: 'github.com/team-slug' }
    : { user: `${host}/user-login`, group: `${host}/team-path` };
}

/** As sources name people: an address that a forge made up stands for the account. */
const keyOf = (key: string) =>
  key.startsWith('mailto:') ? personKey(readPersonKey(key)) : key;

/** Completes the configured identities with the hosts of the integrations. */
export function readIdentityConfig(
  { hosts, mapping }: ReviewersConfig['identities'],
  integrations: ScmIntegrationRegistry,
): IdentityConfig {
  const usual = integrations
    .list()
    .flatMap(
      ({ type, title }): Array<[string, { user: string; group: string }]> =>
        type === 'github' || type === 'gitlab'
          ? [[title, usualAnnotations(title, type)]]
          : [],
    );
  const baseUrls = new Map(
    integrations.gitlab
      .list()
      .map(({ title, config: { baseUrl } }) => [title, baseUrl] as const)
      .filter(([host, baseUrl]) => baseUrl !== `https://${host}`),
  );
  return {
    hosts: new Map(
      [...usual, ...Object.entries(hosts)].map(([host, names]) => {
        const baseUrl = baseUrls.get(host)?.replace(/\/+$/, '');
        return [host, { ...names, ...(baseUrl && { baseUrl }) }];
      }),
    ),
    mapping: new Map(
      Object.entries(mapping).map(([key, userRef]) => [
        keyOf(key.toLocaleLowerCase('en-US')),
        userRef.toLocaleLowerCase('en-US'),
      ]),
    ),
  };
}
