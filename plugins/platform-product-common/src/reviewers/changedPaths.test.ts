import { readChangedPaths } from './changedPaths';

const pathsOf = (text: string) => readChangedPaths(text).paths;

describe('readChangedPaths', () => {
  it('reads one path a line, with or without a status', () => {
    expect(pathsOf('charts/a.yaml\n./docs/b.md\r\n\n  /c.ts ')).toEqual([
      'charts/a.yaml',
      'docs/b.md',
      'c.ts',
    ]);
    expect(
      pathsOf(' M charts/a.yaml\n?? docs/b.md\nR  old.ts -> new.ts'),
    ).toEqual(['charts/a.yaml', 'docs/b.md', 'old.ts', 'new.ts']);
  });

  it('reads the output of git diff --stat', () => {
    expect(
      pathsOf(
        ' charts/a.yaml | 4 ++--\n img.png | Bin 0 -> 12 bytes\n 2 files changed, 2 insertions(+)',
      ),
    ).toEqual(['charts/a.yaml', 'img.png']);
  });

  it('reads the headers of a diff, and never its content', () => {
    const diff = [
      'diff --git a/sql/a.sql b/sql/a.sql',
      '--- a/sql/a.sql',
      '+++ b/sql/a.sql',
      '@@ -1,2 +1,2 @@',
      '--- drop the table',
      '+++ new',
      'diff --git a/new.ts b/new.ts',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/new.ts',
      'diff --git a/x.ts b/y.ts',
      'rename from x.ts',
      'rename to y.ts',
    ].join('\n');
    expect(pathsOf(diff)).toEqual(['sql/a.sql', 'new.ts', 'x.ts', 'y.ts']);
  });

  it('takes forty paths, each once, and says how many are left out', () => {
    const many = Array.from({ length: 50 }, (_, index) => `file-${index}`);
    const { paths, leftOut } = readChangedPaths([...many, ...many].join('\n'));
    expect(paths).toHaveLength(40);
    expect(leftOut).toBe(10);
  });
});
