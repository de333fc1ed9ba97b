import { sectionsOf } from '../__testUtils__/sectionsOf';
import { readReviewersConfig } from './config';

const read = (reviewers?: unknown) =>
  readReviewersConfig(sectionsOf({ reviewers }));
const readHours = (workingHours: unknown) =>
  read({ workingHours }).defaultAvailability;

/** What is said of a bad value. */
function refusalOf(reviewers: unknown): string {
  try {
    read(reviewers);
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
}

describe('readReviewersConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      identities: { hosts: {}, mapping: {} },
      bots: new Set(),
      defaultAvailability: {
        timeZone: 'UTC',
        workingDays: [1, 2, 3, 4, 5],
        from: '09:00',
        until: '17:00',
        away: [],
        onRotation: true,
        maxOpenReviews: 3,
      },
      sync: {
        frequency: { minutes: 15 },
        timeout: { minutes: 60 },
        initialDelay: { seconds: 10 },
      },
      requests: {
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 30 },
      },
    });
  });

  it('takes each value from its own place', () => {
    const hosts = { 'git.example.com': { user: 'a/login', group: 'a/team' } };
    const mapping = { 'github.com/Octocat': 'user:default/Ana' };
    expect(
      read({
        identities: { hosts, mapping },
        bots: ['Renovate', 'CI@Example.com'],
        workingHours: {
          timeZone: 'Europe/Berlin',
          workingDays: [7],
          from: '08:00',
          until: '12:30',
          holidays: 'DE-BE',
        },
        git: { anything: true },
        sync: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
        requests: { frequency: 'PT3M', timeout: 'PT4M' },
      }),
    ).toEqual({
      identities: { hosts, mapping },
      bots: new Set(['renovate', 'ci@example.com']),
      defaultAvailability: {
        timeZone: 'Europe/Berlin',
        workingDays: [7],
        from: '08:00',
        until: '12:30',
        holidays: 'DE-BE',
        away: [],
        onRotation: true,
        maxOpenReviews: 3,
      },
      sync: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
      requests: { frequency: { minutes: 3 }, timeout: { minutes: 4 } },
    });
  });

  it.each([
    [{ workingDays: [1] }],
    [{ workingDays: [1, 2, 3, 4, 5, 6, 7] }],
    [{ from: '00:00', until: '23:59' }],
    [{ from: '22:00', until: '06:00' }],
    [{ from: '16:00', until: '00:00' }],
    [{ until: '08:00' }],
    [{ holidays: 'US' }],
    [{ holidays: 'US-CA' }],
    [{ holidays: 'AT-9' }],
    [{ timeZone: 'America/Argentina/Buenos_Aires' }],
  ])('takes working hours of %j', value => {
    expect(readHours(value)).toMatchObject(value);
  });

  it.each([
    ['workingHours.timeZone', { timeZone: 'Mars/Base' }, 'IANA time zone'],
    ['workingHours.workingDays', { workingDays: [] }, '>=1'],
    [
      'workingHours.workingDays',
      { workingDays: [1, 2, 3, 4, 5, 6, 7, 1] },
      '<=7',
    ],
    ['workingHours.workingDays.0', { workingDays: [0] }, '>=1'],
    ['workingHours.workingDays.0', { workingDays: [8] }, '<=7'],
    ['workingHours.workingDays.0', { workingDays: [1.5] }, 'int'],
    ['workingHours.workingDays.0', { workingDays: ['Monday'] }, 'number'],
    ['workingHours.from', { from: '9:00' }, 'a time of day, such as 09:00'],
    ['workingHours.until', { until: '24:00' }, 'a time of day, such as 09:00'],
    ['workingHours.until', { until: '17:60' }, 'a time of day, such as 09:00'],
    ['workingHours.holidays', { holidays: 'Germany' }, 'ISO 3166'],
    ['workingHours.holidays', { holidays: 'DE-BERL' }, 'ISO 3166'],
    ['workingHours', { maxOpenReviews: 3 }, 'maxOpenReviews'],
    ['workingHours', { from: '17:00' }, 'must not end at the hour'],
    ['workingHours', { until: '09:00' }, 'must not end at the hour'],
    [
      'workingHours',
      { from: '22:00', until: '22:00' },
      'must not end at the hour',
    ],
  ])('stops at %s in %j', (path, workingHours, expected) => {
    const message = refusalOf({ workingHours });
    const value = path
      .split('.')
      .reduce<unknown>(
        (inner, key) => (inner as Record<string, unknown>)[key],
        { workingHours },
      );
    expect(message).toContain(
      `Invalid configuration at 'platformProduct.reviewers.${path}', got ${JSON.stringify(
        value,
      )}: `,
    );
    expect(message).toContain(expected);
  });

  it.each([
    [
      { identities: { mapping: { a: 'ana' } } },
      'identities.mapping.a',
      '"ana"',
      'expected a full ref, such as user:default/maya-lund',
    ],
    [
      { identities: { mapping: { a: 'group:default/ana' } } },
      'identities.mapping.a',
      '"group:default/ana"',
      'expected a full ref, such as user:default/maya-lund',
    ],
    [
      { identities: { mapping: { a: 'user:ana' } } },
      'identities.mapping.a',
      '"user:ana"',
      'expected a full ref',
    ],
    [
      { identities: { mapping: { a: 'the user:default/a' } } },
      'identities.mapping.a',
      '"the user:default/a"',
      'expected a full ref',
    ],
    [
      { identities: { mapping: { a: 'user:default/a/b' } } },
      'identities.mapping.a',
      '"user:default/a/b"',
      'expected a full ref',
    ],
    [
      { identities: { hosts: { h: { user: '', group: 'g' } } } },
      'identities.hosts.h.user',
      '""',
      '>=1',
    ],
    [
      { identities: { hosts: { h: { user: 'u' } } } },
      'identities.hosts.h.group',
      'undefined',
      'string',
    ],
    [{ identities: { logins: {} } }, 'identities', '{"logins":{}}', 'logins'],
    [{ bots: 'renovate' }, 'bots', '"renovate"', 'array'],
    [{ bots: [1] }, 'bots.0', '1', 'string'],
    [{ nonsense: 1 }, 'reviewers', '{"nonsense":1}', 'nonsense'],
  ])('stops at %j', (reviewers, path, value, expected) => {
    const message = refusalOf(reviewers);
    const whole = path === 'reviewers' ? path : `reviewers.${path}`;
    expect(message).toContain(
      `Invalid configuration at 'platformProduct.${whole}', got ${value}: `,
    );
    expect(message).toContain(expected);
  });

  it.each(['sync', 'requests'])('stops at a bad schedule of %s', key => {
    const said = (schedule: unknown) => refusalOf({ [key]: schedule });
    const path = `platformProduct.reviewers.${key}`;
    const start = `Invalid configuration at '${path}', got `;
    const often = said({ frequency: 'often', timeout: 'PT1M' });
    expect(often).toContain(
      `${start}{"frequency":"often","timeout":"PT1M"}: Invalid duration 'often'`,
    );
    const endless = said({ frequency: 'PT1M' });
    expect(endless).toContain(`${start}{"frequency":"PT1M"}: `);
    expect(endless).toContain(`'${path}.timeout'`);
    expect(said('often')).toContain(`${start}"often": `);
  });

  it('names every bad value at once', () => {
    const message = refusalOf({ bots: 1, workingHours: { from: 'x' } });
    expect(message).toContain("'platformProduct.reviewers.bots'");
    expect(message).toContain("'platformProduct.reviewers.workingHours.from'");
  });
});
