import {
  compileFigures,
  PlannedRelease,
  releaseRules,
  ReleaseRules,
  topics,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { GroupTree } from '../../people/GroupTree';
import { AnswerStore } from '../../satisfaction/answers/AnswerStore';
import { AnswerRow, toCounted } from '../../satisfaction/answers/answerRows';
import { ReleaseStore } from '../../satisfaction/releases/ReleaseStore';
import { ScoreService } from '../../satisfaction/releases/ScoreService';
import { RoundStore } from '../../satisfaction/rounds/RoundStore';

/** The room with one of the privacy rules switched off. */
export interface Mutant {
  readonly rules?: ReleaseRules;
  readonly answers?: (
    store: AnswerStore,
    log: (line: string) => void,
  ) => AnswerStore;
  readonly groups?: (tree: GroupTree) => Pick<GroupTree, 'findGroupsAbove'>;
  /** Leaves what was deleted in the files, as databases do by themselves. */
  readonly keepsFiles?: boolean;
  readonly rounds?: (store: RoundStore, knex: Knex) => RoundStore;
  readonly scores?: (
    service: ScoreService,
    knex: Knex,
  ) => Pick<ScoreService, 'get'>;
  readonly rollUps?: (
    store: ReleaseStore,
    knex: Knex,
  ) => Pick<ReleaseStore, 'listIn'> & ReleaseStore;
}

/** An object with some of its methods replaced. */
function override<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(_, name) {
      const own = methods[name as keyof T] ?? target[name as keyof T];
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** All that answers say, whether it may be told or not. */
function liveSets(rows: readonly AnswerRow[]): PlannedRelease {
  const answers = rows.map(row => toCounted(row).statements);
  return Object.fromEntries(
    topics.map(topic => [topic, answers.map(answer => answer?.[topic])]),
  );
}

let uses = 0;

/** The rules of the design, each of them switched off by itself. */
export const mutants: Readonly<Record<string, Mutant>> = {
  '1: one answer for each person': {
    answers: store =>
      override(store, {
        save: (key, answer) => {
          uses += 1;
          return store.save(
            { ...key, userRef: `${key.userRef}#${uses}` },
            answer,
          );
        },
      }),
  },
  '2: nothing of fewer than k': {
    rules: { ...releaseRules, isLargeEnough: () => true },
  },
  '3: a new release takes k changes': {
    rules: { ...releaseRules, mayBeTold: () => true },
  },
  '4: sums add up releases only': {
    rollUps: (store, knex) =>
      override(store, {
        async listIn([roundId]) {
          const rows: Array<AnswerRow & { entity_ref: string }> = await knex(
            'satisfaction_answers',
          ).where({ round_id: roundId });
          const refs = [...new Set(rows.map(row => row.entity_ref))];
          return refs.map(entityRef => ({
            roundId,
            entityRef,
            figures: compileFigures({
              planned: liveSets(
                rows.filter(row => row.entity_ref === entityRef),
              ),
              before: undefined,
              known: 0,
            }),
          }));
        },
      }),
  },
  '5: the secret goes with the round': {
    rounds: (store, knex) =>
      override(store, {
        async close(id) {
          await knex('satisfaction_rounds')
            .where({ id })
            .update({ status: 'closed' });
          return true;
        },
      }),
  },
  '6: no rating in a log': {
    answers: (store, log) =>
      override(store, {
        save: (key, answer) => {
          log(`Saved ${JSON.stringify(answer.ratings)}`);
          return store.save(key, answer);
        },
      }),
  },
  '7: counts are released like scores': {
    scores: (service, knex) => ({
      async get(entityRef) {
        const answer = await service.get(entityRef);
        const [{ total }] = await knex('satisfaction_answers')
          .where({ entity_ref: entityRef })
          .count({ total: '*' });
        const live = { complete: Number(total), partial: 0 };
        return {
          ...answer,
          participation: { ...live, asked: 20, rate: 0, rateWithPartial: 0 },
        };
      },
    }),
  },
  '8: erasing deletes at once': {
    answers: store => override(store, { erase: async () => {} }),
  },
  '9: a team does not rate its own': {
    groups: () => ({ findGroupsAbove: async () => new Set<string>() }),
  },
  '11: what was destroyed goes from the files': { keepsFiles: true },
  '10: a spent link is kept': {
    answers: store =>
      override(store, {
        erase: async (transaction, userRef) => {
          await store.erase(transaction, userRef);
          const spent = await transaction('satisfaction_answers').where({
            is_withdrawn: true,
          });
          for (const { link } of spent) {
            await transaction('satisfaction_answers')
              .where({ link })
              .update({ link: `${uses++}`.padStart(64, '0') });
          }
        },
      }),
  },
};
