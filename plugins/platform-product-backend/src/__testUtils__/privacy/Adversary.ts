import { createHmac } from 'crypto';
import {
  Answer,
  AnswerPast,
  ratedFeatures,
  Topic,
  topics,
} from '@platform-product/backstage-plugin-common/rules';
import { readDatabaseFiles } from '../readDatabaseFiles';
import { MadeRelease } from './ReleaseRecorder';
import {
  blockOf,
  commentThreshold,
  groups,
  k,
  people,
  PublicView,
  services,
  team,
  World,
} from './World';

/** For each answer as saying what it was counted; undefined where it was not. */
type Counted = ReadonlyArray<string | undefined>;

/** What an answer says on each topic, as the adversary puts it. */
type Said = Partial<Record<Topic, string>>;

/** All that somebody has said of a service in a round. */
interface Words {
  readonly ever: Said[];
  now: Said | undefined;
}

/** How audit events of somebody's rating begin. */
const ofRatings = /^\["(put-my-answer|withdraw-my-answer|note-invitation)"/;

const asText = (part: unknown) =>
  JSON.stringify(part instanceof Map ? [...part] : part);

const sizeOf = (set: Counted) =>
  set.filter(words => words !== undefined).length;

/**
 * Sees all that is published, remembers it, and knows who took part when. Tries
 * to single out an answer: by adding, subtracting and intersecting all that was
 * ever published, by what changes when somebody acts, by what is in logs and in
 * tables that were closed. Works it out by itself, without the code it attacks.
 */
export class Adversary {
  readonly findings: string[] = [];
  readonly #world: World;
  /** By round and service, and by person. */
  readonly #words = new Map<string, Map<string, Words>>();
  /** What was published last, by round, service and topic. */
  readonly #newest = new Map<string, string>();
  /** How many should be said to have been asked, by round and service. */
  readonly #asked = new Map<string, number>();
  /** What was published, by round, service, topic and release. */
  readonly #published = new Map<string, string>();
  /** By service, the comments that were told as feedback. */
  readonly #toldAsFeedback = new Map<string, Set<string>>();
  readonly #comments: string[] = [];
  /** Secrets and links of open rounds, which have to go with these. */
  readonly #toDestroy = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  noteAnswer(person: string, service: string, answer: Answer) {
    const words = this.#wordsOf(person, service);
    words.now = wordsOf(answer);
    words.ever.push(words.now);
    if (answer.comment) this.#comments.push(answer.comment);
  }

  noteWithdrawal(person: string, service: string) {
    this.#wordsOf(person, service).now = undefined;
  }

  noteErasure(person: string) {
    for (const service of services) this.noteWithdrawal(person, service);
  }

  /** Nothing that one person does may show before the next release. */
  compare(before: PublicView, after: PublicView, what: string) {
    for (const [part, one] of Object.entries(before)) {
      const other = after[part as keyof PublicView];
      if (asText(one) !== asText(other)) {
        this.findings.push(`${what} shows in ${part}`);
      }
    }
  }

  /** Takes in releases, and what can be seen after them. */
  study(made: readonly MadeRelease[], view: PublicView) {
    for (const one of made) this.#study(one);
    for (const [service, score] of view.scores) {
      if (!score.scoresOf) continue;
      for (const topic of topics) {
        const where = `${score.scoresOf} ${service} ${topic}`;
        if (blockOf(score, topic) !== this.#newest.get(where)) {
          this.findings.push(`${where}: not what was released`);
        }
      }
      const where = `${score.scoresOf} ${service}`;
      if (score.participation?.asked !== this.#asked.get(where)) {
        this.findings.push(`${where}: asked tells more than who is known`);
      }
    }
    this.#studySums(view);
    this.#studyFeedback(view);
  }

  /** What the tables hold has to be what people have said, and no more. */
  async searchTables() {
    const rounds = await this.#world.knex('satisfaction_rounds');
    const rows = await this.#world.knex('satisfaction_answers');
    for (const { id, status, secret } of rounds) {
      const own = rows.filter(row => row.round_id === id);
      if (status === 'closed') {
        if (secret) this.findings.push(`${id} has kept its secret`);
        if (own.length) this.findings.push(`${id} has kept answers`);
        continue;
      }
      this.#toDestroy.add(secret);
      own.forEach(row => this.#toDestroy.add(row.link));
      const found = own
        .filter(row => !row.is_withdrawn)
        .map(row => row.link as string);
      const wanted = services.flatMap(service =>
        [...(this.#words.get(`${id} ${service}`) ?? [])].flatMap(
          ([person, { now }]) => (now ? [linkOf(secret, person, service)] : []),
        ),
      );
      if (found.sort().join() !== wanted.sort().join()) {
        this.findings.push(`${id} has not the answers that people gave`);
      }
    }
    for (const { id, secret } of rounds.filter(round => round.secret)) {
      for (const person of team) {
        const links = services.map(name => linkOf(secret, person, name));
        if (rows.some(row => row.round_id === id && links.includes(row.link))) {
          this.findings.push(`${person} rates what is their own`);
        }
      }
    }
    for (const row of rows.filter(({ is_withdrawn: is }) => is)) {
      if (row.ratings !== '{}' || row.comment || row.past === '{}') {
        this.findings.push('an answer that was taken back is still there');
      }
    }
  }

  /** Right after a round was closed, while the next one has no answers yet. */
  async searchFiles() {
    const rounds = await this.#world.knex('satisfaction_rounds');
    rounds.forEach(({ secret }) => this.#toDestroy.delete(secret));
    const published = [
      ...this.#published.values(),
      ...[...this.#toldAsFeedback.values()].flatMap(told => [...told]),
    ].join();
    const words = [
      ...this.#toDestroy,
      ...this.#comments.filter(comment => !published.includes(comment)),
    ];
    const files = await readDatabaseFiles(this.#world.knex);
    const word = words.find(one => files.includes(one));
    if (word) this.findings.push(`“${word}” is still in the files`);
  }

  /** Of who was erased, nothing may be left but what was published. */
  async searchFor(person: string) {
    const rounds = await this.#world.knex('satisfaction_rounds');
    const rows = await this.#world.knex('satisfaction_answers');
    for (const { secret } of rounds.filter(round => round.secret)) {
      for (const service of services) {
        const link = linkOf(secret, person, service);
        if (rows.some(row => row.link === link && !row.is_withdrawn)) {
          this.findings.push(`${person} is still there after erasing`);
        }
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
      // All that somebody rated, in whatever form.
      ...[...this.#words.values()].flatMap(all =>
        [...all.values()].flatMap(({ ever }) => ever.flatMap(digitsOf)),
      ),
    ];
    for (const line of this.#world.told) {
      const word = words.find(some => line.includes(some));
      if (word) this.findings.push(`“${word}” is in: ${line}`);
      const person = ofRatings.test(line) && people.find(p => line.includes(p));
      if (person) this.findings.push(`${person} is in: ${line}`);
    }
    const lengths = [...this.#world.lengths];
    for (const length of lengths) {
      const [what] = length.split(' ');
      if (lengths.filter(other => other.startsWith(`${what} `)).length > 1) {
        this.findings.push(`lengths tell of answers: ${lengths}`);
      }
    }
  }

  #wordsOf(person: string, service: string): Words {
    const where = `${this.#world.roundId} ${service}`;
    const all = this.#words.get(where) ?? new Map<string, Words>();
    this.#words.set(where, all);
    const own = all.get(person) ?? { ever: [], now: undefined };
    all.set(person, own);
    return own;
  }

  #study({ roundId, entityRef, material, release }: MadeRelease) {
    for (const topic of topics) {
      const set = release.planned[topic];
      if (!set) continue;
      const where = `${roundId} ${entityRef} ${topic}`;
      const fewest = topic === 'texts' ? commentThreshold : k;
      const size = topic === 'texts' ? sizeOf(set) : set.filter(Boolean).length;
      if (size < fewest) {
        this.findings.push(`${where}: published of ${size}`);
      }
      const block = expectedBlock(set, topic);
      const known = this.#words.get(`${roundId} ${entityRef}`)?.size ?? 0;
      if (sizeOf(set) > known) {
        this.findings.push(`${where}: ${known} people count more than once`);
      }
      this.#newest.set(where, block);
      this.#published.set(`${where} ${material.past.releases}`, block);
      this.#studyWords(`${roundId} ${entityRef}`, topic, set);

      const earlier = (material.past.publishedOn[topic] ?? []).map(number => {
        const other = material.answers.map(({ past }) =>
          lastOf(past, topic, number),
        );
        const published = this.#published.get(`${where} ${number}`);
        if (expectedBlock(other, topic) !== published) {
          this.findings.push(`${where}: what was published is told otherwise`);
        }
        return other;
      });
      this.#findCohorts(where, [...earlier, set], fewest);
      if (topic === 'participation') {
        const asked = Math.max(this.#world.knownUsers, size);
        this.#asked.set(`${roundId} ${entityRef}`, asked);
      }
      if (topic === 'texts') {
        const told = this.#toldAsFeedback.get(entityRef) ?? new Set();
        for (const words of set) {
          if (words?.startsWith('feedback: ')) told.add(words.slice(10));
        }
        this.#toldAsFeedback.set(entityRef, told);
      }
    }
  }

  /**
   * Whatever is made of published sets is made of those who are in the same ones,
   * with the same words from the same release on.
   */
  #findCohorts(where: string, sets: readonly Counted[], fewest: number) {
    const cohorts = new Map<string, number>();
    for (const index of sets[0].keys()) {
      let run = 0;
      const history = sets.map((set, number) => {
        const words = set[index];
        if (number && words !== sets[number - 1][index]) run = number;
        return words === undefined ? '-' : `${run}`;
      });
      const name = history.join(' ');
      cohorts.set(name, (cohorts.get(name) ?? 0) + 1);
    }
    for (const [name, size] of cohorts) {
      if (size < fewest && /\d/.test(name)) {
        this.findings.push(`${where}: ${size} are alone in ${name}`);
      }
    }
  }

  /** Nothing may be told that fewer people have said than it is told of. */
  #studyWords(where: string, topic: Topic, set: Counted) {
    const said = [...(this.#words.get(where)?.values() ?? [])];
    for (const words of new Set(set)) {
      if (words === undefined) continue;
      const told = set.filter(some => some === words).length;
      const known = said.filter(({ ever }) =>
        ever.some(one => one[topic] === words),
      );
      if (told > known.length) {
        this.findings.push(`${where} ${topic}: figures of what nobody said`);
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

  /** Listed is what releases told, once, with nothing of whom or when. */
  #studyFeedback({ feedback }: PublicView) {
    for (const [service, items] of feedback) {
      const told = this.#toldAsFeedback.get(service) ?? [];
      const listed = items.map(({ title, text }) => text ?? title);
      if ([...told].sort().join() !== [...listed].sort().join()) {
        this.findings.push(`${service}: the list is not what releases told`);
      }
      for (const { id, author, at } of items) {
        if (author) this.findings.push(`feedback is of ${author}`);
        if (!/T00:00:00.000Z$/.test(at)) {
          this.findings.push(`feedback tells its time: ${at}`);
        }
        if (!/^[\da-f]{8}-[\da-f]{4}-4/.test(id)) {
          this.findings.push(`feedback has an id that is made of something`);
        }
      }
    }
  }
}

/** As the design has it: HMAC of the round's secret, user ref and service. */
function linkOf(secret: string, userRef: string, entityRef: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(JSON.stringify([userRef, entityRef]))
    .digest('hex');
}

function wordsOf({ ratings, comment, asFeedback }: Answer): Said {
  const said: Said = {
    participation: ratedFeatures.every(feature => ratings[feature])
      ? 'complete'
      : 'partial',
    texts: comment ? `${asFeedback ? 'feedback' : 'comment'}: ${comment}` : '',
  };
  for (const feature of ratedFeatures) {
    const rating = ratings[feature];
    said[feature] = typeof rating === 'number' ? `${rating}` : '';
  }
  return said;
}

/** All five ratings in a row, as they could stand in a log. */
function digitsOf(said: Said): string[] {
  const digits = ratedFeatures.map(feature => said[feature]);
  return digits.every(Boolean) ? [digits.join(''), digits.join(',')] : [];
}

function lastOf(
  past: AnswerPast,
  topic: Topic,
  release: number,
): string | undefined {
  let last: string | undefined;
  for (const [since, words] of past[topic] ?? []) {
    if (since <= release) last = words ?? undefined;
  }
  return last;
}

function expectedBlock(set: Counted, topic: Topic): string {
  const said = set.filter((words): words is string => words !== undefined);
  if (topic === 'participation') {
    const complete = said.filter(word => word === 'complete').length;
    return JSON.stringify({ complete, partial: said.length - complete });
  }
  if (topic === 'texts') {
    const comments = said
      .filter(words => words.startsWith('comment: '))
      .map(words => words.slice(9));
    return JSON.stringify([...new Set(comments)].sort());
  }
  return JSON.stringify(
    [1, 2, 3, 4, 5].map(
      rating => said.filter(word => word === `${rating}`).length,
    ),
  );
}
