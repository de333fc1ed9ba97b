import fc from 'fast-check';
import { ownersOfPath } from './ownersOfPath';
import { OwnershipDialect } from './ownership';
import { parseOwnership } from './parseOwnership';

/** Far above what the machine needs, far below what is not linear would take. */
jest.setTimeout(60_000);

describe('OWNERS files', () => {
  const parse = (files: Record<string, string>) =>
    parseOwnership(
      'owners',
      Object.entries(files).map(([path, content]) => ({ path, content })),
    );
  const people = (count: number) =>
    Array.from({ length: count }, (_, i) => `u${i}`).join(', ');

  it('name no more people than aliases may multiply', () => {
    const files = (count: number) => ({
      OWNERS_ALIASES: `aliases: {all: [${people(count)}]}`,
      OWNERS: 'approvers: [all, all, a]\nreviewers: [all]',
    });
    // twice all of them, and one more
    expect(parse(files(9_999)).problems).toEqual([]);
    expect(parse(files(10_000)).problems).toMatchObject([
      {
        file: 'OWNERS',
        line: 2,
        text: 'all',
        reason: 'The file names more people than are read',
      },
    ]);
  });

  it('have no more names than anchors may multiply', () => {
    const problemsOf = (count: number) =>
      parse({
        OWNERS: `labels: &all [${people(count)}]\nreviewers: *all`,
      }).problems;
    expect(problemsOf(10_000)).toEqual([]);
    // an anchor is where it is set
    expect(problemsOf(10_001)).toMatchObject([
      { line: 1, reason: 'labels has more names than are read' },
    ]);
  });

  it('report lists that are nested deeper than anybody reads', () => {
    const { problems } = parse({ OWNERS: `approvers: ${'['.repeat(20_000)}` });
    expect(problems).toMatchObject([
      { line: 1, reason: expect.stringContaining('YAML') },
    ]);
  });
});

describe('hostile files', () => {
  const dialects: OwnershipDialect[] = ['github', 'gitlab', 'owners'];
  const path = (dialect: OwnershipDialect) =>
    dialect === 'owners' ? 'OWNERS' : 'CODEOWNERS';

  /** What is not linear takes longer than a test may. */
  function ask(dialect: OwnershipDialect, content: string, paths: string[]) {
    const ownership = parseOwnership(dialect, [
      { path: path(dialect), content },
    ]);
    return paths.map(p => ownersOfPath(ownership, p));
  }

  it('never make it throw or hang, whatever they hold', () => {
    const fragment = fc.constantFrom(
      ...'*?/\\[]!#^@a-. \t\n\r:{}&|()+"\'',
      '**',
      '/**/',
      '@a',
      '@g/h',
      'approvers:\n- ',
      'filters:\n  ',
      '\n[A] ',
      'aliases:\n  a: ',
      '&a ',
      '*a ',
      '\u0000',
      '\uD800',
    );
    const text = fc.oneof(
      fc.array(fragment, { maxLength: 60 }).map(parts => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        text,
        text,
        fc.array(text, { maxLength: 5 }),
        (dialect, content, aliases, paths) => {
          const ownership = parseOwnership(dialect, [
            { path: 'OWNERS_ALIASES', content: aliases },
            { path: path(dialect), content },
          ]);
          const cached = JSON.parse(JSON.stringify(ownership));
          for (const p of [...paths, 'a', 'a/a', '']) {
            expect(ownersOfPath(cached, p)).toEqual(ownersOfPath(ownership, p));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  const deepPath = `${'a/'.repeat(200)}${'a'.repeat(255)}`;
  const hostilePaths = Array.from({ length: 40 }, (_, i) => `${deepPath}${i}`);

  it.each([
    ['stars between letters', '**/a*a*a*a*a*a*a*b'],
    ['many depths', '**/a/**/a/**/a/**/a/**/b'],
    ['both', '**/a*a*b/**/a*?a*b/**/*a?b'],
    ['searches that almost succeed', `*${'a'.repeat(20)}?b*`],
    ['sets', '**/*[a-b][^b]*[a]*c'],
  ])('have no cost in %s', (_, pattern) => {
    const rules = Array.from({ length: 300 }, (__, i) => `${pattern}${i} @a`);
    for (const dialect of ['github', 'gitlab'] as const) {
      const paths = hostilePaths.slice(0, 5);
      expect(ask(dialect, rules.join('\n'), paths)).toHaveLength(5);
    }
  });

  it('have no cost as a single rule of 3 MB', () => {
    for (const part of ['a*', '**/', 'a/', '[a', '?', '\\ ', '[^a]*']) {
      const rule = part.repeat(Math.floor((3 * 1024 * 1024 - 9) / part.length));
      const answers = ask('gitlab', `${rule} @a`, hostilePaths);
      expect(answers).toHaveLength(hostilePaths.length);
    }
  });

  it('answer 40 paths from 50,000 rules', () => {
    const rules = Array.from({ length: 50_000 }, (_, i) =>
      i % 5 === 0
        ? `*.suffix${i} @org/team-${i % 50}`
        : `/packages/group-${i % 200}/package-${i}/src/ @org/team-${i % 50}`,
    );
    const paths = Array.from(
      { length: 40 },
      (_, i) => `packages/group-${i}/package-x/src/lib/file-${i}.ts`,
    );
    for (const dialect of ['github', 'gitlab'] as const) {
      const answers = ask(dialect, rules.join('\n'), paths);
      expect(answers.flat()).toEqual([]);
    }
  });

  it.each([
    ['rules', (i: number) => `*${i.toString(36)}`],
    ['sections', (i: number) => `[${i.toString(36)}]\na`],
    ['mistakes', () => '!'],
  ])('answer from as many %s as 3 MB can hold', (_, lineOf) => {
    const lines = Array.from({ length: 200_000 }, (__, i) => lineOf(i));
    const content = lines.join('\n').slice(0, 3 * 1024 * 1024);
    expect(ask('gitlab', content, ['x/y', 'a/b/c'])).toHaveLength(2);
  });

  it('run filters in linear time', () => {
    const filters = ['(a+a+)+b', '(a|a)*$b', '(.*a){30}c', '((a?){20}){20}b'];
    const answers = ask(
      'owners',
      `filters:\n${Array.from(
        { length: 5_000 },
        (_, i) => `  '${filters[i % 4]}${i}': {approvers: [a]}`,
      ).join('\n')}`,
      hostilePaths,
    );
    expect(answers).toHaveLength(hostilePaths.length);
  });
});
