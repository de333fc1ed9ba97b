import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { toDate } from '../../database/values';
import { NoticeRow } from './noticeRows';
import { NoticeState, NoticeStore } from './NoticeStore';

/** Maintenance that has not been said to be over is, once its time is. */
export const running = ['scheduled', 'in-progress'] as const;

type Place = Pick<
  NoticeRow,
  'id' | 'status' | 'until_at' | 'published_at' | 'created_at'
>;

const columns = ['id', 'status', 'until_at', 'published_at', 'created_at'];

function stateOf(row: Place, now: Date): NoticeState {
  const { status, until_at: until } = row;
  if (row.published_at === null) return 'draft';
  const isRunning = running.some(one => one === status);
  const isPast = isRunning && until !== null && toDate(until) <= now;
  return isOpen({ status }) && !isPast ? 'open' : 'over';
}

const timeOf = (row: Place) => +toDate(row.published_at ?? row.created_at);

/** The newest first. */
const byTime = (one: Place, other: Place) =>
  timeOf(other) - timeOf(one) || (one.id < other.id ? -1 : 1);

/**
 * Ids of a page of a service's notices: open ones, drafts, and then what is over, each the
 * newest first. Of a long past it reads the page alone, by an index; three queries.
 */
export async function pageOfNotices(
  knex: Knex,
  options: Parameters<NoticeStore['list']>[0],
): Promise<{ ids: string[]; totalItems: number }> {
  const { entityRef, states, now, offset, limit } = options;
  const rows = () => knex('updates_notices').where('entity_ref', entityRef);
  const lively: Place[] = await rows().whereNull('ended_at').select(columns);
  const of = (state: NoticeState) =>
    states.includes(state)
      ? lively.filter(row => stateOf(row, now) === state).sort(byTime)
      : [];
  const first = [...of('open'), ...of('draft')];
  // Over by time alone, and within a minute also by word.
  const late = of('over');
  const from = Math.max(0, offset - first.length);
  const past = { total: 0, rows: [] as Place[] };
  if (states.includes('over')) {
    const ended = () => rows().whereNotNull('ended_at');
    const [{ total }] = await ended().count({ total: '*' });
    past.total = Number(total);
    past.rows = await ended()
      .select(columns)
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .offset(late.length ? 0 : from)
      .limit(late.length ? from + limit : limit);
  }
  const over = late.length
    ? [...late, ...past.rows].sort(byTime).slice(from)
    : past.rows;
  return {
    ids: [...first.slice(offset), ...over].slice(0, limit).map(({ id }) => id),
    totalItems: first.length + late.length + past.total,
  };
}
