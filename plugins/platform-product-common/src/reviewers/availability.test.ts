import {
  Availability,
  availabilitySchema,
  awayUntil,
  defaultAvailability,
  timeZoneSchema,
} from './availability';

describe('availabilitySchema', () => {
  it('takes what holds for people who have not said anything', () => {
    expect(availabilitySchema.parse(defaultAvailability)).toEqual({
      timeZone: 'UTC',
      workingDays: [1, 2, 3, 4, 5],
      from: '09:00',
      until: '17:00',
      away: [],
      onRotation: true,
      maxOpenReviews: 3,
    });
  });

  const away = { from: '2026-07-01', until: '2026-07-14' };
  const backwards = { from: '2026-07-02', until: '2026-07-01' };

  it.each<[Partial<Record<keyof Availability, unknown>>]>([
    [{ timeZone: 'Asia/Kolkata' }],
    [{ timeZone: 'Australia/Lord_Howe' }],
    [{ workingDays: [1] }],
    [{ workingDays: [1, 2, 3, 4, 5, 6, 7] }],
    [{ from: '00:00', until: '23:59' }],
    [{ from: '09:00', until: '09:01' }],
    [{ from: '22:00', until: '06:00' }],
    [{ from: '16:00', until: '00:00' }],
    [{ from: '09:01', until: '09:00' }],
    [{ holidays: 'DE' }],
    [{ holidays: 'DE-BE' }],
    [{ holidays: 'US-CA' }],
    [{ holidays: 'ES-1' }],
    [{ holidays: 'GB-ENG' }],
    [{ away: [away] }],
    [{ away: [{ from: '2026-07-01', until: '2026-07-01' }] }],
    [{ away: Array(50).fill(away) }],
    [{ onRotation: false }],
    [{ maxOpenReviews: 1 }],
    [{ maxOpenReviews: 50 }],
  ])('takes %j', given => {
    const availability = { ...defaultAvailability, ...given };
    expect(availabilitySchema.parse(availability)).toEqual(availability);
  });

  it.each<
    [Partial<Record<keyof Availability, unknown>>, Array<string | number>]
  >([
    [{ timeZone: 'Europe/Atlantis' }, ['timeZone']],
    [{ workingDays: [] }, ['workingDays']],
    [{ workingDays: [0] }, ['workingDays', 0]],
    [{ workingDays: [1, 8] }, ['workingDays', 1]],
    [{ workingDays: [1.5] }, ['workingDays', 0]],
    [{ workingDays: Array(8).fill(1) }, ['workingDays']],
    [{ from: '0:30' }, ['from']],
    [{ from: '09:00:00' }, ['from']],
    [{ from: ' 09:00' }, ['from']],
    [{ until: '24:00' }, ['until']],
    [{ until: '17:60' }, ['until']],
    [{ from: '17:00' }, ['until']],
    [{ holidays: 'de' }, ['holidays']],
    [{ holidays: 'DEU' }, ['holidays']],
    [{ holidays: 'DE-' }, ['holidays']],
    [{ holidays: 'DE-BERL' }, ['holidays']],
    [{ holidays: 'x DE' }, ['holidays']],
    [{ away: [away, backwards] }, ['away']],
    [
      { away: [{ from: '2026-02-29', until: '2026-03-01' }] },
      ['away', 0, 'from'],
    ],
    [{ away: [{ ...away, reason: 'ill' }] }, ['away', 0]],
    [{ away: Array(51).fill(away) }, ['away']],
    [{ onRotation: 'yes' }, ['onRotation']],
    [{ maxOpenReviews: 0 }, ['maxOpenReviews']],
    [{ maxOpenReviews: 51 }, ['maxOpenReviews']],
    [{ maxOpenReviews: 2.5 }, ['maxOpenReviews']],
  ])('refuses %j', (given, path) => {
    const { error } = availabilitySchema.safeParse({
      ...defaultAvailability,
      ...given,
    });
    expect(error?.issues.map(issue => issue.path)).toEqual([path]);
  });

  it('refuses what it does not know', () => {
    const availability = { ...defaultAvailability, phone: '1' };
    expect(availabilitySchema.safeParse(availability).success).toBe(false);
  });

  it.each<[Partial<Availability>, string]>([
    [{ timeZone: 'X' }, 'must be an IANA time zone, such as Europe/Berlin'],
    [{ from: '0:30' }, 'must be a time of day, such as 09:00'],
    [{ from: '17:00' }, 'must differ from from'],
    [{ holidays: '' }, 'must be an ISO 3166 code, such as DE or DE-BE'],
    [{ away: [backwards] }, 'must not end before they begin'],
  ])('says what is wrong with %j', (given, message) => {
    const { error } = availabilitySchema.safeParse({
      ...defaultAvailability,
      ...given,
    });
    expect(error?.issues).toMatchObject([{ message }]);
  });
});

describe('timeZoneSchema', () => {
  it('takes a hundred characters of the name of a zone, and no more', () => {
    const issueOf = (name: string) =>
      timeZoneSchema.safeParse(name).error?.issues[0].code;
    expect(issueOf('X'.repeat(100))).toBe('custom');
    expect(issueOf('X'.repeat(101))).toBe('too_big');
  });
});

describe('awayUntil', () => {
  const until = (today: string, ...away: Array<[string, string]>) =>
    awayUntil(
      { away: away.map(([from, last]) => ({ from, until: last })) },
      today,
    );

  it.each([
    ['2026-07-05', undefined],
    ['2026-07-06', '2026-07-10'],
    ['2026-07-08', '2026-07-10'],
    ['2026-07-10', '2026-07-10'],
    ['2026-07-11', undefined],
  ])('includes the first and the last day: on %s, %s', (today, last) => {
    expect(until(today, ['2026-07-06', '2026-07-10'])).toBe(last);
  });

  it('is undefined without absences', () => {
    expect(until('2026-07-06')).toBeUndefined();
  });

  it.each<[string, string, Array<[string, string]>]>([
    [
      'the day after',
      '2026-07-20',
      [
        ['2026-07-06', '2026-07-10'],
        ['2026-07-11', '2026-07-20'],
      ],
    ],
    [
      'in whatever order they stand',
      '2026-07-20',
      [
        ['2026-07-11', '2026-07-20'],
        ['2026-07-06', '2026-07-10'],
      ],
    ],
    [
      'overlapping',
      '2026-07-20',
      [
        ['2026-07-06', '2026-07-10'],
        ['2026-07-09', '2026-07-20'],
      ],
    ],
    [
      'one within the other',
      '2026-07-20',
      [
        ['2026-07-06', '2026-07-20'],
        ['2026-07-07', '2026-07-09'],
      ],
    ],
    [
      'but not a day later',
      '2026-07-10',
      [
        ['2026-07-06', '2026-07-10'],
        ['2026-07-12', '2026-07-20'],
      ],
    ],
  ])('follows absences that join on, %s', (_, last, away) => {
    expect(until('2026-07-06', ...away)).toBe(last);
  });

  it('follows them over the end of a year and a leap day', () => {
    expect(
      until(
        '2027-12-31',
        ['2027-12-24', '2027-12-31'],
        ['2028-01-01', '2028-02-28'],
        ['2028-02-29', '2028-02-29'],
        ['2028-03-01', '2028-03-02'],
      ),
    ).toBe('2028-03-02');
  });
});
