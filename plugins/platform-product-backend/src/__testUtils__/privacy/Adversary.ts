import {
  Answer,
  AnswerPast,
  ratedFeatures,
  Statements,
  statementsOf,
  Topic,
  topics,
} from '@platform-product/backstage-plugin-common';
import { linkOf } from '../../satisfaction/answers/linkOf';
import { MadeRelease } from './ReleaseRecorder';
import {
  blockOf,
  commentThreshold,
  groups,
  k,
  PublicView,
  services,
  World,
} from './World';

/** For each answer as what it was counted; undefined where it was not. */
type Counted = ReadonlyArray<string | undefined>;

/**
 * Sees all that is published, remembers it, and knows who took part when. Tries
 * to single out an answer: by telling two published figures apart, by what changes
 * when somebody acts, by what is in logs and in tables that were closed. Works all
 * of this out by itself, with nothing of the code that it attacks.
 */
export class Adversary {
  readonly findings: string[] = [];
  readonly #world: World;
  /** By round and service, all that each person has ever said. */
  readonly #said = new Map<string, Map<string, Statements[]>>();
  /** How often each person was erased, which makes them another one. */
  readonly #lives = new Map<string, number>();
  /** What was published, by round, service, topic and release. */
  readonly #published = new Map<string, string>();
  readonly #comments: string[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  noteAnswer(person: string, service: string, answer: Answer) {
    const statements = statementsOf(answer);
    const key = `${this.#world.roundId} ${service}`;
    const known = this.#said.get(key) ?? new Map<string, Statements[]>();
    this.#said.set(key, known);
    const identity = `${person} ${this.#lives.get(person) ?? 0}`;
    known.set(identity, [...(known.get(identity) ?? []), statements]);
    if (answer.comment) this.#comments.push(answer.comment);
  }

  noteErasure(person: string) {
    this.#lives.set(person, (this.#lives.get(person) ?? 0) + 1);
  }

  /** Nothing that one person does may show before the next release. */
  compare(before: PublicView, after: PublicView, what: string) {
    for (const [part, one] of Object.entries(before)) {
      const other = after[part as keyof PublicView];
      if (describe(one) !== describe(other)) {
        this.findings.push(`${what} shows in ${part}`);
      }
    }
  }

  /** Takes in releases, and what can be seen after them. */
  study(made: readonly MadeRelease[], view: PublicView) {
    for (const one of made) this.#study(one, view);
    this.#studySums(view);
    for (const items of view.feedback.values()) {
      for (const item of items) {
        const text = item.text ?? item.title;
        if (item.author) this.findings.push(`${item.author} said “${text}”`);
        if (!this.#comments.includes(text)) {
          this.findings.push(`feedback of nobody: “${text}”`);
        }
        if (!/T00:00:00.000Z$/.test(item.at)) {
          this.findings.push(`feedback tells its time: ${item.at}`);
        }
      }
    }
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
    for (const { ratings, comment, is_withdrawn: isWithdrawn } of rows) {
      if (isWithdrawn && (ratings !== '{}' || comment)) {
        this.findings.push('an answer that was taken back is still there');
      }
    }
  }

  async searchWords() {
    const rounds = await this.#world.knex('satisfaction_rounds');
    const rows = await this.#world.knex('satisfaction_answers');
    const words = [
      ...ratedFeatures,
      ...this.#comments,
      ...rounds.flatMap(({ secret }) => secret ?? []),
      ...rows.map(({ link }) => link),
    ];
    for (const line of this.#world.told) {
      const word = words.find(some => line.includes(some));
      if (word) this.findings.push(`“${word}” is in: ${line}`);
    }
  }

  #study(made: MadeRelease, view: PublicView) {
    const { roundId, entityRef, material, release } = made;
    const where = `${roundId} ${entityRef}`;
    const pasts = material.answers.map(({ past }) => past);
    const number = material.past.releases;

    const members: Counted = release.counted.map(is => (is ? 'in' : undefined));
    if (sizeOf(members) < k) {
      this.findings.push(`${where}: published of ${sizeOf(members)}`);
    }
    const identities = this.#said.get(where)?.size ?? 0;
    if (sizeOf(members) > identities) {
      this.findings.push(`${where}: more answers than people`);
    }
    for (let earlier = 0; earlier < number; earlier += 1) {
      this.#tellApart(
        where,
        members,
        pasts.map(past => (wasIn(past, earlier) ? 'in' : undefined)),
        k,
      );
    }
    for (const topic of topics) {
      const set = release.said[topic];
      if (set) this.#studyTopic(made, topic, set, view);
    }
  }

  #studyTopic(
    { roundId, entityRef, material }: MadeRelease,
    topic: Topic,
    set: Counted,
    view: PublicView,
  ) {
    const where = `${roundId} ${entityRef} ${topic}`;
    const number = material.past.releases;
    const isText = topic === 'comments' || topic === 'feedback';
    const fewest = isText ? commentThreshold : k;
    const size = isText ? sizeOf(set) : set.filter(Boolean).length;
    if (size < fewest) this.findings.push(`${where}: published of ${size}`);

    const block = expectedBlock(set, topic);
    const score = view.scores.get(entityRef);
    if (topic !== 'feedback' && score?.scoresOf === roundId) {
      if (blockOf(score, topic) !== block) {
        this.findings.push(`${where}: not the figures of these answers`);
      }
    }
    this.#published.set(`${where} ${number}`, block);
    this.#studyWords(where, topic, set);

    for (const earlier of material.past.publishedOn[topic] ?? []) {
      const other = material.answers.map(({ past }) =>
        wasIn(past, earlier) ? lastOf(past.said[topic], earlier) : undefined,
      );
      if (
        expectedBlock(other, topic) !==
        this.#published.get(`${where} ${earlier}`)
      ) {
        this.findings.push(`${where}: what was published is told otherwise`);
      }
      if (isText) this.#tellTextsApart(where, set, other, fewest);
      else
        this.#tellApart(
          where,
          set.map(orNothing),
          other.map(orNothing),
          fewest,
        );
    }
  }

  /** Nothing may be told that fewer people have said than it is told of. */
  #studyWords(where: string, topic: Topic, set: Counted) {
    const key = where.split(' ').slice(0, 2).join(' ');
    const said = [...(this.#said.get(key)?.values() ?? [])];
    for (const words of new Set(set)) {
      if (!words) continue;
      const told = set.filter(some => some === words).length;
      const known = said.filter(all => all.some(one => one[topic] === words));
      if (told > known.length) {
        this.findings.push(`${where}: figures of what nobody said`);
      }
    }
  }

  #tellApart(where: string, one: Counted, other: Counted, fewest: number) {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ]) {
      const alone = a.filter((words, n) => words && words !== b[n]).length;
      if (alone > 0 && alone < fewest) {
        this.findings.push(`${where}: two releases differ by ${alone}`);
      }
    }
  }

  /** A new text may be of anybody who is new, or has changed. */
  #tellTextsApart(where: string, one: Counted, other: Counted, fewest: number) {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ]) {
      const alone = a.filter(
        (words, n) => words !== undefined && words !== b[n],
      );
      if (alone.some(Boolean) && alone.length < fewest) {
        this.findings.push(`${where}: a text is of one of ${alone.length}`);
      }
    }
  }

  /** A sum has to be one of published figures; anything else tells more. */
  #studySums({ scores, rollUps }: PublicView) {
    for (const by of groups) {
      const { roundId, items } = rollUps.get(by)!;
      for (const { name, features } of items) {
        const members = [...this.#world.places]
          .filter(([, place]) => by === 'all' || place[by] === name)
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

const describe = (part: unknown) =>
  JSON.stringify(part instanceof Map ? [...part] : part);

const orNothing = (words: string | undefined) => words || undefined;

const sizeOf = (set: Counted) =>
  set.filter(words => words !== undefined).length;

function lastOf<T>(
  values: ReadonlyArray<readonly [number, T]> | undefined,
  release: number,
): T | undefined {
  let last: T | undefined;
  for (const [since, value] of values ?? []) if (since <= release) last = value;
  return last;
}

const wasIn = (past: AnswerPast, release: number) =>
  lastOf(past.counted, release) === true;

function expectedBlock(set: Counted, topic: Topic): string {
  const said = set.filter((words): words is string => words !== undefined);
  if (topic === 'participation') {
    const complete = said.filter(word => word === 'complete').length;
    return JSON.stringify({ complete, partial: said.length - complete });
  }
  if (topic === 'comments' || topic === 'feedback') {
    return JSON.stringify(said.filter(Boolean).sort());
  }
  const counts = [1, 2, 3, 4, 5].map(
    rating => said.filter(word => word === `${rating}`).length,
  );
  const rated = counts.reduce((sum, some) => sum + some, 0);
  return JSON.stringify({ counts, cantSay: said.length - rated });
}
