import assert from 'assert';
import {
  AnyRouteDefinition,
  entityParamsOf,
  RouteInput,
} from '@platform-product/backstage-plugin-common';
import {
  Answer,
  feedbackRoutes,
  portfolioRoutes,
  satisfactionRoutes,
  peopleRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { DatabaseClock } from '../../database/DatabaseClock';
import { groupEntity, serviceEntity, userEntity } from '../entities';
import { untilRewritten } from '../untilRewritten';
import { teamEntities } from './teamEntities';
import { startTestPlugin } from '../startTestPlugin';
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
  team,
  World,
} from './World';

const owner = 'user:default/olga';
const admin = 'user:default/root';
const steward = 'user:default/stella';
/** Everybody is told the same, whatever their part. */
const readers = ['user:default/reader', owner, admin, steward, people[0]];

/** All but the date goes on as ever. */
const realTimers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

const nameOf = (ref: string) => ref.split('/')[1];

/** The catalog's entities, which a world changes as it goes. */
function createEntities(): Entity[] {
  return [
    ...firstPlaces.map(([ref, place]) =>
      serviceEntity(nameOf(ref), { owner: place.owner, system: place.system }),
    ),
    serviceEntity('shop', { owner: 'group:default/shop-team' }),
    groupEntity('shop-team', { members: people.slice(0, 6).map(nameOf) }),
    ...teamEntities(),
    ...['a', 'b'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name, namespace: 'default' },
      spec: { owner: 'group:default/x' },
      relations: [{ type: 'partOf', targetRef: `domain:default/${name}` }],
    })),
    ...people
      .filter(ref => !team.includes(ref))
      .map(ref => userEntity(nameOf(ref))),
  ];
}

/** The whole plugin, asked over HTTP by people of every kind. */
export class HttpWorld implements World {
  readonly knex: Knex;
  readonly places = new Map(firstPlaces);
  readonly #plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  readonly #entities: Entity[];
  readonly #errors: string[] = [];
  readonly lengths = new Set<string>();
  #round = 0;

  private constructor(
    knex: Knex,
    plugin: Awaited<ReturnType<typeof startTestPlugin>>,
    entities: Entity[],
  ) {
    this.knex = knex;
    this.#plugin = plugin;
    this.#entities = entities;
  }

  static async start(knex: Knex): Promise<HttpWorld> {
    // The database has no part in the time of the test.
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date());
    jest.useFakeTimers({ now: rounds[0].opensAt, doNotFake: [...realTimers] });
    const entities = createEntities();
    const plugin = await startTestPlugin({
      knex,
      entities,
      config: {
        admins: [admin],
        stewards: [steward],
        satisfaction: {
          minimumAnswers: k,
          minimumAnswersForComments: commentThreshold,
          rounds: rounds.map(({ id, opensAt, closesAt }) => ({
            id,
            from: opensAt.toISOString().slice(0, 10),
            until: closesAt.toISOString().slice(0, 10),
          })),
        },
      },
      groups: { [owner]: ['group:default/x', 'group:default/y'] },
    });
    await plugin.sweep();
    return new HttpWorld(knex, plugin, entities);
  }

  async stop() {
    jest.useRealTimers();
    await this.#plugin.stop();
  }

  /** Goes back to the first round; the database has to be cleared before. */
  begin() {
    this.#round = 0;
    jest.setSystemTime(rounds[0].opensAt);
    this.#plugin.told.splice(0);
    this.#plugin.actors.splice(0);
    this.#plugin.sent.splice(0);
    this.#errors.splice(0);
  }

  get told(): readonly string[] {
    return [
      ...this.#plugin.told,
      ...this.#plugin.actors,
      ...this.#plugin.sent.map(sent => JSON.stringify(sent)),
      ...this.#errors,
    ];
  }

  get #team(): Entity {
    return this.#entities.find(
      ({ metadata }) => metadata.name === 'shop-team',
    )!;
  }

  get knownUsers(): number {
    return this.#team.relations!.length;
  }

  get roundId(): string {
    return rounds[this.#round].id;
  }

  async tick() {
    await this.#plugin.releaseRatings();
  }

  async endRound() {
    this.#round += 1;
    jest.setSystemTime(rounds[this.#round].opensAt);
    await untilRewritten(this.knex, () => this.tick());
  }

  async answer(userRef: string, entityRef: string, answer: Answer) {
    const params = entityParamsOf(entityRef);
    if (team.includes(userRef)) {
      const { status, text } = await this.#plugin.call(
        userRef,
        satisfactionRoutes.putMyAnswer,
        { params, body: answer as never },
      );
      assert.equal(status, 403, text);
      this.#errors.push(text);
      return false;
    }
    await this.#call(userRef, satisfactionRoutes.putMyAnswer, {
      params,
      body: answer as never,
    });
    const own = await this.#call(userRef, satisfactionRoutes.getMyAnswer, {
      params,
    });
    assert.deepEqual(own.body.answer?.ratings, answer.ratings);
    return true;
  }

  async withdraw(userRef: string, entityRef: string) {
    const params = entityParamsOf(entityRef);
    await this.#call(userRef, satisfactionRoutes.withdrawMyAnswer, { params });
  }

  async erase(userRef: string) {
    await this.#call(userRef, peopleRoutes.eraseUser, {
      params: { userRef },
    });
  }

  async invite(entityRef: string) {
    const params = entityParamsOf(entityRef);
    await this.#call(owner, satisfactionRoutes.inviteToRate, { params });
  }

  async decline(userRef: string, entityRef: string) {
    await this.#call(userRef, satisfactionRoutes.noteInvitation, {
      params: entityParamsOf(entityRef),
      body: { outcome: 'declined' },
    });
  }

  async joinOrLeave(userRef: string) {
    const members = this.#team.relations!;
    const isIn = members.some(({ targetRef }) => targetRef === userRef);
    this.#team.relations = isIn
      ? members.filter(({ targetRef }) => targetRef !== userRef)
      : [...members, { type: 'hasMember', targetRef: userRef }];
  }

  async move(entityRef: string) {
    const place = movedFrom(this.places.get(entityRef)!);
    this.places.set(entityRef, place);
    const name = nameOf(entityRef);
    const index = this.#entities.findIndex(
      ({ kind, metadata }) => kind === 'Component' && metadata.name === name,
    );
    this.#entities[index].relations = serviceEntity(name, {
      owner: place.owner,
      system: place.system,
    }).relations;
    await this.#plugin.sweep();
  }

  async look(): Promise<PublicView> {
    const scores = new Map();
    const rollUps = new Map();
    const feedback = new Map();
    const exports: string[] = [];
    for (const entityRef of services) {
      const params = entityParamsOf(entityRef);
      const [score] = await this.#askAll(satisfactionRoutes.getSatisfaction, {
        params,
      });
      scores.set(entityRef, score);
      const [list] = await this.#askAll(feedbackRoutes.listFeedback, {
        params,
      });
      feedback.set(entityRef, list.items);
    }
    for (const by of groups) {
      const [sums] = await this.#askAll(satisfactionRoutes.listRollUps, {
        query: { by },
      });
      rollUps.set(by, sums);
    }
    for (const order of ['asc', 'desc'] as const) {
      const query = { sort: 'satisfaction', order } as const;
      const list = await this.#call(readers[0], portfolioRoutes.listPortfolio, {
        query,
      });
      exports.push(
        JSON.stringify(
          list.body.items.map(({ entityRef, satisfaction }) => ({
            entityRef,
            satisfaction,
          })),
        ),
      );
    }
    const csv = await this.#call(readers[0], portfolioRoutes.exportPortfolio, {
      query: { sort: 'satisfaction' },
    });
    exports.push(csv.text);
    return { scores, rollUps, feedback, exports };
  }

  /** Everybody has to be told the same. */
  async #askAll<TRoute extends AnyRouteDefinition>(
    route: TRoute,
    input: Partial<RouteInput<TRoute>> & { params?: object },
  ) {
    const answers = await Promise.all(
      readers.map(reader => this.#call(reader, route, input)),
    );
    for (const { text } of answers) assert.equal(text, answers[0].text);
    return answers.map(({ body }) => body);
  }

  async #call<TRoute extends AnyRouteDefinition>(
    user: string,
    route: TRoute,
    input: Partial<RouteInput<TRoute>> & { params?: object },
  ) {
    const answer = await this.#plugin.call(user, route, input);
    if (answer.status >= 400) this.#errors.push(answer.text);
    assert.equal(answer.status, route.status, answer.text);
    if (route.confidential) {
      const { 'content-length': length, etag } = answer.headers;
      this.lengths.add(`${route.operationId} ${length} ${etag}`);
    }
    return answer;
  }
}
