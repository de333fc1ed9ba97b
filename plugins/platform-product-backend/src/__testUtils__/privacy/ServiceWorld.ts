import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Satisfaction } from '@platform-product/backstage-plugin-common';
import { Answer } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { AccessService } from '../../access/AccessService';
import { TableRewriter } from '../../database/TableRewriter';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { GroupTree } from '../../people/GroupTree';
import { AnswerService } from '../../satisfaction/answers/AnswerService';
import { AnswerStore } from '../../satisfaction/answers/AnswerStore';
import { DatabaseAnswerStore } from '../../satisfaction/answers/DatabaseAnswerStore';
import { AudienceService } from '../../satisfaction/audience/AudienceService';
import { DatabaseContactStore } from '../../satisfaction/audience/DatabaseContactStore';
import { DatabaseFeedbackStore } from '../../satisfaction/feedback/DatabaseFeedbackStore';
import { FeedbackService } from '../../satisfaction/feedback/FeedbackService';
import { DatabaseReleaseStore } from '../../satisfaction/releases/DatabaseReleaseStore';
import { ReleaseService } from '../../satisfaction/releases/ReleaseService';
import { ReleaseStore } from '../../satisfaction/releases/ReleaseStore';
import { RollUpService } from '../../satisfaction/releases/RollUpService';
import { ScoreService } from '../../satisfaction/releases/ScoreService';
import { DatabaseReplyStore } from '../../satisfaction/replies/DatabaseReplyStore';
import { DatabaseRoundStore } from '../../satisfaction/rounds/DatabaseRoundStore';
import { RoundService } from '../../satisfaction/rounds/RoundService';
import { RoundStore } from '../../satisfaction/rounds/RoundStore';
import { serviceEntity } from '../entities';
import { untilRewritten } from '../untilRewritten';
import { Mutant } from './mutants';
import { teamEntities } from './teamEntities';
import {
  commentThreshold,
  firstPlaces,
  groups,
  k,
  movedFrom,
  people,
  PublicView,
  rounds,
  services,
  World,
} from './World';

/** The services of the room `satisfaction` on a database, without HTTP around. */
export class ServiceWorld implements World {
  readonly knex: Knex;
  readonly told: string[] = [];
  readonly lengths = new Set<string>();
  readonly places = new Map(firstPlaces);
  /** Who uses the services, as far as the catalog knows. */
  readonly #users = new Set(people.slice(0, 6));
  #round = 0;
  readonly #answerStore: AnswerStore;
  readonly #contacts: DatabaseContactStore;
  readonly #answers: AnswerService;
  readonly #access: AccessService;
  readonly #rewriter?: TableRewriter;
  readonly #releases: ReleaseService;
  readonly #scores: Pick<ScoreService, 'get'>;
  readonly #rollUps: RollUpService;
  readonly #feedback: FeedbackService;

  constructor(knex: Knex, mutant: Mutant = {}) {
    this.knex = knex;
    const now = () => this.#now;
    const logger = mockServices.logger.mock();
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      logger[level].mockImplementation((...line) => {
        this.told.push(JSON.stringify(line));
      });
    }
    const roundStore: RoundStore =
      mutant.rounds?.(new DatabaseRoundStore(knex), knex) ??
      new DatabaseRoundStore(knex);
    this.#answerStore =
      mutant.answers?.(new DatabaseAnswerStore(knex), line =>
        logger.info(line),
      ) ?? new DatabaseAnswerStore(knex);
    const releases: ReleaseStore = new DatabaseReleaseStore(knex);
    const roundService = new RoundService({ rounds: roundStore, now });
    this.#contacts = new DatabaseContactStore(knex);
    this.#answers = new AnswerService({
      answers: this.#answerStore,
      contacts: this.#contacts,
      rounds: roundService,
    });
    if (!mutant.keepsFiles) {
      this.#rewriter = new TableRewriter({ knex, logger });
    }
    const auth = mockServices.auth();
    const catalog = catalogServiceMock({ entities: teamEntities() });
    const tree = new GroupTree({ graph: new CatalogGraph({ catalog, auth }) });
    const known = mutant.groups?.(tree) ?? tree;
    this.#access = new AccessService({
      auth,
      userInfo: mockServices.userInfo(),
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      groups: {
        findGroupsAbove: refs => known.findGroupsAbove(refs),
      },
      stewards: [],
      admins: [],
    });
    const reassess = async () => {};
    const scores = new ScoreService({
      rounds: roundService,
      releases,
      replies: new DatabaseReplyStore(knex),
      audience: this.#contacts,
      reassess,
      now,
    });
    this.#scores = mutant.scores?.(scores, knex) ?? scores;
    this.#rollUps = new RollUpService({
      rounds: roundService,
      releases: mutant.rollUps?.(releases, knex) ?? releases,
    });
    this.#feedback = new FeedbackService({
      store: new DatabaseFeedbackStore(knex),
      outbox: { put: async () => {}, wake: async () => {} },
      groups: { findPeopleInside: async () => new Map() },
      reassess,
      now,
    });
    this.#releases = new ReleaseService({
      rounds: roundStore,
      releases,
      audience: {
        countPeople: async (refs: readonly string[]) =>
          new Map(refs.map(ref => [ref, this.#users.size])),
      } as Partial<AudienceService> as AudienceService,
      schedule: { dates: rounds },
      k,
      commentThreshold,
      rules: mutant.rules,
      reassess,
      logger,
      now,
    });
  }

  get #now(): Date {
    return rounds[this.#round].opensAt;
  }

  get knownUsers(): number {
    return this.#users.size;
  }

  get roundId(): string {
    return rounds[this.#round].id;
  }

  async tick() {
    await this.#releases.run(new AbortController().signal);
  }

  async endRound() {
    this.#round += 1;
    await this.tick();
    const rewriter = this.#rewriter;
    if (rewriter) await untilRewritten(this.knex, () => rewriter.run());
  }

  async answer(userRef: string, entityRef: string, answer: Answer) {
    const { owner } = this.places.get(entityRef)!;
    const credentials = mockCredentials.user(userRef);
    const mayRate = await this.#access.allowed(
      ['rate'],
      serviceEntity(entityRef.split('/')[1], { owner }),
      credentials,
    );
    if (!mayRate.rate) return false;
    await this.#answers.save(entityRef, userRef, answer);
    return true;
  }

  async withdraw(userRef: string, entityRef: string) {
    await this.#answers.withdraw(entityRef, userRef);
  }

  async erase(userRef: string) {
    await this.knex.transaction(async transaction => {
      await this.#answerStore.erase(transaction, userRef);
      await this.#contacts.erase(transaction, userRef);
    });
  }

  async invite(entityRef: string) {
    await this.#contacts.claim({
      entityRef,
      roundId: this.roundId,
      userRefs: [...this.#users],
      at: this.#now,
      notForService: this.#now,
    });
  }

  async decline(userRef: string, entityRef: string) {
    await this.#contacts.note({
      entityRef,
      roundId: this.roundId,
      userRef,
      outcome: 'declined',
      at: this.#now,
    });
  }

  async joinOrLeave(userRef: string) {
    if (!this.#users.delete(userRef)) this.#users.add(userRef);
  }

  async move(entityRef: string) {
    this.places.set(entityRef, movedFrom(this.places.get(entityRef)!));
  }

  async look(): Promise<PublicView> {
    const grouped = [...this.places].map(([entityRef, place]) => ({
      entityRef,
      ...place,
    }));
    const reader = { userRef: 'user:default/reader', isTeam: false };
    const scores = new Map<string, Satisfaction>();
    const rollUps = new Map();
    const feedback = new Map();
    for (const entityRef of services) {
      scores.set(entityRef, await this.#scores.get(entityRef));
      const { items } = await this.#feedback.list({
        entityRef,
        reader,
        limit: 200,
      });
      feedback.set(entityRef, items);
    }
    for (const by of groups) {
      rollUps.set(by, await this.#rollUps.list(grouped, { by }));
    }
    return { scores, rollUps, feedback, exports: [] };
  }
}
