import { JsonObject } from '@backstage/types';
import { personas } from 'demo-auth';
import { BenchBackend } from '../BenchBackend';
import { SeveralBackends } from './SeveralBackends';
import { unlockedIdOf } from '../unlockedTasks';
import { until } from './until';

const task = 'ratings';
const never = { frequency: 'PT10H', timeout: 'PT10H', initialDelay: 'PT10H' };
const hour = 60 * 60 * 1000;

/** A day as the configuration has it. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 10);
}

const pathOf = (service: string) =>
  `platform-product/entities/component/default/${service}/satisfaction`;

/** Product manager of all services, who doesn't rate them. */
const manager = 'consumer';

/** A round of ratings on several backends, in which all other personas take part. */
export class BenchRound {
  static readonly id = 'by-dates';
  static readonly raters: readonly string[] = Object.keys(personas).filter(
    persona => persona !== manager,
  );
  readonly several: SeveralBackends;
  readonly #tokens = new Map<string, string>();

  private constructor(several: SeveralBackends) {
    this.several = several;
  }

  /** Releases are made every two seconds, on one backend at a time. */
  static async start(options: {
    readonly ports: readonly number[];
    readonly services: number;
    readonly teamSize: number;
  }): Promise<BenchRound> {
    const several = await SeveralBackends.start({
      ...options,
      sweep: never,
      satisfaction: {
        rounds: [
          { id: BenchRound.id, from: dayFromNow(-1), until: dayFromNow(2) },
        ],
        releases: { frequency: 'PT2S', timeout: 'PT1M' },
      },
    });
    const round = new BenchRound(several);
    for (const persona of Object.keys(personas)) {
      round.#tokens.set(persona, await several.backends[0].signIn(persona));
    }
    return round;
  }

  get backends(): readonly BenchBackend[] {
    return this.several.backends;
  }

  /** A table of the room `satisfaction`. */
  table(name: string) {
    return this.several.table(`satisfaction_${name}`);
  }

  /** Invites people, as the product manager. */
  async invite(backend: BenchBackend, service: string): Promise<Response> {
    return backend.call(`${pathOf(service)}/invitations`, {
      method: 'POST',
      token: this.#tokenOf(manager),
    });
  }

  async rate(
    backend: BenchBackend,
    answer: {
      readonly service: string;
      readonly persona?: string;
      readonly ratings: JsonObject;
    },
  ): Promise<Response> {
    const { service, persona, ratings } = answer;
    return backend.call(`${pathOf(service)}/mine`, {
      method: 'PUT',
      token: this.#tokenOf(persona),
      body: { ratings },
    });
  }

  /** What each backend takes for the ratings that a persona gave. */
  async mine(service: string): Promise<JsonObject[]> {
    const answers = await this.#getAll(`${pathOf(service)}/mine`);
    return answers.map(({ answer }) => answer.ratings);
  }

  /** What each backend shows of a service. */
  async scores(service: string): Promise<JsonObject[]> {
    return this.#getAll(pathOf(service));
  }

  /** Forgets the round, so that the task opens it again. */
  async forget(): Promise<void> {
    await this.table('rounds').delete();
  }

  async forgetAnswers(): Promise<void> {
    await this.table('answers').delete();
    await this.table('tallies').delete();
  }

  /** Moves the end of the round; the task closes it. */
  async endAt(time: Date): Promise<void> {
    await this.table('rounds').update({ closes_at: time });
  }

  /** Lets nobody write answers or releases of a service during some work. */
  async hold(service: string, work: () => Promise<void>): Promise<void> {
    await this.several.knex.transaction(async transaction => {
      await this.table('tallies')
        .where({ entity_ref: `component:default/${service}` })
        .forUpdate()
        .transacting(transaction);
      await work();
    });
  }

  /** Waits until so many backends are kept waiting at a table of the room. */
  async untilWaiting(table: string, count: number): Promise<void> {
    const full = `satisfaction_${table}`;
    await until(
      `${count} of the backends wait at ${full}`,
      async () => (await this.several.countWaiting(full)) === count,
    );
  }

  /** Has the scheduler begin no more runs. */
  async halt(): Promise<void> {
    await this.#scheduleAt(new Date(Date.now() + hour));
  }

  /** Has the scheduler go on, on whichever backend comes first. */
  async goOn(): Promise<void> {
    await this.#scheduleAt(new Date());
  }

  /** Runs the task on each backend, whatever the others do. */
  async runOnAll(): Promise<void> {
    const before = await this.#unlockedRuns();
    await Promise.all(
      this.backends.map(async backend => {
        const { ok, status } = await backend.trigger(unlockedIdOf(task));
        if (!ok) throw new Error(`The task was not triggered (${status})`);
      }),
    );
    await until('all have run', async () => {
      const runs = await this.#unlockedRuns();
      return runs.every(
        (run, index) => run.lastRunEndedAt !== before[index].lastRunEndedAt,
      );
    });
    for (const { lastRunError } of await this.#unlockedRuns()) {
      if (lastRunError) throw new Error(`The task failed: ${lastRunError}`);
    }
  }

  #tokenOf(persona = BenchRound.raters[0]): string {
    return this.#tokens.get(persona)!;
  }

  async #getAll(path: string) {
    return Promise.all(
      this.backends.map(async backend =>
        (await backend.call(path, { token: this.#tokenOf() })).json(),
      ),
    );
  }

  async #unlockedRuns(): Promise<
    Array<{ lastRunEndedAt?: string; lastRunError?: string }>
  > {
    const answers = await this.#getAll(
      'platform-product/.backstage/scheduler/v1/tasks',
    );
    const id = unlockedIdOf(`platform-product-${task}`);
    return answers.map(
      ({ tasks }: { tasks: Array<{ taskId: string; taskState: object }> }) =>
        tasks.find(({ taskId }) => taskId === id)!.taskState,
    );
  }

  async #scheduleAt(at: Date): Promise<void> {
    const row = () =>
      this.several
        .table('backstage_backend_tasks__tasks')
        .where({ id: `platform-product-${task}` });
    await row().update({ next_run_start_at: at });
    await until(
      'no backend runs the task',
      async () => !(await row().first()).current_run_ticket,
    );
  }
}
