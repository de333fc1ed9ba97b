import {
  addRelease,
  addStatements,
  AnswerPast,
  ReleasePast,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { chunksOf } from '../../database/values';
import { withholdContent } from '../../database/withholdContent';
import {
  AnswerRow,
  TallyRow,
  toAnswer,
  toCounted,
} from '../answers/answerRows';
import {
  AnsweredService,
  PlannedRelease,
  ReleaseMaterial,
  ReleaseStore,
  ServicePage,
  StoredRelease,
} from './ReleaseStore';

const answers = 'satisfaction_answers';
const tallies = 'satisfaction_tallies';
const releases = 'satisfaction_releases';

const mostValues = 400;

interface ReleaseRow {
  round_id: string;
  entity_ref: string;
  sequence: number;
  figures: string;
}

const toService = (row: Pick<TallyRow, 'round_id' | 'entity_ref'>) => ({
  roundId: row.round_id,
  entityRef: row.entity_ref,
});

const toRelease = (row: ReleaseRow): StoredRelease => ({
  ...toService(row),
  figures: JSON.parse(row.figures),
});

/** Makes releases in the plugin's database. */
export class DatabaseReleaseStore implements ReleaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listDirty(
    roundId: string,
    page: ServicePage,
  ): Promise<AnsweredService[]> {
    const rows: TallyRow[] = await this.#knex(tallies)
      .where({ round_id: roundId, is_dirty: true })
      .where('entity_ref', '>', page.after)
      .orderBy('entity_ref')
      .limit(page.limit);
    return rows.map(toService);
  }

  async listAnswered(
    roundId: string,
    page: ServicePage,
  ): Promise<AnsweredService[]> {
    const rows: TallyRow[] = await this.#knex(tallies)
      .where({ round_id: roundId })
      .where('entity_ref', '>', page.after)
      .orderBy('entity_ref')
      .limit(page.limit);
    return rows.map(toService);
  }

  async make(
    { roundId, entityRef }: AnsweredService,
    plan: (material: ReleaseMaterial) => PlannedRelease | undefined,
    options: { readonly isLast: boolean },
  ): Promise<boolean> {
    const service = { round_id: roundId, entity_ref: entityRef };
    const work = async (transaction: Knex.Transaction) => {
      const tally: TallyRow | undefined = await transaction(tallies)
        .where(service)
        .forUpdate()
        .first();
      if (!tally) return false;
      const rows: AnswerRow[] = await transaction(answers).where(service);
      const newest: ReleaseRow | undefined = await transaction(releases)
        .where({ ...service, is_newest: true })
        .first();
      const past: ReleasePast = JSON.parse(tally.past);
      const planned = plan({
        answers: rows.map(toAnswer),
        counted: rows.map(toCounted),
        past,
        figures: newest && JSON.parse(newest.figures),
      });
      if (planned) {
        await transaction(releases)
          .where({ ...service, is_newest: true })
          .update({ is_newest: false });
        await transaction(releases).insert({
          ...service,
          sequence: (newest?.sequence ?? 0) + 1,
          is_newest: true,
          figures: JSON.stringify(planned.figures),
        });
      }
      if (options.isLast) {
        await transaction(answers).where(service).delete();
        await transaction(tallies).where(service).delete();
      } else {
        if (planned) {
          const release = past.gone.length;
          await noteRelease(transaction, service, rows, row =>
            addStatements(toCounted(row), release, planned.topics),
          );
        }
        await transaction(tallies)
          .where(service)
          .update({
            is_dirty: false,
            ...(planned && {
              past: JSON.stringify(addRelease(past, planned.topics)),
            }),
          });
      }
      return Boolean(planned);
    };
    return withholdContent(() => this.#knex.transaction(work));
  }

  async addPast({ roundId, entityRef, figures }: StoredRelease): Promise<void> {
    await this.#knex(releases)
      .insert({
        round_id: roundId,
        entity_ref: entityRef,
        sequence: 1,
        is_newest: true,
        figures: JSON.stringify(figures),
      })
      .onConflict(['round_id', 'entity_ref', 'sequence'])
      .ignore();
  }

  async listOf(entityRefs: readonly string[]): Promise<StoredRelease[]> {
    const rows: ReleaseRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(
        ...(await this.#knex(releases)
          .whereIn('entity_ref', some)
          .where('is_newest', true)),
      );
    }
    return rows.map(toRelease);
  }

  async listIn(roundId: string): Promise<StoredRelease[]> {
    const rows: ReleaseRow[] = await this.#knex(releases)
      .where({ round_id: roundId, is_newest: true })
      .orderBy('entity_ref');
    return rows.map(toRelease);
  }
}

/** Notes in answers what a release had of them. */
async function noteRelease(
  transaction: Knex.Transaction,
  service: { round_id: string; entity_ref: string },
  rows: readonly AnswerRow[],
  pastOf: (row: AnswerRow) => AnswerPast,
): Promise<void> {
  await insertMany(
    transaction,
    answers,
    rows.map(row => ({
      ...service,
      link: row.link,
      ratings: row.ratings,
      comment: row.comment,
      past: JSON.stringify(pastOf(row)),
    })),
    {
      onConflict:
        'on conflict (round_id, entity_ref, link) do update set past = excluded.past',
    },
  );
}
