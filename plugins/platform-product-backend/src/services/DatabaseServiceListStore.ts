import { Knex } from 'knex';
import { VisibleServices } from '../catalog/ServiceCatalog';
import { insertMany } from '../database/insertMany';
import { optionalText, toDate } from '../database/values';
import { Figure, FigureFields } from './Figure';
import { FigureRow, fromFigureRow, toFigureRow } from './figureRows';
import {
  fromListedServiceRow,
  ListedServiceRow,
  toListedServiceRow,
} from './listedServiceRows';
import {
  ListedService,
  ListPosition,
  ListServicesOptions,
  ServiceListStore,
  ValueCounts,
} from './ServiceListStore';
import { whereListed, whereRefs } from './whereListed';

const services = 'services';
const figures = 'service_figures';

type Matching = Pick<ListServicesOptions, 'visible' | 'filters'>;

/** By which columns services are sorted; anything else is a figure. */
const sortColumns: Readonly<Record<string, string>> = {
  title: 'services.sort_title',
  owner: "coalesce(services.owner, '')",
};

/** Whether a position can follow a sort; a cursor is a caller's to tamper with. */
export function isPositionFor(sort: string, { value }: ListPosition): boolean {
  return sortColumns[sort]
    ? typeof value === 'string'
    : typeof value === 'string' || Number.isFinite(value);
}

/** Keeps the list of services and their figures in the plugin's database. */
export class DatabaseServiceListStore implements ServiceListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(options: ListServicesOptions) {
    const [{ total }] = await this.#matching(options).count({ total: '*' });
    const isByColumn = options.sort in sortColumns;
    const rows = isByColumn
      ? await this.#listByColumn(options)
      : await this.#listByFigure(options);
    const page = rows.slice(0, options.limit);
    const fields = await this.#listFields(page.map(row => row.entity_ref));
    const last = page.at(-1);
    return {
      items: page.map(row => ({
        ...fromListedServiceRow(row),
        ...fields.get(row.entity_ref),
      })),
      totalItems: Number(total),
      next:
        last && rows.length > page.length
          ? { value: last.sorted_by, entityRef: last.entity_ref }
          : undefined,
    };
  }

  async summarise(visible: VisibleServices) {
    const [owners, systems, kinds] = await Promise.all(
      (['owner', 'system', 'kind'] as const).map(column =>
        this.#countBy(column, visible),
      ),
    );
    const [{ oldest }] = await this.#listed(visible).min({ oldest: 'as_of' });
    return {
      owners,
      systems,
      kinds,
      asOf: oldest === null ? undefined : toDate(oldest),
    };
  }

  async listGroups(visible: VisibleServices) {
    const rows: Array<
      Pick<ListedServiceRow, 'entity_ref' | 'owner' | 'system'>
    > = await this.#listed(visible).select('entity_ref', 'owner', 'system');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      owner: optionalText(row.owner),
      system: optionalText(row.system),
    }));
  }

  async getTitles(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: Array<Pick<ListedServiceRow, 'entity_ref' | 'title'>> =
      await this.#listed(entityRefs).select('entity_ref', 'title');
    return new Map(rows.map(row => [row.entity_ref, row.title]));
  }

  async listRefsOfTeam(
    team: readonly string[],
    { visible, limit }: { visible: VisibleServices; limit: number },
  ): Promise<string[]> {
    return this.#matching({ visible, filters: { team } })
      .orderBy(['services.sort_title', 'services.entity_ref'])
      .limit(limit)
      .pluck('services.entity_ref');
  }

  async listRefs(options: { after: string; limit: number }): Promise<string[]> {
    return this.#knex(services)
      .where('entity_ref', '>', options.after)
      .orderBy('entity_ref')
      .limit(options.limit)
      .pluck('entity_ref');
  }

  async save(
    transaction: Knex.Transaction,
    saved: readonly ListedService[],
  ): Promise<void> {
    // In the order of their refs, so that two writers can't wait for each other.
    const rows = saved
      .map(toListedServiceRow)
      .sort((a, b) => (a.entity_ref! < b.entity_ref! ? -1 : 1));
    const columns = rows.length ? Object.keys(rows[0]) : [];
    await insertMany(transaction, services, rows, {
      onConflict: `on conflict (entity_ref) do update set ${columns
        .map(column => `"${column}" = excluded."${column}"`)
        .join(', ')}`,
    });
  }

  async noteSeen(entityRefs: readonly string[], at: Date): Promise<void> {
    await whereRefs(this.#knex(services), 'entity_ref', entityRefs).update({
      seen_at: at,
    });
  }

  async markGone(notSeenSince: Date, at: Date): Promise<number> {
    return this.#knex(services)
      .where('seen_at', '<', notSeenSince)
      .whereNull('gone_at')
      .update({ gone_at: at });
  }

  async lockGone(
    transaction: Knex.Transaction,
    before: Date,
  ): Promise<string[]> {
    return transaction(services)
      .where('gone_at', '<', before)
      .orderBy('entity_ref')
      .forUpdate()
      .pluck('entity_ref');
  }

  async listFigures(
    named: readonly string[],
    entityRefs: readonly string[],
  ): Promise<Figure[]> {
    const rows: FigureRow[] = await whereRefs(
      this.#knex(figures).whereIn('figure', named),
      'entity_ref',
      entityRefs,
    ).orderBy(['entity_ref', 'figure']);
    return rows.map(fromFigureRow);
  }

  async saveFigures(
    knex: Knex,
    change: Parameters<ServiceListStore['saveFigures']>[1],
  ): Promise<void> {
    const { entityRefs, found } = change;
    if (!entityRefs.length) return;
    for (const figure of change.figures) {
      const own = found.filter(item => item.figure === figure);
      const having = new Set(own.map(({ entityRef }) => entityRef));
      const without = entityRefs.filter(ref => !having.has(ref));
      if (without.length) {
        await whereRefs(
          knex(figures).where({ figure }),
          'entity_ref',
          without,
        ).delete();
      }
    }
    await insertMany(knex, figures, found.map(toFigureRow), {
      onConflict: `on conflict (entity_ref, figure)
        do update set value = excluded.value, content = excluded.content`,
    });
  }

  async #listByColumn(options: ListServicesOptions): Promise<SortedRow[]> {
    const { sort, order, limit, after } = options;
    const column = sortColumns[sort];
    return this.#matching(options)
      .select('services.*', { sorted_by: this.#knex.raw(column) })
      .modify(query => {
        if (!after) return;
        query.whereRaw(
          `(${column}, services.entity_ref) ${
            order === 'asc' ? '>' : '<'
          } (?, ?)`,
          [after.value, after.entityRef],
        );
      })
      .orderByRaw(`${column} ${order}`)
      .orderBy('services.entity_ref', order)
      .limit(limit + 1);
  }

  /**
   * First those with the figure, by an index on it, then those without, by title; a
   * filter by that figure leaves one of the two.
   */
  async #listByFigure(options: ListServicesOptions): Promise<SortedRow[]> {
    const { sort, limit, filters, after } = options;
    const wanted = filters.figures?.[sort];
    const isAmongOthers = typeof after?.value === 'string' || wanted === false;
    const having = isAmongOthers ? [] : await this.#listHaving(options);
    if (having.length > limit || (wanted ?? false) !== false) return having;
    const without = await this.#listByColumn({
      ...options,
      sort: 'title',
      order: 'asc',
      limit: limit - having.length,
      after: isAmongOthers ? after : undefined,
      filters: { ...filters, figures: { ...filters.figures, [sort]: false } },
    });
    return [...having, ...without];
  }

  async #listHaving(options: ListServicesOptions): Promise<SortedRow[]> {
    const { sort, order, limit, after } = options;
    return this.#matching(options)
      .join({ sorted: figures }, join =>
        join
          .on('sorted.entity_ref', 'services.entity_ref')
          .andOnVal('sorted.figure', sort),
      )
      .select('services.*', { sorted_by: 'sorted.value' })
      .modify(query => {
        if (!after) return;
        query.whereRaw(
          `(sorted.value, sorted.entity_ref) ${
            order === 'asc' ? '>' : '<'
          } (?, ?)`,
          [after.value, after.entityRef],
        );
      })
      .orderBy('sorted.value', order)
      .orderBy('sorted.entity_ref', order)
      .limit(limit + 1);
  }

  async #listFields(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, FigureFields>> {
    const rows: FigureRow[] = await whereRefs(
      this.#knex(figures),
      'entity_ref',
      entityRefs,
    );
    const fields = new Map<string, FigureFields>();
    for (const row of rows) {
      const { entityRef, content } = fromFigureRow(row);
      fields.set(entityRef, { ...fields.get(entityRef), ...content });
    }
    return fields;
  }

  async #countBy(
    column: 'owner' | 'system' | 'kind',
    visible: VisibleServices,
  ): Promise<ValueCounts> {
    const rows: Array<{ value: string; total: number | string }> =
      await this.#listed(visible)
        .select({ value: column })
        .count({ total: '*' })
        .whereNotNull(column)
        .groupBy(column)
        .orderBy(column);
    return rows.map(row => ({ value: row.value, count: Number(row.total) }));
  }

  #listed(visible: VisibleServices): Knex.QueryBuilder {
    return whereListed(this.#knex(services), visible);
  }

  #matching({ visible, filters }: Matching): Knex.QueryBuilder {
    const query = this.#listed(visible);
    for (const column of ['owner', 'kind', 'system'] as const) {
      const values = filters[column];
      if (values) query.whereIn(`services.${column}`, values);
    }
    for (const [figure, wanted] of Object.entries(filters.figures ?? {})) {
      const of = this.#knex(figures)
        .select(this.#knex.raw('1'))
        .whereRaw('service_figures.entity_ref = services.entity_ref')
        .where({ figure });
      if (wanted === false) query.whereNotExists(of);
      else
        query.whereExists(wanted === true ? of : of.whereIn('value', wanted));
    }
    if (filters.team) {
      const { team } = filters;
      query.where(either =>
        whereRefs(either, 'services.owner', team).orWhere(managed =>
          whereRefs(managed, 'services.product_manager', team),
        ),
      );
    }
    if (filters.text) {
      const pattern = `%${filters.text
        .toLocaleLowerCase('en-US')
        .replace(/[\\%_]/g, '\\$&')}%`;
      query.where(either =>
        either
          .whereRaw("services.sort_title like ? escape '\\'", [pattern])
          .orWhereRaw("services.entity_ref like ? escape '\\'", [pattern]),
      );
    }
    return query;
  }
}

type SortedRow = ListedServiceRow & { sorted_by: string | number };
