import { loginOf, valuesOf } from './loginAnnotation';

const gitlab = { host: 'gitlab.com' };
const below = {
  host: 'git.example.com',
  baseUrl: 'https://git.example.com/gitlab',
};

describe('loginOf', () => {
  it.each([
    ['jhe', 'jhe'],
    // What the provider of GitLab users writes: the field web_url of GET /users.
    ['https://gitlab.com/jhe', 'jhe'],
    ['https://gitlab.com/jhe/', 'jhe'],
    ['HTTPS://GitLab.com/JHe', 'JHe'],
    ['http://gitlab.com/jhe', 'jhe'],
    ['gitlab.com/jhe', 'jhe'],
    ['https://gitlab.com/jhe?tab=activity#now', 'jhe'],
    ['@jhe', 'jhe'],
    [' jhe ', 'jhe'],
    ['https://gitlab.com/j%2Ehe', 'j.he'],
    ['https://gitlab.com/%', '%'],
    // Of another forge, or of nobody.
    ['https://github.com/jhe', undefined],
    ['https://gitlab.com/', undefined],
    ['ftp://gitlab.com/jhe', undefined],
    ['https://', undefined],
    ['', undefined],
    ['@', undefined],
  ])('reads %p as %p', (value, login) => {
    expect(loginOf(value, gitlab)).toBe(login);
  });

  it('finds it below the path of a forge', () => {
    expect(loginOf('https://git.example.com/gitlab/jhe', below)).toBe('jhe');
  });
});

describe('valuesOf', () => {
  it('names whatever is read as the login', () => {
    for (const forge of [gitlab, below]) {
      const values = valuesOf('jhe', forge);
      expect(values.map(value => loginOf(value, forge))).toEqual(
        values.map(() => 'jhe'),
      );
    }
    expect(valuesOf('jhe', below)).toContain(
      'https://git.example.com/gitlab/jhe',
    );
  });
});
