import { personKey, personName, readPersonKey } from './personKey';

describe('personKey', () => {
  it.each([
    [{ host: 'GitHub.com', login: ' Octo-Cat ' }, 'github.com/octo-cat'],
    [{ email: ' Ana@Example.COM' }, 'mailto:ana@example.com'],
    [{ host: 'github.com', login: 'a\u0000b\u007f' }, 'github.com/a?b?'],
    [{ email: `${'a'.repeat(189)}🧨` }, `mailto:${'a'.repeat(189)}?`],
    [
      { host: 'github.com', login: 'x'.repeat(191) },
      `github.com/${'x'.repeat(190)}`,
    ],
  ])('is one text for %j', (person, key) => {
    expect(personKey(person)).toBe(key);
  });

  it.each([
    [
      'github.com/octo-cat',
      { host: 'github.com', login: 'octo-cat' },
      '@octo-cat',
    ],
    [
      'git.example.com:8080/a/b',
      { host: 'git.example.com:8080', login: 'a/b' },
      '@a/b',
    ],
    ['mailto:ana@example.com', { email: 'ana@example.com' }, 'ana@example.com'],
  ])('is read back from %s', (key, person, name) => {
    expect(readPersonKey(key)).toEqual(person);
    expect(personName(key)).toBe(name);
    expect(personKey(person)).toBe(key);
  });
});
