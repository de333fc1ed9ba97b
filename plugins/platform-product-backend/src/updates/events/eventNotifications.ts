import { Entity } from '@backstage/catalog-model';
import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import { pathOf } from '../../catalog/pathOf';
import { titleOf } from '../../catalog/titleOf';
import { Notification } from '../../notifications/Notification';

interface About {
  readonly entity: Entity;
  readonly event: Pick<
    ServiceEvent,
    'id' | 'title' | 'timeZone' | 'place' | 'link'
  >;
  readonly occurrence: {
    readonly originalStart: string;
    readonly startsAt: Date;
  };
  readonly to: readonly string[];
}

/** A moment in words, in the zone of the event; such as "Thu, 3 Dec 2026, 14:00 Europe/Berlin". */
function momentOf(at: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${text} ${timeZone}`;
}

/** The latest news of an occurrence takes the place of what was told of it before. */
function notificationOf(
  { entity, event, occurrence, to }: About,
  title: string,
  description: string,
): Notification {
  return {
    topic: 'Events',
    to,
    title: `${titleOf(entity)}: ${title}`,
    description,
    link: `${pathOf(entity)}/updates`,
    scope: `event:${event.id}:${occurrence.originalStart}`,
  };
}

/** Reminds who comes, a day before. */
export function occurrenceSoon(about: About): Notification {
  const { event, occurrence } = about;
  const when = momentOf(occurrence.startsAt, event.timeZone);
  return notificationOf(
    about,
    event.title,
    [
      `You have said that you come. It begins on ${when}.`,
      ...(event.place ? [`Where: ${event.place}`] : []),
    ].join(' '),
  );
}

/** Tells who comes that it takes place at another time. */
export function occurrenceMoved(
  about: About & { readonly before: Date; readonly note?: string },
): Notification {
  const { event, occurrence, before, note } = about;
  const [then, now] = [before, occurrence.startsAt].map(at =>
    momentOf(at, event.timeZone),
  );
  return notificationOf(
    about,
    `${event.title} takes place at another time`,
    [`It begins on ${now}, not on ${then}.`, ...(note ? [note] : [])].join(' '),
  );
}

/** Tells who comes that it does not take place. */
export function occurrenceCancelled(
  about: About & { readonly note?: string },
): Notification {
  const { event, occurrence, note } = about;
  const when = momentOf(occurrence.startsAt, event.timeZone);
  return notificationOf(
    about,
    `${event.title} is cancelled`,
    [
      `It was to begin on ${when}, and does not take place.`,
      ...(note ? [note] : []),
    ].join(' '),
  );
}

/** Tells who comes that it takes place after all. */
export function occurrencePlanned(about: About): Notification {
  const { event, occurrence } = about;
  return notificationOf(
    about,
    `${event.title} takes place after all`,
    `It begins on ${momentOf(occurrence.startsAt, event.timeZone)}.`,
  );
}
