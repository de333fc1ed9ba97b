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
    expect(namesOf(files, 'a')).toEqual(['Ann', 'bob', 'carl', 'sig-docs']);
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

  it('name no more people than aliases and anchors may multiply', () => {
    const many = Array.from({ length: 15_000 }, (_, i) => `u${i}`).join(', ');
    const { problems } = parse({
      OWNERS_ALIASES: `aliases: {all: [${many}]}`,
      OWNERS: ['approvers: [all, all, a]', 'reviewers: [all]'],
    });
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });

  it('list everybody once', () => {
    const ownership = parse({
      OWNERS: 'approvers: [a, B]',
      'x/OWNERS': 'reviewers: [b, c]',
    });
    expect(allOwners(ownership).map(({ name }) => name)).toEqual([
      'a',
      'B',
      'c',
    ]);
  });

  it.each([
    ['nothing', '# only a comment', []],
    ['broken YAML', 'approvers:\n- a\n - b\n{', [4]],
    ["another tool's format", 'set noparent\nme@example.com', [1]],
    ['a list for a map', '- a', [1]],
    ['a word for a list', 'approvers: a', [1]],
    ['a map in a list', 'approvers:\n- a: b\n- c', [2]],
    ['filters that are a list', 'filters:\n- a', [2]],
    ['several documents', 'approvers: [a]\n---\napprovers: [b]', []],
    ['deep nesting', `approvers: ${'['.repeat(20_000)}`, [1]],
    [
      'a YAML bomb',
      `a: &a [x]\nb: &b [*a,*a]\napprovers: [*b, *b]\nreviewers: *a`,
      [3, 3],
    ],
  ])('report what is wrong with %s', (_, content, lines) => {
    const { problems } = parse({ OWNERS: content });
    expect(problems.map(({ line }) => line)).toEqual(lines);
  });
});
