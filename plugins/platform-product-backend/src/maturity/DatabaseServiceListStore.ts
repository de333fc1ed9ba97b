import { Knex } from 'knex';
import { VisibleServices } from '../catalog/ServiceCatalog';
import { chunksOf, DatabaseTime, optional, toDate } from '../database/values';
import { AssessedService } from './MaturityStore';
import {
  ListPosition,
  ListServicesOptions,
  ServiceListStore,
  ServiceSummary,
} from './ServiceListStore';
import { fromServiceRow, ServiceRow } from './serviceRows';

type Sort = ListServicesOptions['sort'];

const mostValues = 400;

const never = new Date('9999-12-31T00:00:00Z');

/** What PostgreSQL takes for a level and a time; any more is an error to it. */
const bounds = {
  level: [0, 2 ** 31 - 1],
  time: [+new Date('0001-01-01T00:00:00Z'), +never],
} as const;

const sortFields: Record<
  Sort,
  {
    readonly expression: string;
    readonly bindings: readonly Knex.Value[];
    readonly valueOf: (row: ServiceRow) => string | number;
    readonly isTime?: boolean;
  }
> = {
  title: {
    expression: 'sort_title',
    bindings: [],
    valueOf: row => row.sort_title,
  },
  owner: {
    expression: "coalesce(owner, '')",
    bindings: [],
    valueOf: row => row.owner ?? '',
  },
  level: { expression: 'level', bindings: [], valueOf: row => row.level },
  levelSince: {
    expression: 'level_since',
    bindings: [],
    valueOf: row => +toDate(row.level_since),
    isTime: true,
  },
  atRiskUntil: {
    expression: 'coalesce(at_risk_until, ?)',
    bindings: [never],
    valueOf: row => +(optional(row.at_risk_until, toDate) ?? never),
    isTime: true,
  },
};

/** Whether a position can follow a sort; a cursor is a caller's to tamper with. */
export function isPositionFor(
  sort: Sort | 'satisfaction',
  position: ListPosition,
): boolean {
  if (sort === 'satisfaction') {
    return Number.isSafeInteger(position.value) && Number(position.value) >= 0;
  }
  const isNumber = sort === 'level' || Boolean(sortFields[sort].isTime);
  if (!isNumber) return typeof position.value === 'string';
  const [least, most] = bounds[sort === 'level' ? 'level' : 'time'];
  const value = Number(position.value);
  return (
    Number.isSafeInteger(position.value) && least <= value && value <= most
  );
}

/** Lists services from the plugin's database. */
export class DatabaseServiceListStore implements ServiceListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(options: ListServicesOptions) {
    const { sort, order, limit, after } = options;
    const { expression, bindings, valueOf, isTime } = sortFields[sort];
    const count = this.#matching(options).count({ total: '*' });
    const select: Promise<ServiceRow[]> = this.#matching(options)
      .select('maturity_services.*')
      .modify(query => {
        if (!after) return;
        const value = isTime ? new Date(Number(after.value)) : after.value;
        query.whereRaw(
          `(${expression}, entity_ref) ${order === 'asc' ? '>' : '<'} (?, ?)`,
          [...bindings, value, after.entityRef],
        );
      })
      .orderByRaw(`${expression} ${order}`, [...bindings])
      .orderBy('entity_ref', order)
      .limit(limit + 1);
    const [[{ total }], rows] = await Promise.all([count, select]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(fromServiceRow),
      totalItems: Number(total),
      next:
        last && rows.length > limit
          ? { value: valueOf(last), entityRef: last.entity_ref }
          : undefined,
    };
  }

  async listRefs(
    options: Pick<ListServicesOptions, 'visible' | 'filters'>,
  ): Promise<string[]> {
    const rows: Array<Pick<ServiceRow, 'entity_ref'>> = await this.#matching(
      options,
    )
      .orderBy(['sort_title', 'entity_ref'])
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async getAll(entityRefs: readonly string[]): Promise<AssessedService[]> {
    const rows: ServiceRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(
        ...(await this.#knex('maturity_services').whereIn('entity_ref', some)),
      );
    }
    const services = new Map(
      rows.map(row => [row.entity_ref, fromServiceRow(row)]),
    );
    return entityRefs.flatMap(ref => services.get(ref) ?? []);
  }

  async summarise(options: {
    visible: VisibleServices;
    monthAgo: Date;
    yearAgo: Date;
  }): Promise<ServiceSummary> {
    const levelAt = (at: Date, name: string) =>
      this.#knex('maturity_history')
        .select('to_level')
        .whereRaw('maturity_history.entity_ref = maturity_services.entity_ref')
        .where('at', '<=', at)
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(1)
        .as(name);
    const levels = this.#visible(options.visible).select(
      'level',
      'at_risk_until',
      'assessed_at',
      levelAt(options.monthAgo, 'month_ago'),
      levelAt(options.yearAgo, 'year_ago'),
    );
    const rows: Array<{
      level: number;
      month_ago: number | null;
      year_ago: number | null;
      total: number | string;
      at_risk: number | string;
      oldest: DatabaseTime;
    }> = await this.#knex
      .from(levels.as('levels'))
      .select('level', 'month_ago', 'year_ago')
      .count({ total: '*', at_risk: 'at_risk_until' })
      .min({ oldest: 'assessed_at' })
      .groupBy('level', 'month_ago', 'year_ago');

    const [owners, systems, kinds] = await Promise.all(
      (['owner', 'system', 'kind'] as const).map(column =>
        this.#countBy(column, options.visible),
      ),
    );
    const times = rows.map(row => +toDate(row.oldest));
    return {
      moves: rows.map(row => ({
        level: row.level,
        monthAgo: row.month_ago ?? undefined,
        yearAgo: row.year_ago ?? undefined,
        count: Number(row.total),
        atRisk: Number(row.at_risk),
      })),
      owners,
      systems,
      kinds,
      oldestAssessment: times.length ? new Date(Math.min(...times)) : undefined,
    };
  }

  async listGroups(visible: VisibleServices) {
    const rows: Array<Pick<ServiceRow, 'entity_ref' | 'owner' | 'system'>> =
      await this.#visible(visible).select('entity_ref', 'owner', 'system');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      owner: row.owner ?? undefined,
      system: row.system ?? undefined,
    }));
  }

  async #countBy(
    column: 'owner' | 'system' | 'kind',
    visible: VisibleServices,
  ): Promise<Array<{ value: string; count: number }>> {
    const rows: Array<{ value: string; total: number | string }> =
      await this.#visible(visible)
        .select({ value: column })
        .count({ total: '*' })
        .whereNotNull(column)
        .groupBy(column)
        .orderBy(column);
    return rows.map(row => ({ value: row.value, count: Number(row.total) }));
  }

  #visible(visible: VisibleServices): Knex.QueryBuilder {
    const query = this.#knex('maturity_services').whereNull('gone_at');
    if (visible === 'all') return query;
    return this.#knex.client.config.client === 'pg'
      ? query.whereRaw('entity_ref = any(?)', [visible as string[]])
      : query.whereRaw('entity_ref in (select value from json_each(?))', [
          JSON.stringify(visible),
        ]);
  }

  #matching({
    visible,
    filters,
  }: Pick<ListServicesOptions, 'visible' | 'filters'>): Knex.QueryBuilder {
    const query = this.#visible(visible);
    for (const column of ['level', 'owner', 'kind', 'system'] as const) {
      const values = filters[column];
      if (values) query.whereIn(column, values);
    }
    if (filters.atRisk === true) query.whereNotNull('at_risk_until');
    if (filters.atRisk === false) query.whereNull('at_risk_until');
    if (filters.text) {
      const pattern = `%${filters.text
        .toLocaleLowerCase('en-US')
        .replace(/[\\%_]/g, '\\$&')}%`;
      query.where(either =>
        either
          .whereRaw("sort_title like ? escape '\\'", [pattern])
          .orWhereRaw("entity_ref like ? escape '\\'", [pattern]),
      );
    }
    return query;
  }
}
