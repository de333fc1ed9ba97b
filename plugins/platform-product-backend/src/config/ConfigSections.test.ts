import { ConfigReader } from '@backstage/config';
import { z } from 'zod';
import { problemOf, sectionsOf } from '../__testUtils__/sectionsOf';
import { ConfigSections } from './ConfigSections';
import { duration } from './duration';
import { scheduleAt } from './scheduleAt';

const number = z.number().optional();

describe('ConfigSections', () => {
  it('reads sections by their names', () => {
    const sections = sectionsOf({ one: 1, two: 2 });
    expect(sections.read({ one: number, three: number })).toEqual({ one: 1 });
    expect(sections.read({ two: number })).toEqual({ two: 2 });
  });

  it('takes a configuration without any', () => {
    const sections = new ConfigSections(new ConfigReader({}));
    expect(sections.read({ one: number })).toEqual({});
    expect(() => sections.refuseOthers()).not.toThrow();
  });

  it.each([[true], ['maturity'], [3], [[{ one: 1 }]]])(
    'refuses %j in place of sections',
    config => {
      expect(problemOf(() => sectionsOf(config))).toBe(
        `InputError: Invalid configuration at 'platformProduct', got ${JSON.stringify(
          config,
        )}: expected an object`,
      );
    },
  );

  it('names every bad value of what is read', () => {
    const sections = sectionsOf({ one: 'a', two: { three: 'b' }, four: 'c' });
    expect(
      problemOf(() =>
        sections.read({ one: number, two: z.object({ three: number }) }),
      ),
    ).toBe(
      [
        `InputError: Invalid configuration at 'platformProduct.one', got "a": Invalid input: expected number, received string`,
        `Invalid configuration at 'platformProduct.two.three', got "b": Invalid input: expected number, received string`,
      ].join('\n'),
    );
  });

  it.each([
    [{ one: 1, two: 2 }, '{"one":1,"two":2}: Unrecognized key: "two"'],
    [
      { one: 1, two: 2, three: 3 },
      '{"one":1,"two":2,"three":3}: Unrecognized keys: "two", "three"',
    ],
  ])('refuses what nobody has read of %j', (config, problem) => {
    const sections = sectionsOf(config);
    sections.read({ one: number });
    expect(problemOf(() => sections.refuseOthers())).toBe(
      `InputError: Invalid configuration at 'platformProduct', got ${problem}`,
    );
  });

  it('refuses nothing that was read, whether it is there or not', () => {
    const sections = sectionsOf({ one: 1 });
    sections.read({ one: number, two: number });
    expect(() => sections.refuseOthers()).not.toThrow();
  });

  it('takes the shortest duration that there is', () => {
    const { wait } = sectionsOf({ wait: { milliseconds: 1 } }).read({
      wait: duration,
    });
    expect(wait).toBe(1);
  });

  it.each(['soon', 30, 'PT0S', { days: 0 }, { days: -1 }, {}])(
    'takes no duration of %j',
    wait => {
      expect(
        problemOf(() => sectionsOf({ wait }).read({ wait: duration })),
      ).toBe(
        `InputError: Invalid configuration at 'platformProduct.wait', got ${JSON.stringify(
          wait,
        )}: expected a duration, such as { days: 14 } or P14D`,
      );
    },
  );

  it('stops at a schedule that is none, and says what of it', () => {
    const task = { frequency: { minutes: 5 } };
    const problem = problemOf(() =>
      sectionsOf({ task }).read({ task: scheduleAt('task') }),
    );
    expect(problem).toContain(
      `Invalid configuration at 'platformProduct.task', got {"frequency":{"minutes":5}}: `,
    );
    expect(problem).toContain("'platformProduct.task.timeout' in 'app-config'");
  });
});
