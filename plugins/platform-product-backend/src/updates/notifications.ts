import { Entity } from '@backstage/catalog-model';
import { Notice, RoadmapItem } from '@platform-product/backstage-plugin-common';
import { pathOf } from '../catalog/pathOf';
import { titleOf } from '../catalog/titleOf';
import { Notification } from '../notifications/Notification';

/** What somebody has that a notice reaches. */
export interface ReachedOfPerson {
  /** What people call it. */
  readonly title: string;
  /** What it uses of what is hit, as people call it; nothing where that is the service. */
  readonly through?: string;
}

const kinds: Record<Notice['kind'], string> = {
  'sla-breach': 'SLA breach',
  'data-corruption': 'data corruption',
  'missing-data': 'missing data',
  outage: 'outage',
  degradation: 'degradation',
  maintenance: 'maintenance',
};

const statuses: Record<Notice['status'], string> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  'post-mortem': 'post-mortem',
  scheduled: 'scheduled',
  'in-progress': 'in progress',
  verifying: 'verifying',
  completed: 'completed',
  withdrawn: 'withdrawn',
  merged: 'goes on in another notice',
};

const mostNamed = 3;
const linkTo = (entity: Entity) => `${pathOf(entity)}/updates`;
const scopeOf = ({ id }: Pick<Notice, 'id'>) => `notice:${id}`;

/** A moment as everybody reads it, to the minute. */
const momentOf = (time: string) =>
  `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

/** From when to when; nothing where it is not known. */
function windowOf({ from, until }: Pick<Notice, 'from' | 'until'>): string[] {
  if (!from) return [];
  return [
    until
      ? `From ${momentOf(from)} until ${momentOf(until)}.`
      : `Since ${momentOf(from)}.`,
  ];
}

/** Which of somebody's things are reached, and through what. */
function reachedText(reached: readonly ReachedOfPerson[]): string {
  const named = reached
    .slice(0, mostNamed)
    .map(({ title, through }) =>
      through ? `${title} (through ${through})` : title,
    );
  const more = reached.length - named.length;
  return `You own what uses it: ${named.join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }.`;
}

type Told = Pick<
  Notice,
  'id' | 'kind' | 'impact' | 'status' | 'title' | 'text' | 'from' | 'until'
> &
  Pick<Notice, 'whatToDo' | 'notAffected' | 'updates'>;

/** Tells people of a notice, or of what is new about it, and what of theirs it reaches. */
export function noticeTold(about: {
  readonly entity: Entity;
  readonly notice: Told;
  /** Nothing for who only follows the service, and is told that there is news. */
  readonly reached: readonly ReachedOfPerson[];
  readonly to: readonly string[];
}): Notification {
  const { entity, notice, reached, to } = about;
  const [newest] = notice.updates;
  // Who follows may not read the service any more.
  if (!reached.length) {
    return {
      topic: 'Notices',
      to,
      title: `News of ${titleOf(entity)}`,
      description: 'You follow it. Open it to read what its team says.',
      link: linkTo(entity),
      scope: scopeOf(notice),
    };
  }
  return {
    topic: 'Notices',
    to,
    title: `${titleOf(entity)}: ${notice.title}`,
    description: [
      `${kinds[notice.kind]}, impact ${notice.impact}, ${
        statuses[notice.status]
      }.`,
      reachedText(reached),
      ...windowOf(notice),
      newest?.text ?? notice.text,
      ...(notice.whatToDo ? [`What to do: ${notice.whatToDo}`] : []),
    ].join(' '),
    link: linkTo(entity),
    scope: scopeOf(notice),
  };
}

/** Asks those who own what a notice reaches, and have not answered, to look. */
export function answerWanted(
  about: Omit<Parameters<typeof noticeTold>[0], 'notice'> & {
    readonly notice: Told;
  },
): Notification {
  const { entity, notice, reached } = about;
  return {
    ...noticeTold(about),
    title: `${titleOf(entity)} asks whether you are affected: ${notice.title}`,
    description: `${reachedText(
      reached,
    )} Say whether that is affected, or that you have seen it.`,
    scope: `notice-reminder:${notice.id}`,
  };
}

/** Tells a team that a tool has prepared a notice, which nobody else sees. */
export function noticeDrafted(about: {
  readonly entity: Entity;
  readonly notice: Pick<Notice, 'id' | 'kind' | 'title'>;
  readonly to: readonly string[];
}): Notification {
  const { entity, notice, to } = about;
  return {
    topic: 'Notice drafts',
    to,
    title: `Draft of a notice on ${titleOf(entity)}: ${notice.title}`,
    description: `A tool has seen ${
      kinds[notice.kind]
    }. Nobody else sees it before you publish it.`,
    link: linkTo(entity),
    scope: `notice-draft:${notice.id}`,
  };
}

/** Reminds a team that it has promised its users an update. */
export function updatePromised(about: {
  readonly entity: Entity;
  readonly notice: Pick<Notice, 'id' | 'title' | 'nextUpdateDueAt'>;
  readonly to: readonly string[];
}): Notification {
  const { entity, notice, to } = about;
  return {
    topic: 'Promised updates',
    to,
    title: `${titleOf(entity)}: the next update is due`,
    description: `You have promised it for ${momentOf(
      notice.nextUpdateDueAt!,
    )}: ${notice.title}`,
    link: linkTo(entity),
    scope: `notice-promise:${notice.id}`,
  };
}

/**
 * Tells people that what they asked for has shipped, each with their own words alone: who
 * asked may not read the service any more.
 */
export function roadmapShipped(about: {
  readonly entity: Entity;
  readonly item: Pick<RoadmapItem, 'id'>;
  readonly people: ReadonlyArray<{
    readonly person: string;
    /** Titles of the feedback that they gave or voted for. */
    readonly asked: readonly string[];
  }>;
}): Notification[] {
  const { entity, item, people } = about;
  const byText = new Map<string, string[]>();
  for (const { person, asked } of people) {
    const text = asked.map(title => `“${title}”`).join(', ');
    byText.set(text, [...(byText.get(text) ?? []), person]);
  }
  return [...byText].map(([text, to]) => ({
    topic: 'Roadmaps',
    to,
    title: `${titleOf(entity)}: what you asked for has shipped`,
    description: text,
    link: `${linkTo(entity)}?roadmap=${item.id}`,
    scope: `roadmap:${item.id}`,
  }));
}
