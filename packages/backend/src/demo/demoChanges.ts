import {
  ReviewedChange,
  SourcePerson,
} from '@platform-product/backstage-plugin-node';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const longestPaths = 4;

/** A person and how often they do something, beside the others. */
type Weighted = ReadonlyArray<readonly [name: string, weight: number]>;

/** What the changes of a repository look like. */
export interface DemoRepository {
  readonly name: string;
  readonly changes: number;
  /** How long the history is. */
  readonly days: number;
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly authors: Weighted;
  /** Who reviews which directory. */
  readonly reviewers: Readonly<Record<string, Weighted>>;
  readonly titles: readonly string[];
  /** Typical hours to the first review. */
  readonly waitHours: number;
  /** How many of the newest changes nobody has reviewed yet. */
  readonly waiting: number;
}

/** Numbers from 0 to 1 that look random and are always the same. */
function createRandom(seed: string): () => number {
  let state = [...seed].reduce(
    (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
    7,
  );
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function pick(choices: Weighted, random: () => number): string {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [name, weight] of choices) {
    left -= weight;
    if (left < 0) return name;
  }
  return choices[0][0];
}

/** The next moment at which people work: on weekdays between 8 and 16 UTC. */
function atWork(moment: number): Date {
  const date = new Date(moment);
  if (date.getUTCHours() >= 16) date.setUTCHours(32, 0);
  if (date.getUTCHours() < 8) date.setUTCHours(8, 0);
  while ([0, 6].includes(date.getUTCDay())) {
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return date;
}

export const personOf = (name: string): SourcePerson => ({
  email: `${name.replace('-', '.')}@northwind.example`,
});

/** The changes of a repository up to a moment, the oldest first. */
export function createDemoChanges(
  repository: DemoRepository,
  now: Date,
): ReviewedChange[] {
  const random = createRandom(repository.name);
  const randomAsk = createRandom(`${repository.name} asks`);
  const directories = Object.keys(repository.files);
  const { changes, days, waitHours } = repository;
  return Array.from({ length: changes }, (_, index) => {
    const age = (days * (changes - index) * day) / changes;
    const isWaiting = index >= changes - repository.waiting;
    const openedAt = atWork(
      now.getTime() - (isWaiting ? (changes - index) * 1.7 * day : age),
    );
    const directory = directories[Math.floor(random() * directories.length)];
    const files = repository.files[directory];
    const paths = Array.from(
      { length: 1 + Math.floor(random() * longestPaths) },
      () => `${directory}/${files[Math.floor(random() * files.length)]}`,
    );
    const author = pick(repository.authors, random);
    const others = repository.reviewers[directory].filter(
      ([name]) => name !== author,
    );
    const reviewer = pick(others, random);
    const wait = waitHours * (0.2 + 1.4 * random() ** 2) * hour;
    const slow = random() < 0.12 ? 2 * day : 0;
    const reviewedAt = atWork(openedAt.getTime() + wait + slow);
    // Whoever answers was often asked only after somebody else did not.
    const askedAfter = isWaiting ? 0 : (wait + slow) * randomAsk();
    const askedAt = new Date(
      Math.min(+now, +atWork(openedAt.getTime() + askedAfter)),
    );
    const isOpen = isWaiting || reviewedAt > now;
    const mergedAt = isOpen
      ? undefined
      : new Date(
          Math.min(now.getTime(), reviewedAt.getTime() + 3 * hour * random()),
        );
    const title =
      repository.titles[Math.floor(random() * repository.titles.length)];
    return {
      id: `${index + 1}`,
      url: `http://localhost:7008/repositories/${repository.name}/pull/${
        index + 1
      }`,
      title: `${title} (${directory})`,
      author: personOf(author),
      openedAt,
      readyAt: openedAt,
      mergedAt,
      closedAt: mergedAt,
      updatedAt: mergedAt ?? openedAt,
      paths: [...new Set(paths)],
      reviews: isOpen
        ? []
        : [
            {
              id: `${index + 1}`,
              reviewer: personOf(reviewer),
              at: reviewedAt,
              isApproval: true,
            },
          ],
      reviewRequests: [{ reviewer: personOf(reviewer), at: askedAt, isOpen }],
    };
  });
}
