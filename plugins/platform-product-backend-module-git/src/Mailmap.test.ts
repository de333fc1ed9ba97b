import { Mailmap } from './Mailmap';

const of = (text: string, email: string, name = '') =>
  new Mailmap(text).emailOf({ name, email });

describe('Mailmap', () => {
  // The examples of gitmailmap(5).
  const manual = `
# People who have changed their address.
Joe R. Developer <joe@example.com>
Jane Doe <jane@example.com> <jane@laptop.(none)>
Jane Doe <jane@example.com> <jane@desktop.(none)>
Joe R. Developer <joe@example.com> Joe <bugs@example.com>
Jane Doe <jane@example.com> Jane <bugs@example.com>
<cto@company.xx> <cto@coompany.xx>
`;

  it.each([
    ['jane@laptop.(none)', '', 'jane@example.com'],
    ['Jane@Desktop.(none)', 'Anybody', 'jane@example.com'],
    ['bugs@example.com', 'Joe', 'joe@example.com'],
    ['bugs@example.com', ' jane ', 'jane@example.com'],
    ['bugs@example.com', 'Somebody', 'bugs@example.com'],
    ['joe@example.com', 'joe', 'joe@example.com'],
    ['cto@coompany.xx', 'CTO', 'cto@company.xx'],
  ])('knows who %s of %p is', (email, name, proper) => {
    expect(of(manual, email, name)).toBe(proper);
  });

  it.each([
    '# <a@x.io> <b@x.io>',
    '<a@x.io>',
    '<> <b@x.io>',
    '<a@x.io> <>',
    '<a@x.io <b@x.io>',
    'nonsense',
    '',
  ])('is not misled by %p', text => {
    expect(of(text, 'b@x.io')).toBe('b@x.io');
  });

  it('takes the last of two that differ, as Git does', () => {
    expect(of('<a@x.io> <b@x.io>\n<c@x.io> <b@x.io>\r\n', 'b@x.io')).toBe(
      'c@x.io',
    );
  });

  it('is not held up by a file that is made to do so', () => {
    const many = `${'<'.repeat(500_000)}\n${'a <b> '.repeat(100_000)}`;
    expect(of(many, 'b@x.io')).toBe('b@x.io');
  });
});
