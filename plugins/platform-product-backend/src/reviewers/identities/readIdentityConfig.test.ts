import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { readIdentityConfig } from './readIdentityConfig';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'ghe.example.com' }],
      gitlab: [
        {
          host: 'git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v4',
        },
      ],
    },
  }),
);

describe('readIdentityConfig', () => {
  it('knows the annotations that Backstage’s catalog modules write', () => {
    const { hosts, mapping } = readIdentityConfig(
      { hosts: {}, mapping: {} },
      integrations,
    );
    expect(Object.fromEntries(hosts)).toEqual({
      'github.com': {
        user: 'github.com/user-login',
        group: 'github.com/team-slug',
      },
      'ghe.example.com': {
        user: 'github.com/user-login',
        group: 'github.com/team-slug',
      },
      'gitlab.com': {
        user: 'gitlab.com/user-login',
        group: 'gitlab.com/team-path',
      },
      'git.example.com': {
        user: 'git.example.com/user-login',
        group: 'git.example.com/team-path',
      },
    });
    expect(mapping.size).toBe(0);
  });

  it('prefers what is configured, and adds hosts of no integration', () => {
    const own = { user: 'acme.com/login', group: 'acme.com/team' };
    const { hosts } = readIdentityConfig(
      { hosts: { 'git.example.com': own, 'forge.acme.com': own }, mapping: {} },
      integrations,
    );
    expect(hosts.get('git.example.com')).toEqual(own);
    expect(hosts.get('forge.acme.com')).toEqual(own);
    expect(hosts.get('gitlab.com')?.user).toBe('gitlab.com/user-login');
  });

  it('maps people whatever the case of their names', () => {
    const { mapping } = readIdentityConfig(
      {
        hosts: {},
        mapping: { 'GitHub.com/OctoCat': 'user:default/Ana' },
      },
      integrations,
    );
    expect([...mapping]).toEqual([['github.com/octocat', 'user:default/ana']]);
  });

  it('maps an address that a forge made up as the account', () => {
    const { mapping } = readIdentityConfig(
      {
        hosts: {},
        mapping: {
          'mailto:7+Mia@users.noreply.github.com': 'user:default/mia',
          'mailto:mia@old.example.com': 'user:default/mia',
        },
      },
      integrations,
    );
    expect([...mapping.keys()]).toEqual([
      'github.com/mia',
      'mailto:mia@old.example.com',
    ]);
  });
});
