import { readChangedPaths } from '../changedPaths';

const read = (...lines: string[]) => readChangedPaths(lines.join('\n'));
const pathsOf = (...lines: string[]) => read(...lines).paths;

describe('Git, as its manual and its source show', () => {
  it('shows conflicts with --cc, and unmerged paths', () => {
    // Printed by git 2.39.5 in a merge.
    expect(
      read(
        'diff --cc src/app/both.ts',
        'index fec3a51,fb3ced1..0000000',
        '--- a/src/app/both.ts',
        '+++ b/src/app/both.ts',
        '@@@ -2,3 -2,3 +2,6 @@@',
        '  2',
        '++<<<<<<< HEAD',
        ' +FIVE',
        '++=======',
        '+ five',
        '--- a/not.ts',
        '  6',
        '* Unmerged path gone.ts',
      ),
    ).toMatchObject({ paths: ['src/app/both.ts', 'gone.ts'], unread: [] });
    expect(
      pathsOf(
        'Unmerged paths:',
        '\tdeleted by them: gone.ts',
        '\tboth modified:   a b.ts',
      ),
    ).toEqual(['gone.ts', 'a b.ts']);
    expect(
      pathsOf(' gone.ts | Unmerged a b.ts  | Unmerged c.ts | 4 ++++'),
    ).toEqual(['gone.ts', 'a b.ts', 'c.ts']);
    expect(
      pathsOf(
        'u UU N... 100644 100644 100644 100644 0ff3bbb9c8bba2291654cd64067fa417ff54c508 fec3a51121855c19964c871536c5f052e3b57be0 fb3ced1321c7d806b0f9cfa5c982dcbb6b9bb273 src/my file.ts',
      ),
    ).toEqual(['src/my file.ts']);
  });

  it('shows submodules in three ways', () => {
    // git-diff(1), --submodule; git-status(1).
    expect(
      pathsOf(
        'diff --git a/lib/sub b/lib/sub',
        'index 52d8170..2383492 160000',
        '--- a/lib/sub',
        '+++ b/lib/sub',
        '@@ -1 +1 @@',
        '-Subproject commit 52d817055130978bc3aa481da8cc81aedc27a68e',
        '+Subproject commit 23834926687ca024d0316949aa8e0cfe7b4b940d',
        'Submodule lib/log 52d8170..2383492:',
        '  > src/two.ts',
        'Submodule lib/dirty contains untracked content',
      ),
    ).toEqual(['lib/sub', 'lib/log', 'lib/dirty']);
    expect(
      pathsOf(
        'Changes not staged for commit:',
        '\tmodified:   lib/sub (new commits, untracked content)',
        '\tmodified:   docs/plan (copy).md',
      ),
    ).toEqual(['lib/sub', 'docs/plan (copy).md']);
    expect(pathsOf(' M lib/sub', ' m lib/deep')).toEqual([
      'lib/sub',
      'lib/deep',
    ]);
  });

  it('shows copies, and what it has written', () => {
    expect(
      pathsOf(
        ' create mode 100644 "docs/\\303\\234.md"',
        ' delete mode 100644 old thing.ts',
        ' mode change 100644 => 100755 run.sh',
        ' rename src/{old => new}/a.ts (98%)',
        ' copy src/app/{both.ts => copy.ts} (100%)',
        ' rewrite b.ts (90%)',
      ),
    ).toEqual([
      'docs/Ü.md',
      'old thing.ts',
      'run.sh',
      'src/old/a.ts',
      'src/new/a.ts',
      'src/app/both.ts',
      'src/app/copy.ts',
      'b.ts',
    ]);
  });

  it('says more around names when it merges, and on Windows', () => {
    expect(
      read(
        'warning: LF will be replaced by CRLF in src/a.ts.',
        'The file will have its original line endings in your working directory',
        'Updating 6eaaedc..794a755',
        'Fast-forward',
        ' a.ts | 2 +-',
        'Auto-merging src/both.ts',
        'CONFLICT (content): Merge conflict in src/my file.ts',
        'Automatic merge failed; fix conflicts and then commit the result.',
      ),
    ).toMatchObject({
      paths: ['a.ts', 'src/both.ts', 'src/my file.ts'],
      unread: [],
    });
  });

  it('shows commits around names, in a graph or without', () => {
    const log = [
      'commit 6eaaedc8a124780465b60d43863412d6343aa49d (HEAD -> main)',
      'Merge: e078026 a214fae',
      'Author: Mia <mia@example.com>',
      'Date:   Sat Nov 28 07:28:52 2026 +0000',
      '',
      '    Copy src/not.ts',
      '',
    ];
    expect(
      read(...log, 'lib/sub', 'Makefile', 'a b.ts', '', ...log, 'M\tb.ts'),
    ).toMatchObject({
      paths: ['b.ts', 'lib/sub', 'Makefile', 'a b.ts'],
      unread: [],
    });
    expect(read('6eaaedc Copy a thing', 'lib/sub', 'theirs.ts')).toMatchObject({
      paths: ['lib/sub', 'theirs.ts'],
      unread: [],
    });
    expect(
      read(
        '* commit 6eaaedc8a124780465b60d43863412d6343aa49d',
        '| Author: Mia <mia@example.com>',
        '|     Copy: a thing',
        '|  lib/sub              | 2 +-',
        '|  ours.ts => theirs.ts | 0',
        '|  3 files changed, 3 insertions(+), 1 deletion(-)',
      ).paths,
    ).toEqual(['lib/sub', 'ours.ts', 'theirs.ts']);
  });

  it.each([
    // po/de.po, po/fr.po, po/zh_CN.po of git
    [
      [
        'Auf Branch main',
        'Zum Commit vorgemerkte Änderungen:',
        '  (benutzen Sie "git restore --staged <Datei>..." zum Entfernen aus der Staging-Area)',
        '\tumbenannt:      alt.ts -> neu.ts',
        '\tneue Datei:     "docs/\\303\\234.md"',
        '',
        'Unversionierte Dateien:',
        '  (benutzen Sie "git add <Datei>...", um die Änderungen zum Commit vorzumerken)',
        '\teine Datei',
      ],
      ['alt.ts', 'neu.ts', 'docs/Ü.md', 'eine Datei'],
    ],
    [
      [
        'Sur la branche main',
        'Modifications qui ne seront pas validées :',
        '  (utilisez "git add <fichier>..." pour mettre à jour ce qui sera validé)',
        '        modifié\u00a0:         src/a.ts',
        '        supprimé\u00a0:        lib (nouveaux commits)',
      ],
      ['src/a.ts', 'lib'],
    ],
    [
      [
        '位于分支 main',
        '尚未暂存以备提交的变更：',
        '\t修改：     a.ts',
        '\t删除：     b c.ts',
      ],
      ['a.ts', 'b c.ts'],
    ],
  ])('has headings in other languages', (lines, paths) => {
    expect(read(...lines)).toMatchObject({ paths, unread: [] });
  });

  it('shows the status in the message that is being written', () => {
    // git-commit(1) comments it out.
    expect(
      read(
        '',
        '# Please enter the commit message for your changes. Lines starting',
        "# with '#' will be ignored, and an empty message aborts the commit.",
        '#',
        '# On branch main',
        '# Changes to be committed:',
        '#\tmodified:   a b.ts',
        '#\tnew file:   c.ts',
        '#',
      ),
    ).toMatchObject({ paths: ['a b.ts', 'c.ts'], unread: [] });
  });

  it('names either side with a name of its own, without an index', () => {
    expect(
      pathsOf(
        'diff --git a/src/app/both.ts b/theirs.ts',
        '--- a/src/app/both.ts',
        '+++ b/theirs.ts',
      ),
    ).toEqual(['src/app/both.ts', 'theirs.ts']);
    // wkentaro/git-hunk#10: a name that has " b/" in it
    expect(pathsOf('diff --git a/my b/x b/img.png b/my b/x b/img.png')).toEqual(
      ['my b/x b/img.png'],
    );
    // agavra/tuicr#608: only one side is quoted
    expect(
      pathsOf(
        'diff --git "a/\\346\\227\\245.txt" b/day.txt',
        'similarity index 100%',
        'rename from "\\346\\227\\245.txt"',
        'rename to day.txt',
      ),
    ).toEqual(['日.txt', 'day.txt']);
    // matiasb/python-unidiff#81: no prefix, one side missing
    expect(
      pathsOf(
        'diff --git b/file1 b/file1',
        'deleted file mode 100644',
        '--- b/file1',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-a',
      ),
    ).toEqual(['b/file1']);
    expect(
      pathsOf(
        '--- a/x',
        '+++ a/x',
        '@@ -1 +1 @@',
        '-a',
        '+b',
        '--- /dev/null',
        '+++ b/y',
        '@@ -0,0 +1 @@',
        '+a',
      ),
    ).toEqual(['a/x', 'b/y']);
  });

  it('says which names have bytes that are no UTF-8', () => {
    expect(read(' M "caf\\351.md"', ' M b.md')).toMatchObject({
      paths: ['b.md'],
      unread: [{ text: '"caf\\351.md"', reason: 'encoding' }],
    });
  });
});

describe('mail', () => {
  it('has prose, a summary and a signature around a patch', () => {
    // git-format-patch(1)
    const mail = [
      'From 6eaaedc8a124780465b60d43863412d6343aa49d Mon Sep 17 00:00:00 2001',
      'From: Mia <mia@example.com>',
      'Date: Sat, 28 Nov 2026 07:28:52 +0000',
      'Subject: [PATCH] Move a thing',
      '',
      'It is in the way.',
      '',
      'Signed-off-by: Mia <mia@example.com>',
      '---',
      ' .../very/long/name.ts | 2 +-',
      ' 1 file changed, 1 insertion(+), 1 deletion(-)',
      '',
      'diff --git a/some/very/long/name.ts b/some/very/long/name.ts',
      'index 52d8170..2383492 100644',
      '--- a/some/very/long/name.ts',
      '+++ b/some/very/long/name.ts',
      '@@ -1 +1 @@',
      '--- b/not.ts',
      '+++ b/nor.ts',
      '-- ',
      '2.39.5',
      '',
    ];
    const expected = { paths: ['some/very/long/name.ts'], unread: [] };
    expect(read(...mail)).toMatchObject(expected);
    // as somebody answers it
    expect(
      read(
        'On Saturday, Mia wrote:',
        ...mail.map(line => `> ${line}`.trim()),
        'Who reads it?',
      ),
    ).toMatchObject(expected);
  });

  it('may come with its transfer encoding', () => {
    expect(
      pathsOf(
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'diff --git a/docs/=C3=9C.md b/docs/a-name-that-is-too-long-for-a-line-of-mail/=',
        'x.md',
        '--- a/docs/=C3=9C.md',
        '+++ b/docs/=C3=9C.md',
      ),
    ).toEqual([
      'docs/Ü.md',
      'docs/a-name-that-is-too-long-for-a-line-of-mail/x.md',
    ]);
  });
});

describe('Mercurial', () => {
  it('has diffs of its own, and of Git’s', () => {
    // hg help diffs
    expect(
      pathsOf(
        'diff -r 0123456789ab src/my file.py',
        '--- a/src/my file.py\tThu Jan 01 00:00:00 1970 +0000',
        '+++ b/src/my file.py\tSat Nov 28 07:28:52 2026 +0000',
        '@@ -1,1 +1,1 @@',
        '-a',
        '+b',
        'diff --git a/old.py b/new.py',
        'rename from old.py',
        'rename to new.py',
      ),
    ).toEqual(['src/my file.py', 'old.py', 'new.py']);
    expect(
      pathsOf(
        '--- a/x.py   Thu Jan 01 00:00:00 1970 +0000',
        '+++ b/x.py   Sat Nov 28 07:28:52 2026 +0000',
      ),
    ).toEqual(['x.py']);
  });

  it('has a status and a summary', () => {
    // hg help status, hg diff --stat
    expect(
      read(
        'M src/a.py',
        'A new.py',
        '  old.py',
        'R gone.py',
        '! lost.py',
        '? my file',
        'C same.py',
      ),
    ).toMatchObject({
      paths: [
        'src/a.py',
        'new.py',
        'gone.py',
        'lost.py',
        'my file',
        'same.py',
        'old.py',
      ],
      unread: [],
    });
    expect(
      pathsOf(' a.py |  3 ++-', ' b.png |  Bin ', ' 2 files changed'),
    ).toEqual(['a.py', 'b.png']);
    expect(
      read(
        'changeset:   1:0123456789ab',
        'user:        Mia <mia@example.com>',
        'files:       src/a.py b.py',
        'description:',
      ).paths,
    ).toEqual(['src/a.py', 'b.py']);
  });
});

describe('Subversion', () => {
  it('names each file in an index line', () => {
    // ymattw/ydiff#16, rtfpessoa/diff2html-cli#28: binary files and properties
    expect(
      pathsOf(
        'Index: trunk/my file.c',
        '===================================================================',
        '--- trunk/my file.c\t(revision 12)',
        '+++ trunk/my file.c\t(working copy)',
        '@@ -1 +1 @@',
        '--- a/not.c',
        '+++ b/nor.c',
        '',
        'Property changes on: trunk/my file.c',
        '___________________________________________________________________',
        'Added: svn:executable',
        '## -0,0 +1 ##',
        '+*',
        '\\ No newline at end of property',
        'Index: logo.png',
        '===================================================================',
        'Cannot display: file marked as a binary type.',
        'svn:mime-type = application/octet-stream',
        '',
        'Property changes on: lib',
        '___________________________________________________________________',
      ),
    ).toEqual(['trunk/my file.c', 'logo.png', 'lib']);
    // rtfpessoa/diff2html#126: svn diff --git
    expect(
      pathsOf(
        'Index: color.docx',
        '===================================================================',
        'diff --git a/trunk/color.docx b/trunk/color.docx',
        'new file mode 10644',
        '--- a/trunk/color.docx\t(nonexistent)',
        '+++ b/trunk/color.docx\t(revision 10)',
      ),
    ).toEqual(['color.docx']);
    // rtfpessoa/diff2html#122: svnlook diff
    expect(
      pathsOf(
        'Deleted: 44.txt',
        '===================================================================',
        '--- 44.txt\t2016-12-09 11:23:56 UTC (rev 10)',
        '+++ 44.txt\t2017-02-07 07:48:54 UTC (rev 11)',
        '@@ -1 +0,0 @@',
        '-dddd',
        '',
        'Added: 6.txt',
        '===================================================================',
        '',
        'Deleted: 7.txt',
        '===================================================================',
      ),
    ).toEqual(['44.txt', '6.txt', '7.txt']);
  });

  it('has seven columns before a name', () => {
    // The SVN book, svn status; on Windows with backslashes
    expect(
      read(
        'M       src\\bar.c',
        ' M      lib',
        'A  +    my copy.c',
        'M     C both.c',
        '?       new thing',
        '!       lost.c',
      ),
    ).toMatchObject({
      paths: ['src/bar.c', 'lib', 'my copy.c', 'both.c', 'new thing', 'lost.c'],
      unread: [],
    });
    expect(
      pathsOf('   M /trunk/foo.c', '   A /trunk/b.c (from /trunk/x.c:12)'),
    ).toEqual(['trunk/foo.c', 'trunk/b.c']);
  });
});

describe('diff', () => {
  it('compares two folders', () => {
    // GNU diffutils, diff -ruN, diff -c and diff -r
    const hunk = ['@@ -1 +1 @@', '-a', '+b'];
    expect(
      pathsOf(
        'diff -ruN old/src/a.c new/src/a.c',
        '--- old/src/a.c\t2026-03-01 12:00:00.000000000 +0100',
        '+++ new/src/a.c\t2026-03-02 12:00:00.000000000 +0100',
        ...hunk,
        '--- b.c.orig   2026-03-01 12:00:00',
        '+++ b.c   2026-03-01 12:00:00',
        ...hunk,
        '*** old/c.c\t2026-03-01 12:00:00',
        '--- new/c.c\t2026-03-01 12:00:00',
        '***************',
        '*** 1,2 ****',
        '! a',
        '--- 1,2 ----',
        '! b',
        'Binary files old/d.png and new/d.png differ',
        'diff -r old/e.c new/e.c',
        '1c1',
        '< a/not.c',
        '---',
        '> b/not.c',
      ),
    ).toEqual(['src/a.c', 'b.c', 'c.c', 'd.png', 'e.c']);
  });
});

describe('people', () => {
  it.each([
    ['src\\main\\Foo.java', ['src/main/Foo.java']],
    ['- src/a.ts', ['src/a.ts']],
    ['* `src/a.ts`,', ['src/a.ts']],
    ['src/a.ts src/b.ts, c.md', ['src/a.ts', 'src/b.ts', 'c.md']],
    ['old.ts -> new.ts', ['old.ts', 'new.ts']],
    ['docs/a b.md', ['docs/a b.md']],
    ['src/a.ts:12:5', ['src/a.ts']],
    ['src/a.ts#L3-L9', ['src/a.ts']],
    ['My Project/src/Main Window.xaml', ['My Project/src/Main Window.xaml']],
    [
      'docs/How to contribute to this.md',
      ['docs/How to contribute to this.md'],
    ],
    ['app/[id]/(group)/page.tsx', ['app/[id]/(group)/page.tsx']],
  ])('write %j', (line, paths) => {
    expect(read(line)).toMatchObject({ paths, unread: [] });
  });

  it.each([
    'Please look at src/a.ts',
    'I have changed docs/a.md and it is better now.',
    'docs/a.md is the file',
    'Fixed in main.ts',
    'Bitte schau dir src/a.ts an',
    'Bitte schau dir src/a.ts an.',
    'siehe src/a.ts',
    'voir src/a.ts et docs/b.md',
    'https://example.com is where',
    'https://example.com/a/b.ts',
    'mia@example.com',
    'Thanks!',
    'On branch main',
    'nothing to commit, working tree clean',
    '   abc1234..def5678  main -> origin/main',
    '  56.1% lib/',
    'A text about a/b.ts that is here.',
  ])('say %j, which is no path', line => {
    expect(read(line)).toMatchObject({
      paths: [],
      unread: [{ text: line.trim(), reason: 'unknown' }],
    });
  });

  it.each([
    ['../README.md', 'relative'],
    ['C:\\work\\repository\\a.ts', 'relative'],
    ['~/work/repository/a.ts', 'relative'],
    ['…/tail/a.ts', 'shortened'],
    [' .../{old => new}/a.ts | 2 +-', 'shortened'],
    [' ...d-name => new}/a.ts | 2 +-', 'shortened'],
  ])('have %j at hand, which is not all of a path', (line, reason) => {
    expect(read(line)).toMatchObject({ paths: [], unread: [{ reason }] });
  });

  it('speak around a list of files, in which a word alone is one', () => {
    expect(
      read(
        'Hello,',
        '',
        'Makefile',
        'src/a.ts',
        '',
        'Who can review these?',
        'Mia',
      ),
    ).toMatchObject({
      paths: ['Makefile', 'src/a.ts'],
      unread: ['Hello,', 'Who can review these?', 'Mia'].map(text => ({
        text,
        reason: 'unknown',
      })),
    });
  });

  it('name a path beside a diff, which is told and not taken', () => {
    expect(
      read(
        'src/other.ts',
        '',
        'diff --git a/a.ts b/a.ts',
        'old mode 100644',
        'new mode 100755',
      ),
    ).toMatchObject({
      paths: ['a.ts'],
      unread: [{ text: 'src/other.ts', reason: 'unknown' }],
    });
  });

  it('copy what a prompt, a fence and a terminal have put there', () => {
    expect(
      read(
        '```console',
        'mia@host:~/x$ git status -s',
        '\x1b[31m M\x1b[m a.ts',
        ' [32mM[m b.ts',
        '\x1b]8;;file:///x/c.ts\x07c.ts\x1b]8;;\x07',
        '```',
      ),
    ).toMatchObject({ paths: ['a.ts', 'b.ts', 'c.ts'], unread: [] });
    expect(
      pathsOf(
        '    diff --git a/a.ts b/a.ts',
        '    --- a/a.ts',
        '    +++ b/a.ts',
        '    @@ -1 +1 @@',
        '    -a',
        '    +b',
      ),
    ).toEqual(['a.ts']);
  });

  it('copy a part of a diff', () => {
    expect(pathsOf('+one', '@@ -1 +1 @@', '--- a/x', '+++ b/y')).toEqual([]);
    expect(pathsOf('rename from a.ts', 'rename to b.ts')).toEqual([
      'a.ts',
      'b.ts',
    ]);
    expect(
      pathsOf(
        'diff --git a/a.ts b/a.ts',
        '@@ -1,9 +1,9 @@',
        ' cut',
        'commit 0123456789',
        '',
        ' b.ts | 2 +-',
      ),
    ).toEqual(['a.ts', 'b.ts']);
  });
});

it('answers soon, whatever is pasted', () => {
  const started = performance.now();
  for (const line of [
    'diff --git a/',
    '"',
    'a ',
    '{ => ',
    '> ',
    '@@ -1,9 +1,9 @@',
    ' a | 1 ',
    'Index: ',
  ]) {
    readChangedPaths(line.repeat(20_000));
    readChangedPaths(`${line}\n`.repeat(5_000));
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
