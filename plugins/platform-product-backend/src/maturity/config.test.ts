import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { problemOf, sectionsOf } from '../__testUtils__/sectionsOf';
import { readMaturityConfig } from './config';

const day = 24 * 60 * 60 * 1000;

const read = (maturity?: unknown) =>
  readMaturityConfig(sectionsOf({ maturity }));

describe('readMaturityConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      ladder: defaultLadder,
      longestAttestation: 365 * day,
      longestWaiver: 180 * day,
      collectorTimeout: 30_000,
      sweep: {
        frequency: { minutes: 30 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 15 },
      },
    });
    expect(read({})).toEqual(read());
  });

  it('reads every value', () => {
    const sweep = {
      frequency: { cron: '5 4 * * *' },
      timeout: { minutes: 14 },
      scope: 'local',
    };
    expect(
      read({
        gracePeriod: { hours: 12 },
        longestAttestation: 'P10D',
        longestWaiver: { days: 11 },
        collectorTimeout: { milliseconds: 13 },
        sweep,
      }),
    ).toEqual({
      ladder: { ...defaultLadder, gracePeriodDays: 0.5 },
      longestAttestation: 10 * day,
      longestWaiver: 11 * day,
      collectorTimeout: 13,
      sweep: { ...sweep, initialDelay: undefined },
    });
  });

  it.each([
    [{ x: 1 }, '', '{"x":1}', 'Unrecognized key: "x"'],
    ...[
      'gracePeriod',
      'longestAttestation',
      'longestWaiver',
      'collectorTimeout',
    ].map(key => [
      { [key]: 'soon' },
      `.${key}`,
      '"soon"',
      'expected a duration, such as { days: 14 } or P14D',
    ]),
  ] as Array<[config: object, path: string, value: string, why: string]>)(
    'stops at %j and says why',
    (config, path, value, why) => {
      expect(problemOf(() => read(config))).toBe(
        `InputError: Invalid configuration at 'platformProduct.maturity${path}', got ${value}: ${why}`,
      );
    },
  );

  it('stops at a schedule that is none', () => {
    const sweep = { frequency: { minutes: 5 } };
    expect(problemOf(() => read({ sweep }))).toContain(
      "'platformProduct.maturity.sweep.timeout'",
    );
  });
});
