import {
  Answer,
  ratedFeatures,
  Statements,
  statementsOf,
  Topic,
  topics,
} from '@platform-product/backstage-plugin-common';
import { linkOf } from '../../satisfaction/answers/linkOf';
import {
  blockOf,
  commentThreshold,
  k,
  people,
  PublicView,
  RatingWorld,
  services,
} from './RatingWorld';

/** Who said what: a changed answer is another token. */
type Tokens = ReadonlySet<string>;

/**
 * Sees all that is published, remembers it, and knows who took part when. Tries
 * to single out an answer: by telling two published figures apart, by what changes
 * when somebody acts, by what is in logs and in tables that were closed.
 */
export class Adversary {
  readonly findings: string[] = [];
  readonly #world: RatingWorld;
  /** By round, service and person. */
  readonly #said = new Map<string, Map<string, Statements>>();
  /** By round, service and topic: what was published, the newest last. */
  readonly #published = new Map<
    string,
    Array<{ block: string; tokens: Tokens }>
  >();
  /** By round and service: who had answered at each release. */
  readonly #members = new Map<string, Tokens[]>();

  constructor(world: RatingWorld) {
    this.#world = world;
  }

  noteAnswer(person: string, service: string, answer: Answer) {
    this.#answersOn(this.#world.roundId, service).set(
      person,
      statementsOf(answer),
    );
  }

  noteWithdrawal(person: string, service: string) {
    this.#answersOn(this.#world.roundId, service).delete(person);
  }

  /** Nothing that one person does may show before the next release. */
  compare(before: PublicView, after: PublicView, what: string) {
    for (const [ref, score] of before.scores) {
      if (JSON.stringify(score) !== JSON.stringify(after.scores.get(ref))) {
        this.findings.push(`${what} shows in the scores of ${ref}`);
      }
    }
    for (const [by, rollUps] of before.rollUps) {
      if (JSON.stringify(rollUps) !== JSON.stringify(after.rollUps.get(by))) {
        this.findings.push(`${what} shows in the sums by ${by}`);
      }
    }
  }

  /** Takes in what was published, in a round that may just have ended. */
  study(view: PublicView, roundIds: readonly string[]) {
    for (const [service, score] of view.scores) {
      const roundId = score.scoresOf;
      if (!roundId || !roundIds.includes(roundId)) continue;
      for (const topic of topics) {
        const block = blockOf(score, topic);
        if (block !== undefined) this.#study(roundId, service, topic, block);
      }
    }
    this.#studySums(view);
  }

  async searchTables() {
    const rounds = await this.#world.knex('satisfaction_rounds');
    const rows = await this.#world.knex('satisfaction_answers');
    for (const { id, status, secret } of rounds) {
      if (status !== 'closed') continue;
      if (secret) this.findings.push(`${id} has kept its secret`);
      if (rows.some(row => row.round_id === id)) {
        this.findings.push(`${id} has kept answers`);
      }
    }
  }

  async searchFor(person: string) {
    const rounds = await this.#world.knex('satisfaction_rounds');
    const rows = await this.#world.knex('satisfaction_answers');
    for (const { secret } of rounds.filter(round => round.secret)) {
      for (const service of services) {
        const link = linkOf(secret, person, service);
        if (rows.some(row => row.link === link)) {
          this.findings.push(`${person} is still there after erasing`);
        }
      }
    }
  }

  searchLog(comments: readonly string[]) {
    const words = [...ratedFeatures, ...comments, ...people];
    for (const line of this.#world.logged) {
      const word = words.find(some => line.includes(some));
      if (word) this.findings.push(`“${word}” is in the log`);
    }
  }

  #answersOn(roundId: string, service: string): Map<string, Statements> {
    const key = `${roundId} ${service}`;
    const known = this.#said.get(key) ?? new Map<string, Statements>();
    this.#said.set(key, known);
    return known;
  }

  #study(roundId: string, service: string, topic: Topic, block: string) {
    const where = `${roundId} ${service} ${topic}`;
    const before = this.#published.get(where) ?? [];
    if (before.at(-1)?.block === block) return;
    const answers = [...this.#answersOn(roundId, service)];
    const tokens = new Set(
      answers
        // Who says nothing is not counted where the others are.
        .filter(([, said]) => said[topic])
        .map(([person, said]) => `${person} ${said[topic]}`),
    );
    if (
      block !==
      expectedBlock(
        answers.map(([, said]) => said[topic]),
        topic,
      )
    ) {
      this.findings.push(`${where}: figures of what nobody said`);
    }
    const fewest = topic === 'comments' ? commentThreshold : k;
    const told = topic === 'comments' ? answers.length : tokens.size;
    if (told < fewest) this.findings.push(`${where}: published of ${told}`);
    for (const other of before) {
      this.#tellApart(where, tokens, other.tokens, fewest);
    }
    this.#published.set(where, [...before, { block, tokens }]);

    // Whoever counts can tell who took part, on whatever topic.
    const members = new Set(answers.map(([person]) => person));
    const everyone = `${roundId} ${service}`;
    const earlier = this.#members.get(everyone) ?? [];
    for (const other of earlier) {
      this.#tellApart(everyone, members, other, k);
    }
    this.#members.set(everyone, [...earlier, members]);
  }

  #tellApart(where: string, one: Tokens, other: Tokens, fewest: number) {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ]) {
      const alone = [...a].filter(token => !b.has(token)).length;
      if (alone > 0 && alone < fewest) {
        this.findings.push(`${where}: two releases differ by ${alone}`);
      }
    }
  }

  /** A sum has to be one of published figures; anything else tells more. */
  #studySums({ scores, rollUps }: PublicView) {
    for (const [by, { roundId, items }] of rollUps) {
      for (const { name, features } of items) {
        const members = [...this.#world.groups]
          .filter(([, group]) => by === 'all' || group[by] === name)
          .flatMap(([ref]) => scores.get(ref) ?? [])
          .filter(score => score.scoresOf === roundId);
        for (const feature of ratedFeatures) {
          const shown = members.flatMap(
            score =>
              score.features.find(item => item.feature === feature)?.score ??
              [],
          );
          const sum = [0, 1, 2, 3, 4].map(index =>
            shown.reduce((total, { counts }) => total + counts[index], 0),
          );
          const told = features[feature]?.counts ?? [0, 0, 0, 0, 0];
          if (JSON.stringify(told) !== JSON.stringify(sum)) {
            this.findings.push(
              `${by} ${name} ${feature}: the sum is not one of releases`,
            );
          }
        }
      }
    }
  }
}

function expectedBlock(said: readonly string[], topic: Topic): string {
  if (topic === 'participation') {
    const complete = said.filter(word => word === 'complete').length;
    return JSON.stringify({ complete, partial: said.length - complete });
  }
  if (topic === 'comments') {
    return JSON.stringify(said.filter(Boolean).sort());
  }
  const counts = [1, 2, 3, 4, 5].map(
    rating => said.filter(word => word === `${rating}`).length,
  );
  const rated = counts.reduce((sum, some) => sum + some, 0);
  return JSON.stringify({ counts, cantSay: said.length - rated });
}
