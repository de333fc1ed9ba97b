import { spawnSync } from 'child_process';
import { resolve } from 'path';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { someEvent, year } from '../../__testUtils__/calendars/someEvents';
import { calendarFile } from './calendarFile';
import { StoredEvent, StoredException } from './EventStore';
import { localTimeOf, zonedTime } from './localTimes';
import { EventTimes, occurrencesOf } from './occurrences';

jest.setTimeout(120_000);

const day = 24 * 60 * 60 * 1000;
const minute = 60_000;
const now = year.from;

const toEvent = (
  times: EventTimes,
  more: Partial<StoredEvent> = {},
): StoredEvent => ({
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  kind: 'office-hours',
  title: 'Office hours',
  sequence: 3,
  publishedAt: '2026-08-01T00:00:00.000Z',
  version: 4,
  createdBy: 'user:default/olga',
  createdAt: '2026-08-01T00:00:00.000Z',
  changedAt: '2026-08-20T10:11:12.000Z',
  ...times,
  exceptions: times.exceptions.map(one => ({
    ...one,
    changedAt: '2026-08-20T10:11:12.000Z',
  })),
  ...more,
});

const weekly = toEvent({
  startsAt: '2026-09-03T14:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  recurrence: { frequency: 'weekly', interval: 2, weekdays: [4] },
  exceptions: [],
});

const fileOf = (event: StoredEvent, at = now) =>
  calendarFile({
    name: 'Logs',
    events: [{ event, serviceTitle: 'Logs' }],
    now: at,
  });

/** The lines of a file, unfolded. */
const linesOf = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

/** The components of a kind, each as a map from names of properties to lines. */
function componentsOf(file: string, kind: string) {
  return file
    .split(`BEGIN:${kind}\r\n`)
    .slice(1)
    .map(rest => linesOf(rest.split(`END:${kind}`)[0]).filter(Boolean))
    .map(lines => ({
      lines,
      all: (name: string) =>
        lines.filter(line => new RegExp(`^${name}[:;]`).test(line)),
      value: (name: string) =>
        lines
          .find(line => new RegExp(`^${name}[:;]`).test(line))
          ?.replace(/^[^:]*:/, ''),
    }));
}

const stamp = /^\d{8}T\d{6}Z$/;
const required = [
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
];
const atMostOnce = ['RRULE', 'RECURRENCE-ID', 'LOCATION', 'DESCRIPTION', 'URL'];

/** What RFC 5545 asks of a file that publishes events, as far as one can be wrong. */
function problemsOf(file: string): string[] {
  const problems: string[] = [];
  const check = (isGood: boolean, problem: string) => {
    if (!isGood) problems.push(problem);
  };
  const raw = file.split('\r\n');
  check(!/(^|[^\r])\n|\r(?!\n)/.test(file), 'lines end with CRLF (3.1)');
  for (const line of raw) {
    check(Buffer.byteLength(line) <= 75, `75 octets at most (3.1): ${line}`);
  }
  const lines = linesOf(file);
  check(
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(lines.join('')),
    'no controls',
  );
  check(lines[0] === 'BEGIN:VCALENDAR', 'begins with a calendar (3.4)');
  check(lines.includes('VERSION:2.0'), 'has a version (3.6)');
  check(
    lines.some(line => line.startsWith('PRODID:')),
    'has a PRODID (3.6)',
  );
  const open: string[] = [];
  for (const line of lines.filter(Boolean)) {
    check(/^[A-Z-]+[:;]/.test(line), `has a name (3.1): ${line}`);
    const [, begins] = /^BEGIN:(.*)$/.exec(line) ?? [];
    const [, ends] = /^END:(.*)$/.exec(line) ?? [];
    if (begins) open.push(begins);
    if (ends) check(open.pop() === ends, `nests components (3.4): ${ends}`);
  }
  check(open.length === 0, 'ends all components (3.4)');
  const zones = componentsOf(file, 'VTIMEZONE').map(zone => zone.value('TZID'));
  check(new Set(zones).size === zones.length, 'has each zone once (3.6.5)');
  const named = [...file.matchAll(/;TZID=([^:;]+)[:;]/g)].map(
    ([, zone]) => zone,
  );
  for (const zone of new Set(named)) {
    check(zones.includes(zone), `has the rules of its zones (3.2.19): ${zone}`);
  }
  const seen = new Set<string>();
  for (const event of componentsOf(file, 'VEVENT')) {
    for (const name of required) {
      check(event.all(name).length === 1, `has one ${name} (3.6.1)`);
    }
    for (const name of atMostOnce) {
      check(event.all(name).length <= 1, `has at most one ${name} (3.6.1)`);
    }
    check(
      stamp.test(event.value('DTSTAMP')!),
      'has a DTSTAMP in UTC (3.8.7.2)',
    );
    for (const name of ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE']) {
      for (const line of event.all(name)) {
        check(
          /^[A-Z-]+(;TZID=[^:]+:\d{8}T\d{6}|:\d{8}T\d{6}Z)$/.test(line),
          `has a time in a zone (3.3.5): ${line}`,
        );
      }
    }
    const until = /UNTIL=([^;]+)/.exec(event.value('RRULE') ?? '')?.[1];
    check(!until || stamp.test(until), 'ends rules in UTC (3.3.10)');
    const name = `${event.value('UID')} ${event.value('RECURRENCE-ID') ?? ''}`;
    check(!seen.has(name), `names each component once (3.8.4.4): ${name}`);
    seen.add(name);
    check(
      !(event.value('RRULE') && event.value('RECURRENCE-ID')),
      'has no rule where it is one occurrence (3.8.5.3)',
    );
  }
  return problems;
}

/** Whether clocks show the time of a moment twice: ical.js takes the second for it. */
function isShownTwice(at: string, zone: string): boolean {
  const moment = DateTime.fromISO(at, { zone });
  return [-60, -30, 30, 60].some(
    minutes =>
      moment.plus({ minutes }).toFormat('MM-dd HH:mm') ===
      moment.toFormat('MM-dd HH:mm'),
  );
}

/**
 * Whether clocks are changed while an event may last: ical.js counts its length by the
 * clock, and RFC 5545 (3.8.5.3) exactly.
 */
function isOverChange(at: string, zone: string): boolean {
  const moment = DateTime.fromISO(at, { zone });
  return moment.offset !== moment.plus({ days: 14, hours: 2 }).offset;
}

interface Change {
  readonly index: number;
  readonly kind: 'cancelled' | 'moved' | 'planned';
  readonly days: number;
}

/** Events of which some occurrences are different, up to the times that readers expand. */
const changedEvent: fc.Arbitrary<EventTimes> = fc
  .tuple(
    someEvent,
    fc.array(
      fc.record<Change>({
        index: fc.nat(20),
        kind: fc.constantFrom('cancelled', 'moved', 'planned'),
        days: fc.integer({ min: -10, max: 10 }),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([event, changes]) => {
    const regular = occurrencesOf(event, year).map(one => one.originalStart);
    const exceptions = new Map(
      changes.flatMap(({ index, kind, days }) => {
        const originalStart = regular[index];
        if (!originalStart) return [];
        const moved = new Date(Date.parse(`${originalStart}Z`) + days * day);
        const exception = {
          originalStart,
          isCancelled: kind === 'cancelled',
          startsAt:
            kind === 'moved'
              ? `${moved.toISOString().slice(0, 10)}T12:05`
              : undefined,
          durationMinutes: kind === 'moved' ? 10 : undefined,
        };
        return [[originalStart, exception] as const];
      }),
    );
    return { ...event, exceptions: [...exceptions.values()] };
  });

describe('calendar files', () => {
  it('are as RFC 5545 has them, whatever people have typed', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      fc.constantFrom(
        'a\r\nBEGIN:VEVENT\r\nUID:x',
        'END:VCALENDAR',
        ';,:\\"\n\n\t',
        '🧨'.repeat(60),
        'x\ry',
      ),
    );
    // As what comes in is checked.
    // eslint-disable-next-line no-control-regex
    const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
    const text = typed.map(one => one.replace(controls, '').trim() || 'x');
    fc.assert(
      fc.property(changedEvent, text, text, (times, title, more) => {
        const event = toEvent(times, {
          title,
          text: more,
          place: more,
          link: `https://example.com/${encodeURIComponent(more)}?a=b,c;d`,
        });
        expect(problemsOf(fileOf(event))).toEqual([]);
      }),
      { numRuns: 200, seed: 20261128 },
    );
  });

  it.each(Intl.supportedValuesOf('timeZone').filter((_, n) => n % 7 === 0))(
    'know the rules of %s',
    timeZone => {
      expect(problemsOf(fileOf({ ...weekly, timeZone }))).toEqual([]);
    },
  );

  it.each(['UTC', 'America/Los_Angeles'])(
    'are read in a process in %s as the API has it, by ical.js and node-ical',
    zone => {
      const events = [
        ...fc.sample(changedEvent, { numRuns: 40, seed: 20261128 }),
        // What clocks skip and show twice, for sure.
        ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'].flatMap(
          timeZone =>
            ['01:30', '01:45', '02:10', '02:30'].flatMap(time =>
              [undefined, 400].map(
                (count): EventTimes => ({
                  startsAt: `2026-09-03T${time}`,
                  timeZone,
                  durationMinutes: 20,
                  recurrence: { frequency: 'daily', interval: 1, count },
                  exceptions: [],
                }),
              ),
            ),
        ),
      ];
      const answer = spawnSync(
        process.execPath,
        [resolve(__dirname, '../../__testUtils__/calendars/readCalendar.cjs')],
        {
          input: JSON.stringify({
            files: events.map(times => fileOf(toEvent(times))),
            ...year,
          }),
          env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
          encoding: 'utf8',
          maxBuffer: 100_000_000,
        },
      );
      expect(answer.stderr).toBe('');
      const read: Record<string, string[][][]> = JSON.parse(answer.stdout);
      events.forEach((times, index) => {
        const expected = occurrencesOf(times, year)
          .filter(one => !one.isCancelled && one.startsAt >= year.from)
          .map(one => [one.startsAt.toISOString(), one.endsAt.toISOString()])
          .sort();
        expect(['node-ical', times, read['node-ical'][index]]).toEqual([
          'node-ical',
          times,
          expected,
        ]);
        // What ical.js reads otherwise than RFC 5545 has it is left out.
        expect(['ical.js', times, plain(read['ical.js'][index])]).toEqual([
          'ical.js',
          times,
          plain(expected),
        ]);
        function plain(found: string[][]) {
          return found
            .filter(([start]) => !isShownTwice(start, times.timeZone))
            .map(([start, end]) =>
              isOverChange(start, times.timeZone) ? [start] : [start, end],
            );
        }
      });
    },
  );

  it('name an event by the same UID, and what is different about it by its original start', () => {
    const exception = (
      originalStart: string,
      more: Partial<StoredException>,
    ): StoredException => ({
      originalStart,
      isCancelled: false,
      changedAt: weekly.changedAt,
      ...more,
    });
    const changed = {
      ...weekly,
      exceptions: [
        exception('2026-09-17T14:00', { startsAt: '2026-09-18T09:00' }),
        exception('2026-10-01T14:00', { isCancelled: true, note: 'Holidays' }),
        exception('2026-10-15T14:00', {}),
      ],
    };
    const events = componentsOf(fileOf(changed), 'VEVENT');
    expect(
      events.map(one =>
        ['UID', 'SEQUENCE', 'RECURRENCE-ID', 'DTSTART', 'STATUS'].map(
          one.value,
        ),
      ),
    ).toEqual([
      [
        `${weekly.id}@platform-product`,
        '3',
        undefined,
        '20260903T140000',
        'CONFIRMED',
      ],
      [
        `${weekly.id}@platform-product`,
        '3',
        '20260917T140000',
        '20260918T090000',
        'CONFIRMED',
      ],
      [
        `${weekly.id}@platform-product`,
        '3',
        '20261001T140000',
        '20261001T140000',
        'CANCELLED',
      ],
      [
        `${weekly.id}@platform-product`,
        '3',
        '20261015T140000',
        '20261015T140000',
        'CONFIRMED',
      ],
    ]);
    expect(events[2].value('DESCRIPTION')).toBe('Holidays');
    // For 90 days they are told; then it is left out.
    const told = Date.parse(weekly.changedAt) + 90 * day;
    const later = (after: number) =>
      componentsOf(fileOf(changed, new Date(told + after)), 'VEVENT');
    expect(later(-1)).toHaveLength(4);
    const [series, ...others] = later(0);
    expect(others.map(one => one.value('RECURRENCE-ID'))).toEqual([
      '20260917T140000',
    ]);
    expect(series.all('EXDATE')).toEqual([
      'EXDATE;TZID=Europe/Berlin:20261001T140000',
    ]);
  });

  it('tell for 90 days that an event is cancelled', () => {
    const cancelledAt = '2026-09-10T00:00:00.000Z';
    const cancelled = { ...weekly, cancelledAt };
    const single = { ...cancelled, recurrence: undefined };
    for (const event of [cancelled, single]) {
      const at = (days: number) =>
        componentsOf(
          fileOf(event, new Date(Date.parse(cancelledAt) + days * day)),
          'VEVENT',
        ).map(one => one.value('STATUS'));
      expect([at(0), at(89.9), at(90)]).toEqual([
        ['CANCELLED'],
        ['CANCELLED'],
        [],
      ]);
    }
    const once: StoredEvent = {
      ...weekly,
      recurrence: undefined,
      exceptions: [
        {
          originalStart: weekly.startsAt,
          isCancelled: true,
          changedAt: cancelledAt,
        },
      ],
    };
    const statuses = (days: number) =>
      componentsOf(
        fileOf(once, new Date(Date.parse(cancelledAt) + days * day)),
        'VEVENT',
      ).map(one => one.value('STATUS'));
    expect([statuses(89), statuses(90)]).toEqual([['CANCELLED'], []]);
  });

  it('say when, where and how to join', () => {
    const [event] = componentsOf(
      fileOf({
        ...weekly,
        text: 'Bring your **queries**; all, of them.\r\nNow',
        place: 'Room Elbe',
        link: 'https://meet.example.com/a b',
      }),
      'VEVENT',
    );
    expect(event.lines).toEqual([
      'UID:0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10@platform-product',
      'SEQUENCE:3',
      'DTSTAMP:20260820T101112Z',
      'DTSTART;TZID=Europe/Berlin:20260903T140000',
      'DTEND;TZID=Europe/Berlin:20260903T144500',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      'SUMMARY:Office hours (Logs)',
      'LOCATION:Room Elbe',
      'DESCRIPTION:Bring your **queries**\\; all\\, of them.\\nNow\\n\\nhttps://meet.example.com/a%20b',
      'URL;VALUE=URI:https://meet.example.com/a%20b',
      'STATUS:CONFIRMED',
      'CREATED:20260801T000000Z',
      'LAST-MODIFIED:20260820T101112Z',
    ]);
    expect(localTimeOf(zonedTime(weekly.startsAt, weekly.timeZone))).toBe(
      weekly.startsAt,
    );
  });

  it('are the same until something changes', () => {
    expect(fileOf(weekly, new Date(+now + 30 * minute))).toBe(fileOf(weekly));
  });
});
