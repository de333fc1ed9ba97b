import {
  EventInputSent,
  EventRecurrenceSent,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import {
  isInWeek,
  weekdayOf,
} from '@platform-product/backstage-plugin-common/rules';

export const repeatRules = [
  'once',
  'daily',
  'weekly',
  'monthly-day',
  'monthly-weekday',
] as const;

export const endings = ['never', 'until', 'count'] as const;

/** What is typed of an event, each as its field has it. */
export interface EventForm {
  readonly kind: ServiceEvent['kind'];
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly link: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly duration: string;
  readonly repeats: (typeof repeatRules)[number];
  readonly every: string;
  readonly weekdays: readonly number[];
  /** The week of the month that it has; a fourth one may be the last, too. */
  readonly nth: EventRecurrenceSent['nth'];
  readonly ends: (typeof endings)[number];
  readonly until: string;
  readonly count: string;
}

/** A form for a new event, in the zone of who plans it. */
export const emptyEventForm = (timeZone: string): EventForm => ({
  kind: 'office-hours',
  title: '',
  text: '',
  place: '',
  link: '',
  timeZone,
  startsAt: '',
  duration: '45',
  repeats: 'once',
  every: '1',
  weekdays: [],
  nth: undefined,
  ends: 'never',
  until: '',
  count: '10',
});

function repeatsOf({ recurrence }: ServiceEvent): EventForm['repeats'] {
  if (!recurrence) return 'once';
  if (recurrence.frequency !== 'monthly') return recurrence.frequency;
  return recurrence.nth === undefined ? 'monthly-day' : 'monthly-weekday';
}

/** A form that says what an event says. */
export function eventFormOf(event: ServiceEvent): EventForm {
  const { recurrence } = event;
  const { until, count } = recurrence ?? {};
  const endsBy = until === undefined ? 'count' : 'until';
  return {
    kind: event.kind,
    title: event.title,
    text: event.text ?? '',
    place: event.place ?? '',
    link: event.link ?? '',
    timeZone: event.timeZone,
    startsAt: event.startsAt,
    duration: `${event.durationMinutes}`,
    repeats: repeatsOf(event),
    every: `${recurrence?.interval ?? 1}`,
    weekdays: recurrence?.weekdays ?? [],
    nth: recurrence?.nth,
    ends: until === undefined && count === undefined ? 'never' : endsBy,
    until: until ?? '',
    count: `${count ?? 10}`,
  };
}

const textOf = (text: string) => text.trim() || undefined;

/**
 * In which week of the month it begins: the one that it had, where that still fits; the last
 * one where that is all there is to say.
 */
function weekOf({ startsAt, nth: had }: EventForm): EventRecurrenceSent['nth'] {
  return had !== undefined && isInWeek(startsAt, had)
    ? had
    : ([1, 2, 3, 4, -1] as const).find(nth => isInWeek(startsAt, nth));
}

/** On which days it is each week; it begins on one of them. */
export function weekdaysOf({ weekdays, startsAt }: EventForm): number[] {
  const first = startsAt ? [weekdayOf(startsAt)] : [];
  return [...new Set([...weekdays, ...first])].sort();
}

function recurrenceOf(form: EventForm): EventRecurrenceSent | undefined {
  const { repeats, weekdays, ends } = form;
  if (repeats === 'once') return undefined;
  const frequency =
    repeats === 'daily' || repeats === 'weekly' ? repeats : 'monthly';
  return {
    frequency,
    interval: Number(form.every),
    ...(repeats === 'weekly' &&
      weekdays.length > 0 && { weekdays: weekdaysOf(form) }),
    ...(repeats === 'monthly-weekday' && { nth: weekOf(form) }),
    ...(ends === 'until' && { until: form.until }),
    ...(ends === 'count' && { count: Number(form.count) }),
  };
}

/** What is sent. */
export function toEventBody(form: EventForm): EventInputSent {
  return {
    kind: form.kind,
    title: form.title.trim(),
    text: textOf(form.text),
    place: textOf(form.place),
    link: textOf(form.link),
    timeZone: form.timeZone,
    startsAt: form.startsAt,
    durationMinutes: Number(form.duration),
    recurrence: form.startsAt ? recurrenceOf(form) : undefined,
  };
}
