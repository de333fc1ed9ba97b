import { problemLog } from './problemLog';

describe('problemLog', () => {
  it('tells the file, the line and the reason', () => {
    const log = problemLog('docs/CODEOWNERS');
    log.report(3, '  !a @b\r', 'No negation');
    log.report(7, '* b', 'No owner');
    expect(log.problems).toEqual([
      {
        file: 'docs/CODEOWNERS',
        line: 3,
        text: '!a @b',
        reason: 'No negation',
      },
      { file: 'docs/CODEOWNERS', line: 7, text: '* b', reason: 'No owner' },
    ]);
  });

  it('keeps two hundred characters of a line', () => {
    const log = problemLog('OWNERS');
    log.report(1, ` ${'a'.repeat(200)}b`, 'Long');
    expect(log.problems[0].text).toBe('a'.repeat(200));
  });

  it('keeps a hundred problems, the last of which says that there are more', () => {
    const log = problemLog('OWNERS');
    for (let line = 1; line <= 150; line++) log.report(line, 'a', 'Wrong');
    expect(log.problems).toHaveLength(100);
    expect(log.problems[98]).toMatchObject({ line: 99, reason: 'Wrong' });
    expect(log.problems[99]).toMatchObject({
      line: 100,
      reason: 'Wrong; further problems of this file are left out',
    });
  });
});
