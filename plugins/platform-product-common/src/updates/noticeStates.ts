import { Notice } from './notices';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** In the order in which a notice goes through them. */
const steps = {
  incident: [
    'investigating',
    'identified',
    'monitoring',
    'resolved',
    'post-mortem',
  ],
  maintenance: ['scheduled', 'in-progress', 'verifying', 'completed'],
} as const satisfies Record<string, readonly Notice['status'][]>;

const openStatuses: readonly Notice['status'][] = [
  'investigating',
  'identified',
  'monitoring',
  'scheduled',
  'in-progress',
  'verifying',
];

export const isMaintenance = ({ kind }: Pick<Notice, 'kind'>): boolean =>
  kind === 'maintenance';

/** Whether data is what it is about. */
export const isAboutData = ({ kind }: Pick<Notice, 'kind'>): boolean =>
  kind === 'data-corruption' || kind === 'missing-data';

/** Whether it is not over yet. */
export const isOpen = ({ status }: Pick<Notice, 'status'>): boolean =>
  openStatuses.includes(status);

/** The statuses that a kind of notice can be published with, the usual one first. */
export function firstStatuses(
  notice: Pick<Notice, 'kind'>,
): readonly Notice['status'][] {
  return isMaintenance(notice) ? ['scheduled'] : steps.incident.slice(0, 4);
}

/**
 * The statuses that an update can have: to stay, to go on, to go back where it was not
 * over after all, or to be withdrawn or merged. A post-mortem follows what is over.
 */
export function nextStatuses(
  notice: Pick<Notice, 'kind' | 'status'>,
): readonly Notice['status'][] {
  const { status } = notice;
  if (status === 'withdrawn' || status === 'merged') return [status];
  const own: readonly Notice['status'][] = isMaintenance(notice)
    ? steps.maintenance
    : steps.incident;
  const isOver = !isOpen(notice);
  return [
    ...own.filter(step => step !== 'post-mortem' || isOver || step === status),
    ...(isOver ? [] : (['withdrawn', 'merged'] as const)),
  ];
}

/**
 * Where a notice stands at a moment: maintenance starts and ends by itself, unless its
 * team has said where it stands since.
 */
export function statusAt(
  notice: Pick<Notice, 'kind' | 'status' | 'from' | 'until'>,
  now: Date,
): Notice['status'] {
  const { status, from, until } = notice;
  if (!isMaintenance(notice)) return status;
  const hasPassed = (time?: string) =>
    time !== undefined && +new Date(time) <= +now;
  if (status === 'scheduled' && hasPassed(until)) return 'completed';
  if (status === 'scheduled' && hasPassed(from)) return 'in-progress';
  if (status === 'in-progress' && hasPassed(until)) return 'completed';
  return status;
}

/** Within how long users have to hear of it after it was found, in milliseconds. */
const notifyWithin: Record<Notice['impact'], number> = {
  critical: 30 * minute,
  major: hour,
  minor: day,
  none: day,
};

/** When the next update is promised where the team does not say, in ISO 8601. */
export function defaultNextUpdate(impact: Notice['impact'], now: Date): string {
  return new Date(+now + notifyWithin[impact]).toISOString();
}

/** For how long the promised update is overdue, in milliseconds; nothing where none is. */
export function overdueBy(
  notice: Pick<Notice, 'status' | 'nextUpdateDueAt'>,
  now: Date,
): number | undefined {
  const { nextUpdateDueAt } = notice;
  if (!nextUpdateDueAt || !isOpen(notice)) return undefined;
  const by = +now - +new Date(nextUpdateDueAt);
  return by > 0 ? by : undefined;
}

/** How long users waited until they were told, in milliseconds; 0 where they were told ahead. */
export function timeToNotify(
  notice: Pick<Notice, 'kind' | 'detectedAt' | 'from' | 'publishedAt'>,
): number | undefined {
  if (!notice.publishedAt) return undefined;
  const since = isMaintenance(notice)
    ? notice.from ?? notice.detectedAt
    : notice.detectedAt;
  return Math.max(0, +new Date(notice.publishedAt) - +new Date(since));
}

/**
 * Whether users were told late: later than the impact allows, only when it was over, or,
 * of maintenance, not ahead of it.
 */
export function isLate(notice: Notice): boolean {
  const time = timeToNotify(notice);
  if (time === undefined) return false;
  if (isMaintenance(notice)) return time > 0;
  return notice.toldAfterwards || time > notifyWithin[worstImpact(notice)];
}

const byWeight: readonly Notice['impact'][] = [
  'critical',
  'major',
  'minor',
  'none',
];

/** The worst impact that it was ever said to have. */
function worstImpact(notice: Notice): Notice['impact'] {
  const said = [notice.impact, ...notice.updates.map(({ impact }) => impact)];
  return byWeight.find(impact => said.includes(impact))!;
}

/**
 * Whether a notice says what it has to by the time that it is over, by the name of the
 * field; which ones depends on its kind.
 */
export function saidFields(
  notice: Pick<
    Notice,
    | 'kind'
    | 'whatToDo'
    | 'notAffected'
    | 'safeAgain'
    | 'from'
    | 'until'
    | 'data'
  >,
): Readonly<Record<string, boolean>> {
  const { whatToDo, notAffected, safeAgain, from, until, data } = notice;
  const isKnown = (value?: string) => Boolean(value) && value !== 'unknown';
  const hasWindow = isMaintenance(notice) || isAboutData(notice);
  return {
    whatToDo: Boolean(whatToDo),
    notAffected: Boolean(notAffected),
    ...(hasWindow && { from: Boolean(from), until: Boolean(until) }),
    ...(isAboutData(notice) && {
      'data.what': Boolean(data?.what),
      'data.amount': Boolean(data?.amount),
      'data.certainty': isKnown(data?.certainty),
      'data.recoverable': isKnown(data?.recoverable),
      safeAgain: Boolean(safeAgain),
    }),
  };
}

/** What a notice still has to say, by the name of the field. */
export function missingFields(
  notice: Parameters<typeof saidFields>[0],
): readonly string[] {
  return Object.entries(saidFields(notice)).flatMap(([field, isSaid]) =>
    isSaid ? [] : [field],
  );
}
