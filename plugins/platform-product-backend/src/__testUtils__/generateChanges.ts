import {
  ReviewedChange,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';

const hour = 60 * 60 * 1000;
const host = 'github.com';

export const repositoryUrl = 'https://github.com/northwind/logs';

/** A number from 0 up to a limit that looks random and is always the same. */
function pick(seed: number, limit: number): number {
  return (Math.imul(seed + 1, 2654435761) >>> 8) % limit;
}

const people = ['olga', 'otto', 'carl', 'nina', 'paul', 'rita'];
const directories = ['charts', 'charts/ingress', 'docs', 'pipelines/steps'];

/** Changes as a forge would tell of them, the newest last. */
export function generateChanges(count: number, until: Date): ReviewedChange[] {
  return Array.from({ length: count }, (_, index) => {
    const openedAt = new Date(until.getTime() - (count - index) * 2 * hour);
    const author = people[pick(index, people.length)];
    const reviewer = people[pick(index * 7 + 3, people.length)];
    const reviewedAt = new Date(openedAt.getTime() + pick(index, 30) * hour);
    const isMerged = index % 9 !== 0;
    const mergedAt = isMerged
      ? new Date(reviewedAt.getTime() + hour)
      : undefined;
    return {
      id: `${index + 1}`,
      url: `${repositoryUrl}/pull/${index + 1}`,
      title: `Change ${index + 1}`,
      author: { host, login: author },
      openedAt,
      readyAt: openedAt,
      mergedAt,
      closedAt: mergedAt,
      updatedAt: mergedAt ?? openedAt,
      paths: [0, 1].map(
        part =>
          `${directories[pick(index + part, directories.length)]}/file-${pick(
            index * 3 + part,
            50,
          )}.yaml`,
      ),
      reviews: isMerged
        ? [
            {
              id: `r${index}`,
              reviewer: { host, login: reviewer },
              at: reviewedAt,
              isApproval: true,
            },
            {
              id: `b${index}`,
              reviewer: { host, login: 'renovate', isBot: true },
              at: openedAt,
              isApproval: true,
            },
          ]
        : [],
      reviewRequests: [
        {
          reviewer: { host, login: reviewer },
          at: openedAt,
          isOpen: !isMerged,
        },
      ],
    };
  });
}

/** A source that serves changes from memory, page by page. */
export class MemorySource implements ReviewSource {
  readonly id = 'memory';
  /** Called before each page; may throw. */
  beforePage: (start: number) => void = () => {};
  #onMoved?: Parameters<NonNullable<ReviewSource['subscribe']>>[0];

  constructor(public changes: ReviewedChange[]) {}

  accepts(url: string): boolean {
    return url === repositoryUrl;
  }

  async *readChanges(options: Parameters<ReviewSource['readChanges']>[0]) {
    const size = 50;
    const first = Number(options.cursor ?? 0);
    for (let start = first; start < this.changes.length; start += size) {
      this.beforePage(start);
      const changes = this.changes.slice(start, start + size);
      yield { changes, cursor: `${start + changes.length}` };
    }
  }

  async readChange({ changeId }: { changeId: string }) {
    return this.changes.find(({ id }) => id === changeId);
  }

  parseChangeUrl(url: string) {
    const match = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/pull\/(\d+)/.exec(
      url,
    );
    return match ? { repositoryUrl: match[1], changeId: match[2] } : undefined;
  }

  async subscribe(
    onMoved: Parameters<NonNullable<ReviewSource['subscribe']>>[0],
  ) {
    this.#onMoved = onMoved;
  }

  /** What a webhook would set off. */
  async move(changeId: string): Promise<void> {
    await this.#onMoved?.({ repositoryUrl, changeId });
  }
}
