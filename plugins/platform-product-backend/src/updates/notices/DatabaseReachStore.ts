import {
  NoticeAnswer,
  NoticeReach,
} from '@platform-product/backstage-plugin-common';
import {
  findSpared,
  isOpen,
  noticeStatuses,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { lock } from '../../database/lock';
import {
  chunksOf,
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import {
  AnswerRecord,
  ReachRecord,
  ReachStore,
  ToldVersion,
} from './ReachStore';

const notices = 'updates_notices';
const reach = 'updates_notice_reach';
const owners = 'updates_notice_owners';
const answers = 'updates_notice_answers';
const mostValues = 400;
/** Nobody owns, or is told of, more. */
const mostReaching = 500;

const openStatuses = noticeStatuses.filter(status => isOpen({ status }));

interface AnswerRow {
  notice_id: string;
  entity_ref: string;
  path: string;
  is_spared: boolean | number;
  answer: AnswerRecord['answer'] | null;
  note: string | null;
  answered_by: string | null;
  answered_at: DatabaseTime | null;
}

interface CountRow {
  notice_id: string;
  is_spared: boolean | number;
  answer: AnswerRecord['answer'] | null;
  total: number | string;
}

const noReach: NoticeReach = {
  entities: 0,
  answered: 0,
  answers: { seen: 0, 'not-affected': 0, affected: 0, repaired: 0 },
  spared: 0,
};

/** Keeps whom notices reach in the plugin's database. */
export class DatabaseReachStore implements ReachStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async count(noticeIds: readonly string[]) {
    const found = new Map<string, NoticeReach>(
      noticeIds.map(id => [id, noReach]),
    );
    for (const ids of chunksOf(noticeIds, mostValues)) {
      const rows: CountRow[] = await this.#answered()
        .whereIn(`${reach}.notice_id`, ids)
        .groupBy(
          `${reach}.notice_id`,
          `${reach}.is_spared`,
          `${answers}.answer`,
        )
        .select(`${reach}.notice_id`, `${reach}.is_spared`, `${answers}.answer`)
        .count({ total: '*' });
      for (const row of rows) {
        found.set(row.notice_id, addCount(found.get(row.notice_id)!, row));
      }
    }
    return found;
  }

  async listAnswers(
    noticeId: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ) {
    const [{ total }] = await this.#knex(reach)
      .where('notice_id', noticeId)
      .count({ total: '*' });
    const rows: AnswerRow[] = await this.#answers()
      .where(`${reach}.notice_id`, noticeId)
      .orderBy(`${reach}.is_spared`)
      .orderByRaw(`case when ${answers}.answer is null then 0 else 1 end`)
      .orderBy(`${reach}.entity_ref`)
      .offset(offset)
      .limit(limit);
    return { items: await this.#withOwners(rows), totalItems: Number(total) };
  }

  async listUnanswered(noticeId: string) {
    const rows: AnswerRow[] = await this.#answers()
      .where(`${reach}.notice_id`, noticeId)
      .where(`${reach}.is_spared`, false)
      .whereNull(`${answers}.answer`)
      .orderBy(`${reach}.entity_ref`);
    return this.#withOwners(rows);
  }

  async listReached(noticeId: string): Promise<ReachRecord[]> {
    const [rows, owning] = await Promise.all([
      this.#knex(reach).where('notice_id', noticeId).orderBy('entity_ref'),
      this.#knex(owners).where('notice_id', noticeId).orderBy('owner'),
    ]);
    const found = new Map<string, string[]>();
    for (const { entity_ref, owner } of owning) {
      const others = found.get(entity_ref);
      if (others) others.push(owner);
      else found.set(entity_ref, [owner]);
    }
    return rows.map(row => ({
      entityRef: row.entity_ref,
      path: JSON.parse(row.path),
      parents: JSON.parse(row.parents),
      owners: found.get(row.entity_ref) ?? [],
    }));
  }

  async listTold(noticeId: string) {
    const refs: string[] = await this.#knex(reach)
      .where('notice_id', noticeId)
      .where('told_version', '>', 0)
      .pluck('entity_ref');
    return new Set(refs);
  }

  async listNotAffected(noticeId: string) {
    return notAffectedOf(this.#knex, noticeId);
  }

  async find(noticeId: string, entityRefs: readonly string[]) {
    const rows: AnswerRow[] = await this.#answers()
      .where(`${reach}.notice_id`, noticeId)
      .whereIn(`${reach}.entity_ref`, [...entityRefs])
      .orderBy(`${reach}.entity_ref`);
    return this.#withOwners(rows);
  }

  async hasOpen(): Promise<boolean> {
    const found = await this.#knex(notices)
      .whereIn('status', openStatuses)
      .whereNotNull('published_at')
      .first('id');
    return found !== undefined;
  }

  async listReaching(by: Parameters<ReachStore['listReaching']>[0]) {
    if ('owners' in by && !by.owners.length) return [];
    const query = this.#answers()
      .join(notices, `${notices}.id`, `${reach}.notice_id`)
      .where(`${reach}.is_spared`, false)
      .whereNotNull('published_at')
      .whereIn('status', openStatuses)
      .orderBy([
        { column: 'published_at', order: 'desc' },
        { column: `${reach}.notice_id` },
        { column: `${reach}.entity_ref` },
      ])
      .limit(mostReaching);
    const rows: AnswerRow[] =
      'entityRef' in by
        ? await query.where(`${reach}.entity_ref`, by.entityRef)
        : await query.whereExists(
            this.#knex(owners)
              .whereIn('owner', by.owners.slice(0, mostReaching))
              .whereRaw('?? = ??', [
                `${owners}.notice_id`,
                `${reach}.notice_id`,
              ])
              .whereRaw('?? = ??', [
                `${owners}.entity_ref`,
                `${reach}.entity_ref`,
              ]),
          );
    const found = await this.#withOwners(rows);
    return found.map((item, index) => ({
      ...item,
      noticeId: rows[index].notice_id,
    }));
  }

  async listDue(notLookedSince: Date): Promise<string[]> {
    return this.#knex(notices)
      .whereNotNull('published_at')
      .where(due =>
        due
          .whereRaw('reached_version < version')
          .orWhere(open =>
            open
              .whereIn('status', openStatuses)
              .where('reached_at', '<=', notLookedSince),
          ),
      )
      .orderBy('published_at')
      .pluck('id');
  }

  async findTold(noticeId: string): Promise<ToldVersion | undefined> {
    return toldOf(this.#knex, noticeId);
  }

  async replace(
    { id, entityRef }: Parameters<ReachStore['replace']>[0],
    reached: readonly ReachRecord[],
    told?: Parameters<ReachStore['replace']>[2],
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await lock(transaction, `notice ${id}`);
      // It may be gone with its service.
      const before = await toldOf(transaction, id);
      if (!before) return;
      const isUntold =
        before.version === told?.before.version && before.at === told.before.at;
      const toldBefore = new Map(
        (
          await transaction(reach)
            .where('notice_id', id)
            .select('entity_ref', 'told_version')
        ).map(row => [row.entity_ref, Number(row.told_version)]),
      );
      const notAffected = await notAffectedOf(transaction, id);
      const spared = findSpared(reached, entityRef, notAffected);
      await transaction(reach).where('notice_id', id).delete();
      await transaction(owners).where('notice_id', id).delete();
      await insertMany(
        transaction,
        reach,
        reached.map(item => ({
          notice_id: id,
          entity_ref: item.entityRef,
          path: JSON.stringify(item.path),
          parents: JSON.stringify(item.parents),
          is_spared: spared.has(item.entityRef),
          told_version:
            isUntold && told?.entityRefs.has(item.entityRef)
              ? told.version
              : toldBefore.get(item.entityRef) ?? 0,
        })),
      );
      await insertMany(
        transaction,
        owners,
        reached.flatMap(item =>
          [...new Set(item.owners)].map(owner => ({
            notice_id: id,
            entity_ref: item.entityRef,
            owner,
          })),
        ),
      );
      if (!told || !isUntold) return;
      await transaction(notices)
        .where({ id })
        .update({ reached_version: told.version, reached_at: told.at });
      await told.also(transaction);
    });
  }

  async putAnswers(
    { id, entityRef }: Parameters<ReachStore['putAnswers']>[0],
    given: readonly AnswerRecord[],
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `notice ${id}`);
      await transaction(answers)
        .insert(
          given.map(answer => ({
            notice_id: id,
            entity_ref: answer.entityRef,
            answer: answer.answer,
            note: answer.note ?? null,
            answered_by: answer.by,
            answered_at: new Date(answer.at),
          })),
        )
        .onConflict(['notice_id', 'entity_ref'])
        .merge();
      return spareAgain(transaction, { id, entityRef });
    });
  }

  /** What is reached, beside what was answered. */
  #answered() {
    return this.#knex(reach).leftJoin(answers, join =>
      join
        .on(`${answers}.notice_id`, `${reach}.notice_id`)
        .andOn(`${answers}.entity_ref`, `${reach}.entity_ref`),
    );
  }

  #answers() {
    return this.#answered().select(
      `${reach}.notice_id`,
      `${reach}.entity_ref`,
      `${reach}.path`,
      `${reach}.is_spared`,
      `${answers}.answer`,
      `${answers}.note`,
      `${answers}.answered_by`,
      `${answers}.answered_at`,
    );
  }

  /** One query for four hundred rows. */
  async #withOwners(rows: readonly AnswerRow[]): Promise<NoticeAnswer[]> {
    const found = new Map<string, string[]>();
    const keyOf = (row: { notice_id: string; entity_ref: string }) =>
      `${row.notice_id} ${row.entity_ref}`;
    for (const some of chunksOf(rows, mostValues)) {
      const owning = await this.#knex(owners)
        .whereIn('notice_id', [...new Set(some.map(row => row.notice_id))])
        .whereIn('entity_ref', [...new Set(some.map(row => row.entity_ref))])
        .orderBy('owner');
      for (const row of owning) {
        const others = found.get(keyOf(row));
        if (others) others.push(row.owner);
        else found.set(keyOf(row), [row.owner]);
      }
    }
    return rows.map(row => ({
      entityRef: row.entity_ref,
      path: JSON.parse(row.path),
      owners: found.get(keyOf(row)) ?? [],
      answer: optional(row.answer, answer => answer),
      note: optionalText(row.note),
      by: optionalText(row.answered_by),
      at: optional(row.answered_at, toTimestamp),
      isSpared: Boolean(row.is_spared),
    }));
  }
}

function addCount(sum: NoticeReach, row: CountRow): NoticeReach {
  const total = Number(row.total);
  if (row.is_spared) return { ...sum, spared: sum.spared + total };
  const { answer } = row;
  return {
    ...sum,
    entities: sum.entities + total,
    answered: sum.answered + (answer ? total : 0),
    answers: answer
      ? { ...sum.answers, [answer]: sum.answers[answer] + total }
      : sum.answers,
  };
}

async function toldOf(
  knex: Knex,
  id: string,
): Promise<ToldVersion | undefined> {
  const row = await knex(notices)
    .where({ id })
    .first('reached_version', 'reached_at');
  return (
    row && {
      version: Number(row.reached_version),
      at: optional(row.reached_at, toTimestamp),
    }
  );
}

async function notAffectedOf(
  knex: Knex,
  noticeId: string,
): Promise<ReadonlySet<string>> {
  const refs: string[] = await knex(answers)
    .where({ notice_id: noticeId, answer: 'not-affected' })
    .pluck('entity_ref');
  return new Set(refs);
}

/**
 * Notes who is spared by now; only rows that change are written. Whether something is
 * spared no longer: its owners may have missed what was told meanwhile.
 */
async function spareAgain(
  transaction: Knex.Transaction,
  { id, entityRef }: { readonly id: string; readonly entityRef: string },
): Promise<boolean> {
  const rows = await transaction(reach)
    .where('notice_id', id)
    .select('entity_ref', 'parents', 'is_spared');
  const spared = findSpared(
    rows.map(row => ({
      entityRef: row.entity_ref,
      parents: JSON.parse(row.parents),
    })),
    entityRef,
    await notAffectedOf(transaction, id),
  );
  let isConcernedAgain = false;
  for (const isSpared of [true, false]) {
    const changed = rows.filter(
      row =>
        spared.has(row.entity_ref) === isSpared &&
        Boolean(row.is_spared) !== isSpared,
    );
    for (const some of chunksOf(changed, mostValues)) {
      await transaction(reach)
        .where('notice_id', id)
        .whereIn(
          'entity_ref',
          some.map(row => row.entity_ref),
        )
        .update({ is_spared: isSpared, ...(!isSpared && { told_version: 0 }) });
    }
    isConcernedAgain ||= !isSpared && changed.length > 0;
  }
  if (isConcernedAgain) {
    await transaction(notices)
      .where({ id })
      .update({ reached_at: new Date(0) });
  }
  return isConcernedAgain;
}
