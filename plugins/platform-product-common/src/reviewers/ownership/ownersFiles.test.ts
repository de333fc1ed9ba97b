import { allOwners, ownersOfPath } from './ownersOfPath';
import { parseOwnership } from './parseOwnership';

function parse(files: Record<string, string | string[]>) {
  return parseOwnership(
    'owners',
    Object.entries(files).map(([path, lines]) => ({
      path,
      content: typeof lines === 'string' ? lines : lines.join('\n'),
    })),
  );
}

function namesOf(
  files: Record<string, string | string[]>,
  path: string,
  role: 'approver' | 'reviewer' = 'approver',
): string[] {
  return ownersOfPath(parse(files), path)
    .filter(owner => owner.role === role)
    .map(({ name }) => name);
}

describe('OWNERS files', () => {
  it('tell who approves and who reviews, and where that stands', () => {
    const ownership = parse({
      OWNERS: [
        'approvers:',
        '- a',
        'reviewers: [b]',
        'required_reviewers: [c]',
      ],
    });
    const place = { file: 'OWNERS', pattern: '/' };
    expect(ownersOfPath(ownership, 'x/y.go')).toEqual([
      {
        name: 'a',
        kind: 'user',
        role: 'approver',
        place: { ...place, line: 2 },
      },
      {
        name: 'c',
        kind: 'user',
        role: 'reviewer',
        required: true,
        place: { ...place, line: 4 },
      },
      {
        name: 'b',
        kind: 'user',
        role: 'reviewer',
        place: { ...place, line: 3 },
      },
    ]);
    expect(ownership.problems).toEqual([]);
  });

  it('hold for directories below, the nearest first and each person once', () => {
    const files = {
      OWNERS: 'approvers: [root, both]',
      'pkg/OWNERS': 'approvers: [pkg, Both]',
      'pkg2/OWNERS': 'approvers: [other]',
    };
    expect(namesOf(files, 'pkg/a/b.go')).toEqual(['pkg', 'Both', 'root']);
    expect(namesOf(files, 'main.go')).toEqual(['root', 'both']);
  });

  it('are closed to parents by no_parent_owners, per role and if anybody is left', () => {
    const files = {
      OWNERS: ['approvers: [root]', 'reviewers: [reader]'],
      'pkg/OWNERS': ['options: {no_parent_owners: true}', 'approvers: [pkg]'],
      'pkg/sub/OWNERS': 'labels: [sub]',
    };
    expect(namesOf(files, 'pkg/sub/a.go')).toEqual(['pkg']);
    expect(namesOf(files, 'pkg/a.go', 'reviewer')).toEqual(['reader']);
  });

  it('expand aliases once, in any case, and take other names for logins', () => {
    const files = {
      OWNERS_ALIASES: [
        'aliases:',
        '  SIG-Docs: [Ann, bob]',
        '  nobody:',
        '  nested: [sig-docs]',
      ],
      OWNERS: 'approvers: [sig-docs, nobody, carl, nested]',
    };
    // prow leaves a name alone whose alias has no members.
    expect(namesOf(files, 'a')).toEqual([
      'Ann',
      'bob',
      'nobody',
      'carl',
      'sig-docs',
    ]);
    expect(ownersOfPath(parse(files), 'a')[0]).toMatchObject({
      alias: 'sig-docs',
      place: { file: 'OWNERS', line: 1 },
    });
    expect(namesOf({ ...files, OWNERS_ALIASES: '' }, 'a')).toEqual([
      'sig-docs',
      'nobody',
      'carl',
      'nested',
    ]);
  });

  it('apply every filter that is found in the path from their directory on', () => {
    const files = {
      'pkg/OWNERS': [
        'filters:',
        '  ".*":',
        '    approvers: [all]',
        '  "\\\\.go$":',
        '    approvers: [go]',
        '  "^sub/":',
        '    approvers: [sub]',
        '  "(?i)readme|^pkg":',
        '    approvers: [docs]',
      ],
    };
    expect(namesOf(files, 'pkg/a.go')).toEqual(['all', 'go']);
    expect(namesOf(files, 'pkg/sub/a.go')).toEqual(['all', 'go', 'sub']);
    expect(namesOf(files, 'pkg/README.md')).toEqual(['all', 'docs']);
  });

  it('ignore and report filters beside lists at the top', () => {
    const ownership = parse({
      OWNERS: ['approvers: [a]', 'filters:', '  ".*": {approvers: [b]}'],
    });
    expect(ownersOfPath(ownership, 'x')).toMatchObject([{ name: 'a' }]);
    expect(ownership.problems).toMatchObject([{ file: 'OWNERS', line: 2 }]);
  });

  it('report filters that are not Go expressions or too costly', () => {
    const filters = ['(?=a)', '[', '\\1', 'a{1001}', '((a{30}){30}){2}'];
    const { problems } = parse({
      OWNERS: [
        'filters:',
        ...filters.map(filter => `  '${filter}': {approvers: [a]}`),
      ],
    });
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  });

  it('keep those who no longer review apart, within filters and aliases too', () => {
    const ownership = parse({
      OWNERS_ALIASES: 'aliases: {emeritus_approvers: [old]}',
      OWNERS: [
        'emeritus_reviewers: [older]',
        'filters:',
        '  ".*":',
        '    emeritus_approvers: [emeritus_approvers]',
      ],
    });
    expect(ownersOfPath(ownership, 'a')).toEqual([]);
    expect(ownership.emeritus).toEqual([
      {
        name: 'older',
        kind: 'user',
        role: 'reviewer',
        file: 'OWNERS',
        line: 1,
      },
      { name: 'old', kind: 'user', role: 'approver', file: 'OWNERS', line: 4 },
    ]);
  });

  it('are read as leniently as by prow', () => {
    const files = {
      OWNERS: [
        'Approvers:',
        '- "@0xFelix" # 2024-03-15',
        '- 007',
        '- org/team',
      ],
    };
    expect(ownersOfPath(parse(files), 'a')).toMatchObject([
      { name: '0xFelix', kind: 'user' },
      { name: '007', kind: 'user' },
      { name: 'org/team', kind: 'team' },
    ]);
    expect(parse(files).problems).toEqual([]);
  });

  it.each([
    ['true', ['pkg']],
    ['yes', ['pkg']],
    ['false', ['pkg', 'root']],
    ['"true"', ['pkg', 'root']],
    ['', ['pkg', 'root']],
  ])('are closed to parents where no_parent_owners is %s', (value, names) => {
    const files = {
      OWNERS: 'approvers: [root]',
      'pkg/OWNERS': [
        'Options:',
        `  No_Parent_Owners: ${value}`,
        'approvers: [pkg]',
      ],
    };
    expect(namesOf(files, 'pkg/a')).toEqual(names);
  });

  it('are closed to parents only above the directory that says so', () => {
    const files = {
      OWNERS: 'approvers: [root]',
      'a/OWNERS': 'approvers: [a]',
      'a/b/OWNERS': 'options: {no_parent_owners: true}',
      'a/b/c/OWNERS': 'approvers: [c]',
    };
    // at c somebody is left, at b nobody is
    expect(namesOf(files, 'a/b/c/x')).toEqual(['c']);
    expect(namesOf(files, 'a/b/x')).toEqual(['a', 'root']);
  });

  it('say where an owner is declared, by the directory or the filter', () => {
    const files = {
      OWNERS: 'approvers: [root]',
      'a/b/OWNERS': ['filters:', '  "x$":', '    approvers: [b]'],
    };
    const places = ownersOfPath(parse(files), 'a/b/x').map(
      ({ place }) => place,
    );
    expect(places).toEqual([
      { file: 'a/b/OWNERS', line: 3, pattern: 'x$' },
      { file: 'OWNERS', line: 1, pattern: '/' },
    ]);
    expect(
      ownersOfPath(parse({ 'a/b/OWNERS': 'approvers: [b]' }), 'a/b/x')[0].place
        .pattern,
    ).toBe('a/b/');
  });

  it('hold for their own directory, where filters see a dot', () => {
    const files = {
      'a/OWNERS': ['filters:', '  "^\\\\.$": {approvers: [dot]}'],
    };
    expect(namesOf(files, 'a')).toEqual(['dot']);
    expect(namesOf(files, 'a/b')).toEqual([]);
    expect(namesOf(files, '')).toEqual([]);
  });

  it('name each person once a list, whatever the case and the at sign', () => {
    const files = {
      OWNERS_ALIASES: ['aliases:', '  "@Team": [ann, "@bob", x@y.z]'],
      OWNERS: 'approvers: ["@Ann", ann, team, TEAM, org/t]',
    };
    expect(
      ownersOfPath(parse(files), 'x').map(({ kind, name }) => [kind, name]),
    ).toEqual([
      ['user', 'ann'],
      ['user', 'bob'],
      ['email', 'x@y.z'],
      ['team', 'org/t'],
    ]);
  });

  // prow: pkg/repoowners, RepoAliases.ExpandAliases; repoowners_test.go
  it.each(['team: []', 'team:', 'team: ~', 'TEAM: [""]', 'other: [x]'])(
    'leave a name alone where its alias is %s',
    alias => {
      const files = {
        OWNERS_ALIASES: ['aliases:', `  ${alias}`],
        OWNERS: 'approvers: [Team, ann]\nreviewers: [team]',
      };
      expect(namesOf(files, 'x')).toEqual(['Team', 'ann']);
      expect(namesOf(files, 'x', 'reviewer')).toEqual(['team']);
    },
  );

  it('expand the aliases of the root alone', () => {
    const files = {
      'x/OWNERS_ALIASES': 'aliases: {team: [ann]}',
      'x/OWNERS': 'approvers: [team]',
      'x/NOT_OWNERS': 'approvers: [nobody]',
      'y/OWNERS/z': 'approvers: [nobody]',
    };
    expect(namesOf(files, 'x/a')).toEqual(['team']);
    expect(parse(files)).toMatchObject({
      directories: [{ file: 'x/OWNERS', directory: 'x' }],
    });
  });

  it('expand aliases in every list, and say through which', () => {
    const files = {
      OWNERS_ALIASES: ['aliases:', '  all: [ann]'],
      OWNERS: ['reviewers: ["@All"]', 'required_reviewers: [all]'],
    };
    expect(ownersOfPath(parse(files), 'a')).toMatchObject([
      { name: 'ann', role: 'reviewer', required: true, alias: 'all' },
      { name: 'ann', role: 'reviewer', alias: 'All', place: { line: 1 } },
    ]);
  });

  it('keep labels, and say nothing of what has no list', () => {
    const ownership = parse({
      OWNERS: 'labels: [area/docs, 7]',
      'a/OWNERS': 'options: {no_parent_owners: true}',
      'b/OWNERS': '# nothing yet',
    });
    const nobody = { approvers: [], reviewers: [], requiredReviewers: [] };
    expect(ownership).toEqual({
      dialect: 'owners',
      directories: [
        {
          file: 'OWNERS',
          directory: '',
          entries: [{ ...nobody, labels: ['area/docs', '7'] }],
        },
        {
          file: 'a/OWNERS',
          directory: 'a',
          noParentOwners: true,
          entries: [],
        },
      ],
      emeritus: [],
      problems: [],
    });
  });

  it.each(['approvers', 'reviewers', 'required_reviewers', 'labels'])(
    'ignore filters beside %s at the top',
    key => {
      const filters = ['filters:', '  ".*": {approvers: [b]}'];
      const ownership = parse({ OWNERS: [`${key}: [a]`, ...filters] });
      expect(
        ownersOfPath(ownership, 'x').map(({ name }) => name),
      ).not.toContain('b');
      expect(ownership.problems).toEqual([
        {
          file: 'OWNERS',
          line: 2,
          text: 'filters',
          reason: 'Filters are ignored beside lists at the top of the file',
        },
      ]);
      // those who left are no list
      expect(
        namesOf({ OWNERS: ['emeritus_approvers: [a]', ...filters] }, 'x'),
      ).toEqual(['b']);
    },
  );

  it('drop a filter that is not read, and keep the others', () => {
    const files = {
      OWNERS: [
        'filters:',
        '  "[": {approvers: [broken]}',
        '  "(?=x)": {approvers: [ahead]}',
        '  "x": {approvers: [a]}',
        '  "nothing":',
      ],
    };
    expect(namesOf(files, 'x')).toEqual(['a']);
    expect(parse(files)).toMatchObject({
      directories: [{ entries: [{ filter: 'x' }] }],
    });
    expect(parse(files).problems).toMatchObject([
      {
        line: 2,
        text: '[',
        reason: expect.stringMatching(/^The filter is not read: ./),
      },
      { line: 3, text: '(?=x)' },
    ]);
  });

  it('take a filter of a thousand characters, and no longer one', () => {
    const problemsOf = (filter: string) =>
      parse({ OWNERS: ['filters:', `  "${filter}": {approvers: [a]}`] })
        .problems;
    // a class of one character costs one instruction, whatever its length
    const long = (length: number) => `[${'a'.repeat(length - 2)}]`;
    expect(problemsOf(long(1000))).toEqual([]);
    expect(problemsOf(long(1001))).toMatchObject([
      { line: 2, reason: 'The filter is not read: the filter is too long' },
    ]);
    expect(problemsOf('a{900}b{900}')).toMatchObject([
      { reason: 'The filter is not read: the filter is too complex' },
    ]);
  });

  it('take filters until they cost too much together', () => {
    const filters = Array.from(
      { length: 8 },
      (_, i) => `  'a{900}${i}': {approvers: [a${i}]}`,
    );
    const { problems } = parse({ OWNERS: ['filters:', ...filters] });
    expect(problems.map(({ line }) => line)).toEqual([8, 9]);
    expect(problems[0].reason).toBe('The filters of this file are too complex');
    // what takes every path costs next to nothing
    const every = filters.map((_, i) => `  '.*': {approvers: [a${i}]}`);
    expect(parse({ OWNERS: ['filters:', ...every] }).problems).toEqual([]);
  });

  it('read keys, names and anchors as YAML 1.1 has them', () => {
    const files = {
      OWNERS: [
        'APPROVERS: &people [on, 0x1F, 1_000, "  b  "]',
        'reviewers: *people',
        'required_reviewers: {c, d}',
      ],
    };
    expect(namesOf(files, 'a')).toEqual(['on', '0x1F', '1_000', 'b']);
    expect(namesOf(files, 'a', 'reviewer')).toEqual([
      'c',
      'd',
      'on',
      '0x1F',
      '1_000',
      'b',
    ]);
    expect(parse(files).problems).toEqual([]);
  });

  it('list everybody once', () => {
    const ownership = parse({
      OWNERS: 'approvers: [a, B]',
      'x/OWNERS': 'reviewers: [b, c]',
    });
    expect(allOwners(ownership)).toEqual([
      { name: 'a', kind: 'user' },
      { name: 'B', kind: 'user' },
      { name: 'c', kind: 'user' },
    ]);
    const roles = 'approvers: [a]\nreviewers: [b]\nrequired_reviewers: [c]';
    expect(allOwners(parse({ OWNERS: roles }))).toHaveLength(3);
  });

  it.each([
    ['nothing', '# only a comment', []],
    ['an empty file', '', []],
    ['null', '~', []],
    ['lists that are empty', 'approvers:\nreviewers: ~\nlabels: []', []],
    ['several documents', 'approvers: [a]\n---\napprovers: [b]', []],
    ['broken YAML', 'approvers:\n- a\n - b\n{', [[4, 'not valid YAML: ']]],
    ["another tool's format", 'set noparent\nme@example.com', [[1, 'no map']]],
    ['a list for a map', '- a', [[1, 'no map with keys such as approvers']]],
    ['a word for a list', 'approvers: a', [[1, 'approvers is no list']]],
    [
      'a word below',
      'labels: [a]\nreviewers:\n  b',
      [[3, 'reviewers is no list']],
    ],
    [
      'a map in a list',
      'approvers:\n- a: b\n- c',
      [[2, 'approvers has something else than a name in it']],
    ],
    [
      'an item that is missing',
      'approvers:\n- a\n-\n- b',
      [[3, 'something else']],
    ],
    [
      'a name that is null',
      'approvers: [null, ~]',
      [
        [1, 'something else'],
        [1, 'something else'],
      ],
    ],
    ['a blank name', 'approvers: [" ", a]', [[1, 'something else']]],
    ['filters that are a list', 'filters:\n- a', [[2, 'filters is no map']]],
    ['an anchor that is none', 'approvers: [*a]', [[1, 'something else']]],
    [
      'a YAML bomb',
      `a: &a [x]\nb: &b [*a,*a]\napprovers: [*b, *b]\nreviewers: *a`,
      [
        [3, 'something else'],
        [3, 'something else'],
      ],
    ],
  ] as Array<[string, string, Array<[number, string]>]>)(
    'report what is wrong with %s',
    (_, content, expected) => {
      const { problems } = parse({ OWNERS: content });
      expect(problems.map(({ line }) => line)).toEqual(
        expected.map(([line]) => line),
      );
      problems.forEach(({ file, reason, line, text }, index) => {
        expect(file).toBe('OWNERS');
        expect(reason).toContain(expected[index][1]);
        expect(content.split('\n')[line - 1].trim().slice(0, 200)).toBe(text);
      });
    },
  );

  it('say why a file is not valid YAML, in a line', () => {
    expect(parse({ OWNERS: 'approvers:\n- a\n - b' }).problems).toEqual([]);
    const { problems } = parse({ OWNERS: 'approvers: [a' });
    expect(problems).toEqual([
      {
        file: 'OWNERS',
        line: 1,
        text: 'approvers: [a',
        reason:
          'The file is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      },
    ]);
  });

  it('pass over keys that are no text', () => {
    const files = {
      OWNERS_ALIASES: 'aliases: {~: [a], [x]: [b], c: [d]}',
      OWNERS: [
        '? [reviewers]',
        ': [a]',
        '~: [b]',
        'filters:',
        '  ~: {approvers: [e]}',
        '  ? [x]',
        '  : {approvers: [f]}',
        '  c: {approvers: [c]}',
      ],
    };
    expect(namesOf(files, 'c')).toEqual(['d']);
    expect(parse(files).problems).toEqual([]);
  });

  it('count by the first of several documents', () => {
    const content = 'approvers: [a]\n---\napprovers: [b]';
    expect(namesOf({ OWNERS: content }, 'x')).toEqual(['a']);
  });

  it('go on with what is right beside what is wrong', () => {
    const files = { OWNERS: 'approvers:\n- a: b\n- c\nreviewers: d' };
    expect(namesOf(files, 'x')).toEqual(['c']);
    expect(namesOf(files, 'x', 'reviewer')).toEqual([]);
  });

  it.each([
    ['aliases: [a]', 'aliases is no map'],
    ['aliases: {a: b}', "The alias 'a' is no list"],
    ['- a', 'no map'],
  ])('report that of the aliases %s', (content, reason) => {
    const files = { OWNERS_ALIASES: content, OWNERS: 'approvers: [a]' };
    expect(parse(files).problems).toEqual([
      {
        file: 'OWNERS_ALIASES',
        line: 1,
        text: content,
        reason: expect.stringContaining(reason),
      },
    ]);
  });

  it('are read up to 256 kB', () => {
    const start = 'approvers: [a]\n#';
    const file = (length: number) => ({
      OWNERS: start.padEnd(length, 'x'),
    });
    const limit = 256 * 1024;
    expect(namesOf(file(limit), 'x')).toEqual(['a']);
    expect(namesOf(file(limit + 1), 'x')).toEqual([]);
    expect(parse(file(limit + 1)).problems).toEqual([
      {
        file: 'OWNERS',
        line: 1,
        text: '',
        reason: 'The file is over 256 kB and is not read',
      },
    ]);
  });
});
