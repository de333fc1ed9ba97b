import { Availability } from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import { AvailabilityService } from './AvailabilityService';

const nina = 'user:default/nina';
const paul = 'user:default/paul';

function start(
  now: string,
  saved: Record<string, Partial<Availability>> = {},
  fallback: Partial<Availability> = {},
) {
  const kept = new Map(
    Object.entries(saved).map(([userRef, said]) => [
      userRef,
      { ...defaultAvailability, ...said },
    ]),
  );
  const saves: unknown[] = [];
  const service = new AvailabilityService({
    store: {
      list: async userRefs =>
        new Map([...kept].filter(([userRef]) => userRefs.includes(userRef))),
      save: async (userRef, availability, at) => {
        saves.push([userRef, at.toISOString()]);
        kept.set(userRef, availability);
      },
    },
    fallback: { ...defaultAvailability, ...fallback },
    now: () => new Date(now),
  });
  return { service, saves };
}

const noon = '2026-07-08T12:00:00Z';

describe('AvailabilityService', () => {
  it('takes the fallback for who has not said anything, but for the zone', async () => {
    const { service } = start(
      noon,
      { [nina]: { timeZone: 'Asia/Tokyo', maxOpenReviews: 1 } },
      { timeZone: 'Europe/Berlin', from: '08:00', maxOpenReviews: 5 },
    );
    const people = await service.list([nina, paul]);
    expect(people.get(nina)).toMatchObject({
      timeZone: 'Asia/Tokyo',
      maxOpenReviews: 1,
      calendar: { timeZone: 'Asia/Tokyo', from: '09:00' },
    });
    expect(people.get(paul)).toMatchObject({
      timeZone: undefined,
      onRotation: true,
      maxOpenReviews: 5,
      calendar: { timeZone: 'Europe/Berlin', from: '08:00' },
    });
    expect(service.fallbackCalendar).toMatchObject({
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3, 4, 5],
      from: '08:00',
      until: '17:00',
    });
  });

  it('tells people themselves all of it, and whether they have said it', async () => {
    const { service, saves } = start(noon);
    expect(await service.getOwn(nina)).toEqual({
      availability: defaultAvailability,
      isDefault: true,
    });
    const said = { ...defaultAvailability, onRotation: false };
    await service.save(nina, said);
    expect(saves).toEqual([[nina, '2026-07-08T12:00:00.000Z']]);
    expect(await service.getOwn(nina)).toEqual({
      availability: said,
      isDefault: false,
    });
    expect((await service.list([nina])).get(nina)?.onRotation).toBe(false);
  });

  it.each([
    [
      'the day before the first one',
      '2026-07-05T23:59:59.999Z',
      'UTC',
      undefined,
    ],
    ['on the first day', '2026-07-06T00:00:00Z', 'UTC', '2026-07-08'],
    ['on the last day', '2026-07-08T23:59:59.999Z', 'UTC', '2026-07-08'],
    ['the day after the last one', '2026-07-09T00:00:00Z', 'UTC', undefined],
    [
      'on the first day, further east',
      '2026-07-05T15:00:00Z',
      'Asia/Tokyo',
      '2026-07-08',
    ],
    [
      'the day after, further east',
      '2026-07-08T15:00:00Z',
      'Asia/Tokyo',
      undefined,
    ],
    [
      'the day before, further west',
      '2026-07-06T06:59:59Z',
      'America/Los_Angeles',
      undefined,
    ],
    [
      'on the last day, further west',
      '2026-07-09T06:59:59Z',
      'America/Los_Angeles',
      '2026-07-08',
    ],
    [
      'the day after, further west',
      '2026-07-09T07:00:00Z',
      'America/Los_Angeles',
      undefined,
    ],
  ])('knows who is away: %s', async (_, now, timeZone, awayUntil) => {
    const { service } = start(now, {
      [nina]: { timeZone, away: [{ from: '2026-07-06', until: '2026-07-08' }] },
    });
    expect((await service.list([nina])).get(nina)?.awayUntil).toBe(awayUntil);
  });

  it('tells nothing of other days away, nor of anybody else’s', async () => {
    const { service } = start(noon, {
      [nina]: {
        away: [
          { from: '2026-07-01', until: '2026-07-03' },
          { from: '2026-07-08', until: '2026-07-09' },
          { from: '2026-07-10', until: '2026-07-12' },
          { from: '2026-07-14', until: '2026-07-20' },
        ],
      },
      [paul]: { away: [{ from: '2026-07-09', until: '2026-07-09' }] },
    });
    const people = await service.list([nina, paul]);
    expect(people.get(nina)?.awayUntil).toBe('2026-07-12');
    expect(people.get(paul)?.awayUntil).toBeUndefined();
    expect(JSON.stringify([...people])).not.toMatch(/07-(01|03|08|14|20)/);
  });

  it('leaves out of a calendar the holidays that the person named', async () => {
    const { service } = start(noon, {
      [nina]: { holidays: 'DE-BE' },
      [paul]: {},
    });
    const people = await service.list([nina, paul]);
    const isDayOff = people.get(nina)?.calendar.isDayOff;
    expect(isDayOff?.('2026-03-08')).toBe(true);
    expect(isDayOff?.('2026-03-09')).toBe(false);
    expect(people.get(paul)?.calendar.isDayOff).toBeUndefined();
  });
});
