import { mostPaths, readChangedPaths } from './changedPaths';

const pathsOf = (...lines: string[]) =>
  readChangedPaths(lines.join('\n')).paths;

describe('readChangedPaths', () => {
  it('reads one path a line', () => {
    expect(
      pathsOf('charts/a.yaml\r', './docs/b.md', '', '  /c.ts ', '//d.ts'),
    ).toEqual(['charts/a.yaml', 'docs/b.md', 'c.ts', 'd.ts']);
  });

  it('reads nothing from nothing', () => {
    const nothing = { paths: [], leftOut: 0, unread: [] };
    expect(readChangedPaths('')).toEqual(nothing);
    expect(readChangedPaths(' \n\r\n')).toEqual(nothing);
  });

  it.each([
    ['`docs/a.md`', 'docs/a.md'],
    ['"docs/a b.md",', 'docs/a b.md'],
    ["'docs/a.md';", 'docs/a.md'],
    ['docs/a.md,', 'docs/a.md'],
    ['.github/CODEOWNERS', '.github/CODEOWNERS'],
    ['.env', '.env'],
    ['A', 'A'],
    ['Makefile', 'Makefile'],
    ['MAINTAINERS', 'MAINTAINERS'],
    ['docs/"quoted".md', 'docs/"quoted".md'],
    ['a|b', 'a|b'],
    ['a | b', undefined],
    ['a | 12 b', undefined],
    ['PLAN A a.md', 'PLAN A a.md'],
    ['on diff --git .md', undefined],
    ['12 files changed', undefined],
    ['changed 12 files changed', undefined],
  ])('reads %j as %j', (line, path) => {
    expect(pathsOf(line)).toEqual(path === undefined ? [] : [path]);
  });

  it('reads the output of git status --short, and both names of a rename', () => {
    expect(
      pathsOf(
        ' M charts/a.yaml',
        'A  new.ts',
        'D  gone.ts',
        ' T link',
        'UU both.ts',
        'AM twice.ts',
        '?? docs/b.md',
        '!! ignored.log',
        'R  old.ts -> newer.ts',
        'C  one.ts  ->  two.ts',
      ),
    ).toEqual([
      'charts/a.yaml',
      'new.ts',
      'gone.ts',
      'link',
      'both.ts',
      'twice.ts',
      'docs/b.md',
      'ignored.log',
      'old.ts',
      'newer.ts',
      'one.ts',
      'two.ts',
    ]);
  });

  it('reads the output of git diff --name-status', () => {
    expect(pathsOf('M\ta.ts', 'R100\told.ts\tnew.ts', 'C7\tx\ty')).toEqual([
      'a.ts',
      'old.ts',
      'new.ts',
      'x',
      'y',
    ]);
  });

  it('reads the output of git diff --stat', () => {
    expect(
      pathsOf(
        ' charts/a.yaml     |    4 ++--',
        ' img.png           | Bin 0 -> 12 bytes',
        ' empty             |    0',
        ' b.ts              | 1234 +',
        ' old.ts => new.ts  |    0',
        ' src/{a => b}/c.ts |    2 +-',
        ' src/{ => delta}/e.ts  |    0',
        ' {f => g}.ts       |    0',
        ' 8 files changed, 3 insertions(+), 3 deletions(-)',
      ),
    ).toEqual([
      'charts/a.yaml',
      'img.png',
      'empty',
      'b.ts',
      'old.ts',
      'new.ts',
      'src/a/c.ts',
      'src/b/c.ts',
      'src/e.ts',
      'src/delta/e.ts',
      'f.ts',
      'g.ts',
    ]);
    expect(pathsOf(' a.ts | 1 +', ' 1 file changed, 1 insertion(+)')).toEqual([
      'a.ts',
    ]);
  });

  it('reads the headers of a diff, and never its content', () => {
    expect(
      pathsOf(
        'A text --- before the diff --git a/b b/b,',
        'in which we rename from here to there',
        'diff --git a/sql/a.sql b/sql/a.sql',
        'index 123..456 100644',
        '--- a/sql/a.sql',
        '+++ b/sql/a.sql',
        '@@ -1,2 +1,2 @@ create table',
        ' see diff --git a/x b/x',
        '--- drop the table',
        '+++ new',
        'rename from here.ts',
        'diff --git a/new.ts b/new.ts',
        'new file mode 100644',
        '--- /dev/null',
        '+++ b/new.ts',
        '@@ -0,0 +1 @@',
        '+a',
        'diff --git a/gone.ts b/gone.ts',
        'deleted file mode 100644',
        '--- a/gone.ts',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-a',
        'diff --git a/x.ts b/y.ts',
        'similarity index 100%',
        'rename from x.ts',
        'rename to y.ts',
      ),
    ).toEqual(['sql/a.sql', 'new.ts', 'gone.ts', 'x.ts', 'y.ts']);
  });

  it('finds empty and binary files in a diff', () => {
    expect(
      pathsOf(
        'diff --git a/empty b/empty',
        'new file mode 100644',
        'diff --git a/my b/img.png b/my b/img.png',
        'Binary files a/img.png and b/img.png differ',
      ),
    ).toEqual(['empty', 'my b/img.png']);
  });

  it('reads a diff that is none of Git’s', () => {
    const hunk = ['@@ -1 +1 @@', '-a', '+b'];
    expect(
      pathsOf(
        '--- a/one.c\t2026-03-01 12:00:00',
        '+++ b/one.c\t2026-03-02 12:00:00',
        ...hunk,
        '--- /dev/null',
        '+++ two.c',
        ...hunk,
      ),
    ).toEqual(['one.c', 'two.c']);
    // a piece of one is enough to know it
    expect(pathsOf('+++ b/one.c', ...hunk)).toEqual(['one.c']);
    expect(pathsOf('--- a.c', '+++ /dev/null')).toEqual(['a.c']);
  });

  it('takes forty paths, each once, and says how many are left out', () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, index) => `file-${index}`);
    const read = (count: number) =>
      readChangedPaths([...files(count), ...files(count)].join('\n'));
    expect(mostPaths).toBe(40);
    expect(read(39)).toEqual({ paths: files(39), leftOut: 0, unread: [] });
    expect(read(40)).toEqual({ paths: files(40), leftOut: 0, unread: [] });
    expect(read(41)).toEqual({ paths: files(40), leftOut: 1, unread: [] });
    expect(read(50)).toEqual({ paths: files(40), leftOut: 10, unread: [] });
  });

  it('takes no path that is longer than a thousand characters', () => {
    const longest = 'a'.repeat(1000);
    expect(readChangedPaths(`${longest}\n${longest}b\nc`)).toEqual({
      paths: [longest, 'c'],
      leftOut: 0,
      unread: [{ text: `${longest}b`, reason: 'unknown' }],
    });
    // a status and the size of a change are no part of the path
    expect(pathsOf(` M ${longest}`)).toEqual([longest]);
    expect(pathsOf(` ${longest} | 4 ++--`)).toEqual([longest]);
  });
});
