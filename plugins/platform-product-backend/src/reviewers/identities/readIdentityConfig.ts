import { ScmIntegrationRegistry } from '@backstage/integration';
import { ReviewersConfig } from '../config';
import { IdentityConfig } from './IdentityConfig';

/** The annotations that Backstage's own catalog modules write. */
function usualAnnotations(host: string, forge: string) {
  // GitHub Enterprise has the same annotations as github.com.
  return forge === 'github'
    ? { user: 'github.com/user-login', group: 'github.com/team-slug' }
    : { user: `${host}/user-login`, group: `${host}/team-path` };
}

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
        key.toLocaleLowerCase('en-US'),
        userRef.toLocaleLowerCase('en-US'),
      ]),
    ),
  };
}
