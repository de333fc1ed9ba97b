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
