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
    // What follows the brackets is passed over, and it is a section.
    expect(namesOf(braces, 'docs/a')).toEqual(['a', 'c']);
    expect(linesWithProblems(...rules)).toEqual([2, 2]);
    expect(linesWithProblems(...braces)).toEqual([3]);
  });

  it('reports headings without a name, and approvals that have no effect', () => {
    expect(linesWithProblems('[] @a', '*', '^[B][1]', '* @b')).toEqual([1, 3]);
  });

  it.each([
    ['@a', 'user a'],
    ['@_a.b-c', 'user _a.b-c'],
    ['@.a', 'user .a'],
    ['@a-', 'user a-'],
    ['@g/s', 'team g/s'],
    ['@group/sub', 'team group/sub'],
    ['x@g/s', 'email x@g/s'],
    ['@g/s/t.u-v_w', 'team g/s/t.u-v_w'],
    ['@@developers', 'role developers'],
    ['@@Owner', 'role Owner'],
    ['@@maintainer', 'role maintainer'],
    ['a@b', 'email a@b'],
    ['a@b.example', 'email a@b.example'],
    ['@-a', undefined],
    ['@a+b', undefined],
    ['@-g/s', undefined],
    ['@g/', undefined],
    ['@g/s+t', undefined],
    ['@@reporter', undefined],
    ['@@developersx', undefined],
    ['x@@owner', undefined],
    ['@', undefined],
    ['a@', undefined],
    ['a@b.', undefined],
    ['a@b@c', undefined],
  ])('knows the owner %s as %s', (word, owner) => {
    const ownership = parse(`* ${word}`);
    expect(
      ownersOfPath(ownership, 'x').map(({ name, kind }) => `${kind} ${name}`),
    ).toEqual(owner === undefined ? [] : [owner]);
    expect(ownership.problems).toHaveLength(owner === undefined ? 1 : 0);
  });

  it('names five of the words that are no owners, shortened', () => {
    const words = Array.from({ length: 6 }, (_, i) => `${i}`.repeat(41));
    const { problems } = parse(`* @a ${words.join(' ')}`);
    const named = words.slice(0, 5).map(word => `'${word.slice(0, 40)}'`);
    expect(problems).toMatchObject([
      {
        reason: `Ignored, as no @user, @group, @@role or e-mail address: ${named.join(
          ', ',
        )}`,
      },
    ]);
  });

  it.each([
    ['[A]', { name: 'A' }],
    ['[A][2]', { name: 'A', approvals: 2 }],
    ['[A][12] @d', { name: 'A', approvals: 12 }],
    ['[A][0]', { name: 'A', approvals: 1 }],
    ['[A][]', { name: 'A' }],
    ['^[A]', { name: 'A', optional: true }],
    ['[ A b ]', { name: 'A b' }],
    ['[A]\t@d', { name: 'A' }],
    ['[A', undefined],
    ['A]', undefined],
    ['x[A]', undefined],
    ['^^[A]', undefined],
    ['[A]@d', { name: 'A' }],
    ['[A] [2]', { name: 'A' }],
    // The specification of GitLab's own SectionParser (section_parser_spec.rb).
    ['[A][x]', { name: 'A' }],
    ['[A][2]x', { name: 'A', approvals: 2 }],
    ['[A][1 0]', { name: 'A', approvals: 1 }],
    ['[A][ 1 ]', { name: 'A', approvals: 1 }],
    ['[A][1_0]', { name: 'A' }],
    ['[A][one]', { name: 'A' }],
    ['[A]]', { name: 'A' }],
    ['^[A]] @d', { name: 'A', optional: true }],
    ['^[A][q] @d', { name: 'A', optional: true }],
    ['^[A][.] @d', { name: 'A', optional: true }],
    ['[A]{2} @d', { name: 'A' }],
    ['[a-z]*.md @d', { name: 'a-z' }],
    ['\\[A] @d', undefined],
  ])('reads the heading %s as %j', (heading, section) => {
    // What is no heading is a rule of the section without a name.
    const unset = {
      name: undefined,
      optional: undefined,
      approvals: undefined,
    };
    const rules = section ? [{ line: 2 }] : [{ line: 1 }, { line: 2 }];
    expect(parse(heading, '* @a')).toMatchObject({
      sections: [{ ...unset, ...section, rules }],
    });
  });

  it.each([
    // section_parser_spec.rb of GitLab, and its documentation of sections
    ['[A][2]@d', ['d']],
    ['^[A][2] @d @g/s', ['d', 'g/s']],
    ['[A] @d+malformed', ['d']],
    ['[A] @d oops', ['d']],
    ['[A] @d, @e', ['d']],
    ['[A] @d #@e', ['d']],
    ['[A] @@DEVeloper @d.e', ['DEVeloper', 'd.e']],
    ['[A][one] @d', []],
    ['[A]] @d', []],
    ['[A]{2} @d', []],
    ['[A] [2] @d', []],
    ['[Dd]ocs/ @d', ['d']],
  ])('reads the default owners of %s as %j', (heading, names) => {
    expect(namesOf(['* @a', heading, '*.md'], 'x.md')).toEqual(['a', ...names]);
    expect(namesOf([heading, '*.md @b'], 'x.md')).toEqual(['b']);
    // What GitLab passes over is told.
    const isPlain = heading === '[A] @@DEVeloper @d.e';
    expect(new Set(linesWithProblems('[Z]', '* @z', heading, '* @a'))).toEqual(
      new Set(isPlain ? [] : [3]),
    );
  });

  it('joins the rules above the first heading by their very name only', () => {
    // SectionParser#find_section_name
    const first = (name: string) => ['* @a', `[${name}]`, '* @b'];
    expect(namesOf(first('codeowners'), 'x')).toEqual(['b']);
    expect(namesOf(first('CODEOWNERS'), 'x')).toEqual(['a', 'b']);
    expect(namesOf(first(''), 'x')).toEqual(['a', 'b']);
    expect(
      namesOf(['* @a', '[D]', '* @d', '[CODEOWNERS]', '* @b'], 'x'),
    ).toEqual(['b', 'd']);
  });

  it('keeps the default owners of a heading to what stands below it', () => {
    const rules = ['[A] @x', '/a', '[B]', '/b', '[A]', '/c', '[a] @y', '/d'];
    expect(namesOf(rules, 'a')).toEqual(['x']);
    expect(namesOf(rules, 'b')).toEqual([]);
    expect(namesOf(rules, 'c')).toEqual([]);
    expect(namesOf(rules, 'd')).toEqual(['y']);
    expect(linesWithProblems(...rules)).toEqual([4, 6]);
  });

  it('keeps the approvals that any part of a section asks for, the last first', () => {
    const withRules = (...headings: string[]) =>
      parse(...headings.flatMap(heading => [heading, '* @a']));
    expect(withRules('[A][3]', '[A]')).toMatchObject({
      sections: [{ approvals: 3 }],
    });
    expect(withRules('[A][3]', '[A][2]')).toMatchObject({
      sections: [{ approvals: 2 }],
    });
  });

  it('is optional whichever part of a section comes first', () => {
    const optionalOf = (...headings: string[]) =>
      ownersOfPath(
        parse(...headings.flatMap(heading => [heading, '* @a'])),
        'a',
      )[0].optional;
    expect(optionalOf('^[A]', '^[A]')).toBe(true);
    expect(optionalOf('^[A]', '[A]')).toBeUndefined();
    expect(optionalOf('[A]', '^[A]')).toBeUndefined();
  });

  it('takes the rules before the first heading for a section as well', () => {
    const rules = ['* @a', '[codeowners]', '*.md @b', '[Docs]', '* @d'];
    expect(parse(...rules)).toMatchObject({
      file: 'CODEOWNERS',
      dialect: 'gitlab',
      sections: [{ rules: [{ line: 1 }, { line: 3 }] }, { name: 'Docs' }],
    });
    expect(namesOf(rules, 'a.md')).toEqual(['b', 'd']);
    expect(ownersOfPath(parse(...rules), 'a.md')[0]).not.toHaveProperty(
      'section',
    );
  });

  it('has no section without rules', () => {
    expect(parse('[A] @a', '[B] @b', '* ')).toMatchObject({
      sections: [{ name: 'B' }],
    });
    expect(parse('[A] @a')).toMatchObject({ sections: [] });
    expect(parse('# * @a', '', '   ', '  # [A]').problems).toEqual([]);
  });

  it.each([
    ['[] @a', 1, 'A section must have a name'],
    ['^[A][1]', 1, 'An optional section needs no approvals'],
    ['[A', 2, 'No section heading; read as a rule'],
    ['!/a @b', 1, 'The owners of an exclusion are ignored'],
    ['/a', 1, 'The rule has no owners, so nobody is asked'],
    ['/a b', 1, "e-mail address: 'b'"],
    [`${'a'.repeat(4097)} @a`, 1, 'longer than any path'],
  ])('reports of %s', (line, count, reason) => {
    const { problems } = parse('* @a', line);
    expect(problems).toHaveLength(count);
    expect(problems[0]).toMatchObject({
      line: 2,
      text: line.slice(0, 200),
      reason: expect.stringContaining(reason),
    });
  });

  it('has nothing to report of sets in a pattern', () => {
    expect(linesWithProblems('/a[bc] @a', '*[^d] @a')).toEqual([]);
  });

  it('reads a pattern as long as a path may be, and skips a longer one', () => {
    const longest = `/${'a'.repeat(4095)}`;
    expect(namesOf([`${longest} @a`], 'a'.repeat(4095))).toEqual(['a']);
    expect(namesOf([`${longest}a @a`], 'a'.repeat(4096))).toEqual([]);
  });

  it('is not read when over 3 MB', () => {
    expect(parse('* @a', `#${'a'.repeat(3 * 1024 * 1024)}`)).toEqual({
      dialect: 'gitlab',
      sections: [],
      emeritus: [],
      problems: [
        {
          file: 'CODEOWNERS',
          line: 1,
          text: '',
          reason: 'A CODEOWNERS file over 3 MB is not read',
        },
      ],
    });
  });

  it('answers from many rules as from few', () => {
    const filler = Array.from({ length: 20 }, (_, i) => `/filler/${i}/ @f`);
    for (const rules of [[], filler]) {
      const lines = ['* @all', '/a/b/ @ab', ...rules, '*.md @md', '!/a/b/c'];
      expect(namesOf(lines, 'x')).toEqual(['all']);
      expect(namesOf(lines, 'a/b/x')).toEqual(['ab']);
      expect(namesOf(lines, 'a/b/x.md')).toEqual(['md']);
      expect(namesOf(lines, 'a/b/c')).toEqual([]);
    }
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
    ['/a/', 'a', false],
    ['a\\ \\ b', 'a  b', true],
    ['/a\\\tb', 'a b', true],
    ['/\\#a', '#a', true],
    ['b\\#', 'b#', true],
    ['**/a', 'x/y/a', true],
    ['a/**', 'a/b/c', false],
    ['**', 'a/b', true],
    ['/**', 'a/b', false],
    ['/a**b', 'axb', true],
  ])('%s on %s: %s', (pattern, path, isMatch) => {
    expect(namesOf([`${pattern} @a`], path)).toEqual(isMatch ? ['a'] : []);
  });
});
