import githubAnswers from './__fixtures__/githubAnswers.json';
import { ownersOfPath } from './ownersOfPath';
import { parseOwnership } from './parseOwnership';

const file = '.github/CODEOWNERS';

function parse(...lines: string[]) {
  return parseOwnership('github', [{ path: file, content: lines.join('\n') }]);
}

function namesOf(lines: string[], path: string): string[] {
  return ownersOfPath(parse(...lines), path).map(({ name }) => name);
}

describe("GitHub's own answers", () => {
  it.each(githubAnswers)(
    'are given for $pattern',
    ({ pattern, owned, others }) => {
      const isOwned = (path: string) =>
        ownersOfPath(parse(`${pattern} @owner`), path).length > 0;
      expect(owned.filter(path => !isOwned(path))).toEqual([]);
      expect(others.filter(isOwned)).toEqual([]);
    },
  );
});

describe('a CODEOWNERS file of GitHub', () => {
  it('tells who owns a path, of what kind, and where that stands', () => {
    const ownership = parse('# Docs', '/docs/ @a @org/team-b me@example.com');
    expect(ownersOfPath(ownership, 'docs/a/b.md')).toEqual(
      [
        { name: 'a', kind: 'user' },
        { name: 'org/team-b', kind: 'team' },
        { name: 'me@example.com', kind: 'email' },
      ].map(owner => ({
        ...owner,
        role: 'approver',
        place: { file, line: 2, pattern: '/docs/' },
      })),
    );
    expect(ownership.problems).toEqual([]);
  });

  it('survives being cached as JSON', () => {
    const ownership = parse('* @a', '/b/', '/b/c @c');
    const cached = JSON.parse(JSON.stringify(ownership));
    for (const path of ['a', 'b/a', 'b/c']) {
      expect(ownersOfPath(cached, path)).toEqual(ownersOfPath(ownership, path));
    }
  });

  it('lets the last match win, not the closest', () => {
    expect(namesOf(['/docs/a.md @close', '* @last'], 'docs/a.md')).toEqual([
      'last',
    ]);
  });

  it('takes ownership away with a rule without owners', () => {
    const rules = ['/apps/ @a', '/apps/github', '/apps/x # @nobody'];
    expect(namesOf(rules, 'apps/main.ts')).toEqual(['a']);
    expect(namesOf(rules, 'apps/github/main.ts')).toEqual([]);
    expect(namesOf(rules, 'apps/x')).toEqual([]);
  });

  it('distinguishes case', () => {
    expect(namesOf(['/Docs/ @a', '*.MD @b'], 'docs/a.md')).toEqual([]);
  });

  it('reads docs/* as the files of that directory only', () => {
    expect(namesOf(['docs/* @a'], 'docs/a.md')).toEqual(['a']);
    expect(namesOf(['docs/* @a'], 'docs/b/a.md')).toEqual([]);
    expect(namesOf(['docs/* @a'], 'x/docs/a.md')).toEqual([]);
  });

  it('reads dot files like any other', () => {
    expect(namesOf(['* @a'], '.github/.x')).toEqual(['a']);
    expect(namesOf(['/.*/ @a'], '.github/x')).toEqual(['a']);
  });

  it('reads escaped spaces, tabs between words and a Windows file', () => {
    expect(namesOf(['\uFEFFa\\ b/\t@a\r', '/c @c\r'], 'a b/c')).toEqual(['a']);
    expect(namesOf(['a\\\\ @a'], 'a\\')).toEqual(['a']);
  });

  it('ends at an inline comment, and keeps a # within a name', () => {
    expect(namesOf(['*.js @a # not @b'], 'a.js')).toEqual(['a']);
    expect(namesOf(['*.js @a #@b'], 'a.js')).toEqual(['a']);
    expect(namesOf(['a#b @a'], 'a#b')).toEqual(['a']);
  });

  it('has no character ranges: brackets stand for themselves, and are reported', () => {
    const ownership = parse('* @all', 'src/[ab].ts @b', 'src/\\[id\\].ts @i');
    expect(ownersOfPath(ownership, 'src/a.ts')).toMatchObject([
      { name: 'all' },
    ]);
    expect(ownersOfPath(ownership, 'src/[ab].ts')).toMatchObject([
      { name: 'b' },
    ]);
    expect(ownersOfPath(ownership, 'src/[id].ts')).toMatchObject([
      { name: 'i' },
    ]);
    expect(ownership.problems).toMatchObject([
      { file, line: 2, text: 'src/[ab].ts @b' },
    ]);
  });

  it.each([
    ['!/docs/a.md @b', 'negation'],
    ['\\#a @b', "'#'"],
    ['***/a @b', '**'],
    ['/ @b', 'never matches'],
    ['* b', "'b' is no"],
    ['* @b and @c', "'and' is no"],
    ['* @', "'@' is no"],
    ['* @a/b/c', "'@a/b/c' is no"],
    ['* @b,@c', "'@b,@c' is no"],
  ])('skips and reports the line %s', (line, reason) => {
    const ownership = parse('* @all', line);
    expect(ownersOfPath(ownership, 'docs/a.md')).toMatchObject([
      { name: 'all' },
    ]);
    expect(ownership.problems).toEqual([
      { file, line: 2, text: line, reason: expect.stringContaining(reason) },
    ]);
  });

  it.each([
    ['@a', 'user a'],
    ['@A-1_b', 'user A-1_b'],
    ['@org/a.b-c_1', 'team org/a.b-c_1'],
    ['a@b', 'email a@b'],
    ['a+b@c.example', 'email a+b@c.example'],
    ['@-a', undefined],
    ['@a.b', undefined],
    ['@a b', 'user a'],
    ['@-org/a', undefined],
    ['@org.x/a', undefined],
    ['@org/a@b', undefined],
    ['x@a@b', undefined],
    ['a/x@b', undefined],
    ['a@b/x', undefined],
    ['@@a', undefined],
    ['a@', undefined],
  ])('knows the owner %s as %s', (word, owner) => {
    const found = ownersOfPath(parse(`* ${word.split(' ')[0]}`), 'a');
    expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      owner === undefined ? [] : [owner],
    );
  });

  it('quotes forty characters of what is no owner', () => {
    const reason = (length: number) =>
      parse(`* ${'x'.repeat(length)}`).problems[0].reason;
    expect(reason(40)).toContain(`'${'x'.repeat(40)}' is no @user`);
    expect(reason(41)).toContain(`'${'x'.repeat(40)}' is no @user`);
  });

  it('skips and reports a pattern that is longer than any path', () => {
    const longest = `/${'a'.repeat(4095)}`;
    const ownership = parse(`${longest} @a`, `${longest}a @b`);
    expect(ownersOfPath(ownership, 'a'.repeat(4095))).toHaveLength(1);
    expect(ownersOfPath(ownership, 'a'.repeat(4096))).toEqual([]);
    expect(ownership.problems).toMatchObject([
      { line: 2, reason: 'Skipped: the pattern is longer than any path' },
    ]);
  });

  it('takes a line that it skips for none, and goes on with the next', () => {
    expect(namesOf(['* @a', '/x nobody', '/y @b'], 'x')).toEqual(['a']);
    expect(namesOf(['* @a', '/x nobody', '/y @b'], 'y')).toEqual(['b']);
  });

  it.each([
    ['a] @a', 1],
    ['a[ @a', 1],
    ['a\\\\] @a', 1],
    ['a\\[b\\] @a', 0],
  ])('reports brackets that are not escaped: %j %s', (line, count) => {
    const { problems } = parse(line);
    expect(problems).toHaveLength(count);
    problems.forEach(({ reason }) => expect(reason).toMatch(/brackets/));
  });

  it('passes over empty lines and comments, and counts them', () => {
    const ownership = parse('', '  ', '  # * @b', '  *   @a  ', '#* @c');
    expect(ownersOfPath(ownership, 'x')).toMatchObject([
      { name: 'a', place: { line: 4, pattern: '*' } },
    ]);
    expect(ownership.problems).toEqual([]);
  });

  it('has one section, and a file only where it is read', () => {
    expect(parse('* @a')).toEqual({
      dialect: 'github',
      file,
      sections: [
        {
          rules: [
            { line: 1, pattern: '*', owners: [{ name: 'a', kind: 'user' }] },
          ],
        },
      ],
      emeritus: [],
      problems: [],
    });
    expect(parse(`#${'a'.repeat(3 * 1024 * 1024)}`)).toEqual({
      dialect: 'github',
      sections: [],
      emeritus: [],
      problems: [
        {
          file,
          line: 1,
          text: '',
          reason: 'GitHub does not read a CODEOWNERS file over 3 MB',
        },
      ],
    });
  });

  it('answers from many rules as from few', () => {
    // an index of names takes over from sixteen rules on
    const filler = Array.from({ length: 20 }, (_, i) => `/filler/${i}/ @f`);
    for (const rules of [[], filler]) {
      const lines = ['* @all', '/a/b/ @ab', ...rules, '*.md @md', '/a/b/c @c'];
      expect(namesOf(lines, 'x')).toEqual(['all']);
      expect(namesOf(lines, 'a/b/x')).toEqual(['ab']);
      expect(namesOf(lines, 'a/b/x.md')).toEqual(['md']);
      expect(namesOf(lines, 'a/b/c')).toEqual(['c']);
      expect(namesOf(lines, 'b/a/x')).toEqual(['all']);
    }
  });

  it('is not read when over 3 MB, counted in bytes', () => {
    const line = '* @a\n';
    const content = `${line}#${'ä'.repeat(1.6 * 1024 * 1024)}`;
    const ownership = parse(content);
    expect(ownersOfPath(ownership, 'a')).toEqual([]);
    expect(ownership.problems).toMatchObject([{ line: 1 }]);
  });

  it('is the first that GitHub finds', () => {
    const ownership = parseOwnership('github', [
      { path: 'docs/CODEOWNERS', content: '* @docs' },
      { path: 'CODEOWNERS', content: '* @root' },
      { path: '.github/CODEOWNERS', content: '* @github' },
    ]);
    expect(ownersOfPath(ownership, 'a')).toMatchObject([{ name: 'github' }]);
    expect(ownersOfPath(parseOwnership('github', []), 'a')).toEqual([]);
  });

  it('reports no more than a hundred problems, and says so', () => {
    const { problems } = parse(...Array(500).fill('!a @b'));
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.reason).toMatch(/left out/);
  });
});
