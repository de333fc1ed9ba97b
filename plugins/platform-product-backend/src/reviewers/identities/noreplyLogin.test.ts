import { noreplyLogin } from './noreplyLogin';

describe('noreplyLogin', () => {
  it.each([
    // docs.github.com, "Setting your commit email address"
    ['1234+mia@users.noreply.github.com', 'github.com', 'mia'],
    ['mia@users.noreply.github.com', 'github.com', 'mia'],
    ['12-mia@users.noreply.github.com', 'github.com', '12-mia'],
    [
      '49699333+dependabot[bot]@users.noreply.github.com',
      'github.com',
      'dependabot[bot]',
    ],
    ['7+mia@users.noreply.ghe.example.com', 'ghe.example.com', 'mia'],
    // docs.gitlab.com, "Use an automatically generated private commit email"
    ['7890-mia@users.noreply.gitlab.com', 'gitlab.com', 'mia'],
    [
      '7890-mia.lund@users.noreply.gitlab.example.com',
      'gitlab.example.com',
      'mia.lund',
    ],
    // app.ini of Gitea: NO_REPLY_ADDRESS
    ['mia@noreply.codeberg.org', 'codeberg.org', 'mia'],
    ['7-mia@noreply.codeberg.org', 'codeberg.org', '7-mia'],
  ])('finds who hides behind %s', (email, host, login) => {
    expect(noreplyLogin(email)).toEqual({ host, login });
  });

  it.each([
    'mia@example.com',
    'noreply@github.com',
    'noreply@users.example.com',
    'mia@users.noreply.',
    '@users.noreply.github.com',
    '7+@users.noreply.github.com',
    'a@b@users.noreply.github.com',
  ])('finds nobody behind %s', email => {
    expect(noreplyLogin(email)).toBeUndefined();
  });
});
