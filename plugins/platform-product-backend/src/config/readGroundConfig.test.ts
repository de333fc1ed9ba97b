import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { problemOf, sectionsOf } from '../__testUtils__/sectionsOf';
import { readGroundConfig } from './readGroundConfig';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

const read = (platformProduct?: unknown) =>
  readGroundConfig(sectionsOf(platformProduct));

describe('readGroundConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      services: defaultServiceFilters,
      stewards: [],
      admins: [],
      keepGoneServicesFor: 730 * day,
      refreshFilesAfter: hour,
    });
  });

  it('reads every value', () => {
    expect(
      read({
        services: [{ kind: 'API' }],
        stewards: ['council'],
        admins: ['user:ada'],
        keepGoneServicesFor: '12 days',
        refreshFilesAfter: 'PT15M',
      }),
    ).toEqual({
      services: [{ kind: 'API' }],
      stewards: ['group:default/council'],
      admins: ['user:default/ada'],
      keepGoneServicesFor: 12 * day,
      refreshFilesAfter: hour / 4,
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

  it.each([
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
    ...['stewards', 'admins'].flatMap(key => [
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
    ...['keepGoneServicesFor', 'refreshFilesAfter'].map(key => [
      { [key]: 'PT0S' },
      `.${key}`,
      '"PT0S"',
      'expected a duration, such as { days: 14 } or P14D',
    ]),
  ] as Array<[config: object, path: string, value: string, why: string]>)(
    'stops at %j and says why',
    (config, path, value, why) => {
      expect(problemOf(() => read(config))).toBe(
        `InputError: Invalid configuration at 'platformProduct${path}', got ${value}: ${why}`,
      );
    },
  );
});
