import { ownersOfPath } from './ownersOfPath';
import { parseOwnership } from './parseOwnership';

function parse(...lines: string[]) {
  return parseOwnership('gitlab', [
    { path: 'CODEOWNERS', content: lines.join('\n') },
  ]);
}

function namesOf(lines: string[], path: string): string[] {
  return ownersOfPath(parse(...lines), path).map(({ name }) => name);
}

function linesWithProblems(...lines: string[]): number[] {
  return parse(...lines).problems.map(({ line }) => line);
}

describe('a CODEOWNERS file of GitLab', () => {
  it("follows the example of GitLab's documentation", () => {
    const rules = [
      '* @admin',
      '[README Owners]',
      'README.md @user1 @user2',
      'internal/README.md @user4',
      '[README other owners]',
      'README.md @user3',
    ];
    expect(namesOf(rules, 'README.md')).toEqual([
      'admin',
      'user1',
      'user2',
      'user3',
    ]);
    expect(namesOf(rules, 'internal/README.md')).toEqual([
      'admin',
      'user4',
      'user3',
    ]);
  });

  it('tells section, option and place of an owner', () => {
    const ownership = parse('* @a', '', '^[Docs] @g/docs', '*.md');
    expect(ownersOfPath(ownership, 'a.md')).toEqual([
      {
        name: 'a',
        kind: 'user',
        role: 'approver',
        place: { file: 'CODEOWNERS', line: 1, pattern: '*' },
      },
      {
        name: 'g/docs',
        kind: 'team',
        role: 'approver',
        optional: true,
        section: 'Docs',
        place: { file: 'CODEOWNERS', line: 4, pattern: '*.md' },
      },
    ]);
    expect(ownership.problems).toEqual([]);
  });

  it('gives rules without owners the default of their heading', () => {
    const rules = ['[Database][2] @db @a', 'db/', 'db/setup.md @docs'];
    expect(namesOf(rules, 'model/db/x.rb')).toEqual(['db', 'a']);
    expect(namesOf(rules, 'db/setup.md')).toEqual(['docs']);
    expect(parse(...rules)).toMatchObject({
      sections: [{ name: 'Database', approvals: 2 }],
    });
  });

  it('combines sections of one name, whatever their case', () => {
    const rules = ['[Docs]', '*.md @a', '[Ruby]', '*.rb @r', '[DOCS]', '* @b'];
    expect(namesOf(rules, 'a.md')).toEqual(['b']);
  });

  it('has an optional section only if each part of it is', () => {
    const rules = ['^[Go]', '*.go @a', '[Go]', '*.mod @b'];
    expect(ownersOfPath(parse(...rules), 'a.go')[0].optional).toBeUndefined();
    expect(ownersOfPath(parse(...rules.slice(0, 2)), 'a.go')[0].optional).toBe(
      true,
    );
  });

  it('excludes a path from its section for good, and from no other', () => {
    const rules = [
      '* @all',
      '!*.xml',
      '/pom.xml @late',
      '[Java] @java',
      '*.xml',
      '!/config/',
    ];
    expect(namesOf(rules, 'pom.xml')).toEqual(['java']);
    expect(namesOf(rules, 'config/a.xml')).toEqual([]);
    expect(namesOf(rules, 'config/a.rb')).toEqual(['all']);
    expect(linesWithProblems(...rules)).toEqual([]);
  });

  it('knows users, groups, roles and e-mail addresses', () => {
    const owners = '@a.b_c @g/h/i @@developer @@Maintainers me@example.com';
    const ownership = parse(`* ${owners}`);
    expect(
      ownersOfPath(ownership, 'x').map(({ name, kind }) => `${kind} ${name}`),
    ).toEqual([
      'user a.b_c',
      'team g/h/i',
      'role developer',
      'role Maintainers',
      'email me@example.com',
    ]);
    expect(ownership.problems).toEqual([]);
  });

  it('ignores and reports malformed owners, those of a comment too', () => {
    const rules = ['/path/* @group no_at_sign @user', '*.js @a # see @b'];
    expect(namesOf(rules, 'path/x')).toEqual(['group', 'user']);
    expect(namesOf(rules, 'x.js')).toEqual(['a', 'b']);
    expect(linesWithProblems(...rules)).toEqual([1, 2]);
  });

  it('leaves a path without owners where its last rule has none', () => {
    const rules = ['* @all', '/docs/', '/src/ nobody'];
    expect(namesOf(rules, 'docs/a')).toEqual([]);
    expect(namesOf(rules, 'src/a')).toEqual([]);
    expect(linesWithProblems(...rules)).toEqual([2, 3]);
  });

  it('reads a heading that is none as a rule of the section before', () => {
    const rules = ['* @group', '[Section name', 'docs/ @docs_group'];
    expect(namesOf(rules, 'docs/a')).toEqual(['docs_group']);
    const braces = ['[Docs]', '* @a', '[Section name]{2} @b', 'docs/ @c'];
    expect(namesOf(braces, 'docs/a')).toEqual(['c']);
    expect(linesWithProblems(...rules)).toEqual([2, 2]);
    expect(linesWithProblems(...braces)).toEqual([3, 3]);
  });

  it('reports headings without a name, and approvals that have no effect', () => {
    expect(linesWithProblems('[] @a', '*', '^[B][1]', '* @b')).toEqual([1, 3]);
  });

  it.each([
    ['README.md', 'a/b/README.md', true],
    ['/README.md', 'a/README.md', false],
    ['internal/README.md', 'docs/internal/README.md', true],
    ['docs', 'docs/a.md', false],
    ['docs/', 'x/docs/a/b.md', true],
    ['/docs/', 'x/docs/a.md', false],
    ['/docs/', 'docs', false],
    ['/docs/*', 'docs/a/b.md', false],
    ['/docs/**', 'docs/a/b.md', false],
    ['/docs/**/*', 'docs/a/b.md', true],
    ['/docs/**/index.md', 'docs/index.md', true],
    ['/docs/**/index.md', 'docs/a/b/index.md', true],
    ['/docs/*/README.md', 'docs/README.md', false],
    ['*', '.gitlab/.hidden', true],
    ['*.rb', '.a/.b.rb', true],
    ['*.rb', 'a.RB', false],
    ['/a[bc-e]?', 'adx', true],
    ['/a[^bc]', 'ab', false],
    ['/a[^bc]', 'ax', true],
    ['/a[\\]]', 'a]', true],
    ['/\\*', '*', true],
    ['/\\*', 'a', false],
    ['\\#a', 'x/#a', true],
    ['path\\ with\\ spaces/', 'path with spaces/a', true],
    ['/?', '😀', true],
  ])('%s on %s: %s', (pattern, path, isMatch) => {
    expect(namesOf([`${pattern} @a`], path)).toEqual(isMatch ? ['a'] : []);
  });
});
