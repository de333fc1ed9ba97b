import { parseOwnership } from './parseOwnership';
import { CodeownersOwnership } from './ownership';
import { rulesBelow } from './rulesBelow';

function patternsBelow(
  dialect: 'github' | 'gitlab',
  directory: string,
  lines: readonly string[],
) {
  const ownership = parseOwnership(dialect, [
    { path: 'CODEOWNERS', content: lines.map(line => `${line} @a`).join('\n') },
  ]) as CodeownersOwnership;
  return rulesBelow(ownership, directory).map(({ pattern }) => pattern);
}

describe('rulesBelow', () => {
  it.each([
    'apps/logs/',
    '/apps/',
    '/apps/logs',
    '/apps/*/src/',
    'apps/**/test',
    '**/logs/',
    'logs/',
    '*.ts',
    'docs/',
    '/apps/logs/package.json',
    '/apps/logs/src/deep/*.ts',
    '/apps/**',
    '/apps/l?gs/',
  ])('takes %s of GitHub to be about apps/logs', pattern => {
    expect(patternsBelow('github', 'apps/logs', [pattern])).toEqual([pattern]);
  });

  // In part of https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#example-of-a-codeowners-file
  it.each([
    '/apps/metrics/',
    '/apps/logs-of-others/',
    '/docs/',
    '/scripts/',
    'apps/*',
    '/build/logs/',
    '/package.json',
    '/*',
    '/*/src/',
    '/apps/*.md',
  ])('takes %s of GitHub to be about something else', pattern => {
    expect(patternsBelow('github', 'apps/logs', [pattern])).toEqual([]);
  });

  // https://docs.gitlab.com/user/project/codeowners/reference/#path-matching
  it.each([
    ['/apps/logs/', true],
    ['/apps/**/*', true],
    ['*', true],
    ['*.ts', true],
    ['/apps/logs/**/index.*', true],
    ['/apps/logs', false],
    ['/apps/*', false],
    ['/apps/metrics/', false],
  ])(
    'asks of %s of GitLab whether it is about apps/logs: %s',
    (pattern, isAbout) => {
      const found = patternsBelow('gitlab', 'apps/logs', [pattern]);
      expect(found).toEqual(isAbout ? [pattern] : []);
    },
  );

  it('leaves out what a later rule overrides in all of the directory', () => {
    expect(
      patternsBelow('github', 'apps/logs', [
        '*',
        '/apps/',
        '/apps/logs/',
        '*.md',
      ]),
    ).toEqual(['/apps/logs/', '*.md']);
    expect(
      patternsBelow('github', 'apps/logs', ['*', '/apps/metrics/']),
    ).toEqual(['*']);
  });

  it('knows that GitLab takes a directory out of a section', () => {
    // https://docs.gitlab.com/user/project/codeowners/reference/#exclusion-patterns
    expect(patternsBelow('gitlab', 'apps/logs', ['*', '!/apps/logs/'])).toEqual(
      [],
    );
    expect(patternsBelow('gitlab', 'apps/web', ['*', '!/apps/logs/'])).toEqual([
      '*',
    ]);
  });

  it('answers soon for patterns of any length', () => {
    const long = `/${'a/'.repeat(200_000)}`;
    const before = performance.now();
    expect(patternsBelow('github', 'apps/logs', [long])).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('leaves out nothing at the root', () => {
    const all = ['*', '/apps/', 'docs/*'];
    expect(patternsBelow('github', '', all)).toEqual(all);
  });
});
