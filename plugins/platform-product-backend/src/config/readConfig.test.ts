import { ConfigReader } from '@backstage/config';
import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { readPlatformProductConfig } from './readConfig';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

const read = (platformProduct?: unknown) =>
  readPlatformProductConfig(
    new ConfigReader(platformProduct ? ({ platformProduct } as never) : {}),
  );

function problemOf(config: unknown): string {
  try {
    read(config);
    return 'none';
  } catch (error) {
    return `${error}`;
  }
}

type Problem = [config: unknown, path: string, value: string, why: string];

const aDuration = 'expected a duration, such as { days: 14 } or P14D';

describe('readPlatformProductConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toMatchObject({
      services: defaultServiceFilters,
      stewards: [],
      admins: [],
      ladder: defaultLadder,
      longestAttestation: 365 * day,
      longestWaiver: 180 * day,
      keepGoneServicesFor: 730 * day,
      collectorTimeout: 30_000,
      sweep: {
        frequency: { minutes: 30 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 15 },
      },
      contributing: { refreshAfter: hour },
    });
    expect(read({ maturity: {}, contributing: {} })).toEqual(read());
  });

  it('reads every value', () => {
    expect(
      read({
        services: [{ kind: 'API' }],
        stewards: ['council'],
        admins: ['user:ada'],
        maturity: {
          gracePeriod: { hours: 12 },
          longestAttestation: 'P10D',
          longestWaiver: { days: 11 },
          keepGoneServicesFor: '12 days',
          collectorTimeout: { milliseconds: 13 },
          sweep: {
            frequency: { cron: '5 4 * * *' },
            timeout: { minutes: 14 },
            scope: 'local',
          },
        },
        contributing: { refreshAfter: 'PT15M' },
      }),
    ).toMatchObject({
      services: [{ kind: 'API' }],
      stewards: ['group:default/council'],
      admins: ['user:default/ada'],
      ladder: { ...defaultLadder, gracePeriodDays: 0.5 },
      longestAttestation: 10 * day,
      longestWaiver: 11 * day,
      keepGoneServicesFor: 12 * day,
      collectorTimeout: 13,
      sweep: {
        frequency: { cron: '5 4 * * *' },
        timeout: { minutes: 14 },
        scope: 'local',
      },
      contributing: { refreshAfter: 15 * minute },
    });
  });

  it('reads bare names of stewards and admins as groups', () => {
    const refs = ['Council', 'user:Ada', 'other/council', 'User:other/bo'];
    const expected = [
      'group:default/council',
      'user:default/ada',
      'group:other/council',
      'user:other/bo',
    ];
    expect(read({ stewards: refs }).stewards).toEqual(expected);
    expect(read({ admins: refs }).admins).toEqual(expected);
  });

  it.each<Problem>([
    [{ nonsense: 1 }, '', '{"nonsense":1}', 'Unrecognized key: "nonsense"'],
    [{ maturity: { x: 1 } }, '.maturity', '{"x":1}', 'Unrecognized key: "x"'],
    [
      { contributing: { x: 1 } },
      '.contributing',
      '{"x":1}',
      'Unrecognized key: "x"',
    ],
    [
      { services: [] },
      '.services',
      '[]',
      'Too small: expected array to have >=1 items',
    ],
    [
      { services: [{ kind: { $bad: 1 } }] },
      '.services.0',
      '{"kind":{"$bad":1}}',
      'Invalid input',
    ],
    ...['stewards', 'admins'].flatMap((key): Problem[] => [
      [
        { [key]: ['a', ':'] },
        `.${key}.1`,
        '":"',
        'expected an entity ref, such as group:default/platform',
      ],
      [
        { [key]: 'a' },
        `.${key}`,
        '"a"',
        'Invalid input: expected array, received string',
      ],
    ]),
    ...[
      'gracePeriod',
      'longestAttestation',
      'longestWaiver',
      'keepGoneServicesFor',
      'collectorTimeout',
    ].flatMap((key): Problem[] =>
      ['soon', 30, 'PT0S', { days: 0 }, { days: -1 }, {}].map(value => [
        { maturity: { [key]: value } },
        `.maturity.${key}`,
        JSON.stringify(value),
        aDuration,
      ]),
    ),
    [
      { contributing: { refreshAfter: 'PT0S' } },
      '.contributing.refreshAfter',
      '"PT0S"',
      aDuration,
    ],
  ])('stops at %j and says why', (config, path, value, why) => {
    expect(problemOf(config)).toBe(
      `InputError: Invalid configuration at 'platformProduct${path}', got ${value}: ${why}`,
    );
  });

  it('takes the shortest duration that there is', () => {
    const collectorTimeout = { milliseconds: 1 };
    expect(read({ maturity: { collectorTimeout } }).collectorTimeout).toBe(1);
  });

  it('stops at a schedule that is none', () => {
    const frequency = { minutes: 5 };
    expect(problemOf({ maturity: { sweep: { frequency } } })).toContain(
      'platformProduct.maturity.sweep.timeout',
    );
  });

  it('names every bad value at once', () => {
    expect(
      problemOf({ stewards: [':'], maturity: { longestWaiver: 'x' } }),
    ).toBe(
      [
        `InputError: Invalid configuration at 'platformProduct.stewards.0', got ":": expected an entity ref, such as group:default/platform`,
        `Invalid configuration at 'platformProduct.maturity.longestWaiver', got "x": ${aDuration}`,
      ].join('\n'),
    );
  });
});
