import { Answer, Topic } from '@platform-product/backstage-plugin-common';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { AnswerService } from '../../satisfaction/answers/AnswerService';
import { AnswerStore } from '../../satisfaction/answers/AnswerStore';
import { DatabaseAnswerStore } from '../../satisfaction/answers/DatabaseAnswerStore';
import { AudienceService } from '../../satisfaction/audience/AudienceService';
import { DatabaseReleaseStore } from '../../satisfaction/releases/DatabaseReleaseStore';
import { ReleaseService } from '../../satisfaction/releases/ReleaseService';
import { ReleaseStore } from '../../satisfaction/releases/ReleaseStore';
import { RollUpService } from '../../satisfaction/releases/RollUpService';
import { ScoreService } from '../../satisfaction/releases/ScoreService';
import { DatabaseReplyStore } from '../../satisfaction/replies/DatabaseReplyStore';
import { DatabaseRoundStore } from '../../satisfaction/rounds/DatabaseRoundStore';
import { RoundService } from '../../satisfaction/rounds/RoundService';
import { RoundStore } from '../../satisfaction/rounds/RoundStore';
import { Mutant } from './mutants';

export const k = 3;
export const commentThreshold = 6;
export const services = ['logs', 'metrics', 'traces'].map(
  name => `component:default/${name}`,
);
export const people = Array.from(
  { length: 12 },
  (_, n) => `user:default/p${n}`,
);

const day = 24 * 60 * 60 * 1000;
const roundLength = 10 * day;
const start = Date.UTC(2026, 0, 1);

/** What everybody may see of ratings, as the API answers. */
export interface PublicView {
  readonly scores: ReadonlyMap<
    string,
    Awaited<ReturnType<ScoreService['get']>>
  >;
  readonly rollUps: ReadonlyMap<
    'system' | 'owner' | 'all',
    Awaited<ReturnType<RollUpService['list']>>
  >;
}

/** The room `satisfaction` on a database, with people, time and a log of its own. */
export class RatingWorld {
  readonly knex: Knex;
  readonly logged: string[] = [];
  readonly answerStore: AnswerStore;
  /** System and owner of each service; they overlap, and services move. */
  readonly groups = new Map([
    [services[0], { system: 'system:default/a', owner: 'group:default/x' }],
    [services[1], { system: 'system:default/a', owner: 'group:default/y' }],
    [services[2], { system: 'system:default/b', owner: 'group:default/x' }],
  ]);
  #round = 0;
  #now = new Date(start);
  readonly #answers: AnswerService;
  readonly #releases: ReleaseService;
  readonly #scores: Pick<ScoreService, 'get'>;
  readonly #rollUps: RollUpService;

  constructor(knex: Knex, mutant: Mutant = {}) {
    this.knex = knex;
    const now = () => this.#now;
    const logger = mockServices.logger.mock();
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      logger[level].mockImplementation((...line) => {
        this.logged.push(JSON.stringify(line));
      });
    }
    const roundStore: RoundStore =
      mutant.rounds?.(new DatabaseRoundStore(knex), knex) ??
      new DatabaseRoundStore(knex);
    this.answerStore =
      mutant.answers?.(new DatabaseAnswerStore(knex), line =>
        logger.info(line),
      ) ?? new DatabaseAnswerStore(knex);
    const releases: ReleaseStore = new DatabaseReleaseStore(knex);
    const rounds = new RoundService({ rounds: roundStore, now });
    this.#answers = new AnswerService({ answers: this.answerStore, rounds });
    const scores = new ScoreService({
      rounds,
      releases,
      replies: new DatabaseReplyStore(knex),
      now,
    });
    this.#scores = mutant.scores?.(scores, knex) ?? scores;
    this.#rollUps = new RollUpService({
      rounds,
      releases: mutant.rollUps?.(releases, knex) ?? releases,
    });
    this.#releases = new ReleaseService({
      rounds: roundStore,
      releases,
      audience: {
        countPeople: async (refs: readonly string[]) =>
          new Map(refs.map(ref => [ref, 20])),
      } as Partial<AudienceService> as AudienceService,
      schedule: {
        dates: Array.from({ length: 60 }, (_, index) => ({
          id: `r${index}`,
          opensAt: new Date(start + index * roundLength),
          closesAt: new Date(start + (index + 1) * roundLength),
        })),
      },
      k,
      commentThreshold,
      rules: mutant.rules,
      onReleased: async () => {},
      logger,
      now,
    });
  }

  /** Id of the round that is open. */
  get roundId(): string {
    return `r${this.#round}`;
  }

  async tick() {
    await this.#releases.run(new AbortController().signal);
  }

  /** Ends the round and begins the next. */
  async endRound() {
    this.#round += 1;
    this.#now = new Date(start + this.#round * roundLength);
    await this.tick();
  }

  async answer(userRef: string, entityRef: string, answer: Answer) {
    await this.#answers.save(entityRef, userRef, answer);
  }

  async withdraw(userRef: string, entityRef: string) {
    await this.#answers.withdraw(entityRef, userRef);
  }

  async erase(userRef: string) {
    await this.knex.transaction(transaction =>
      this.answerStore.erase(transaction, userRef),
    );
  }

  /** Puts a service into the other system. */
  move(entityRef: string) {
    const group = this.groups.get(entityRef)!;
    const isInA = group.system.endsWith('a');
    const system = `system:default/${isInA ? 'b' : 'a'}`;
    this.groups.set(entityRef, { ...group, system });
  }

  async look(): Promise<PublicView> {
    const grouped = [...this.groups].map(([entityRef, group]) => ({
      entityRef,
      ...group,
    }));
    const scores = new Map<string, Awaited<ReturnType<ScoreService['get']>>>();
    for (const ref of services) scores.set(ref, await this.#scores.get(ref));
    const rollUps = new Map<
      'system' | 'owner' | 'all',
      Awaited<ReturnType<RollUpService['list']>>
    >();
    for (const by of ['system', 'owner', 'all'] as const) {
      rollUps.set(by, await this.#rollUps.list(grouped, { by }));
    }
    return { scores, rollUps };
  }
}

/** What is published on a topic, as text; undefined where nothing is. */
export function blockOf(
  score: Awaited<ReturnType<ScoreService['get']>>,
  topic: Topic,
): string | undefined {
  if (topic === 'participation') {
    const { complete, partial } = score.participation ?? {};
    return score.participation && JSON.stringify({ complete, partial });
  }
  if (topic === 'comments') {
    const { state, items } = score.comments;
    return state === 'shown' ? JSON.stringify(items) : undefined;
  }
  const own = score.features.find(({ feature }) => feature === topic)?.score;
  return own && JSON.stringify({ counts: own.counts, cantSay: own.cantSay });
}
