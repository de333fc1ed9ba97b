import { setTimeout } from 'timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  platformProductImportExtensionPoint,
  platformProductReviewSourceExtensionPoint,
  ReviewedChange,
  ReviewedChangePage,
} from '@platform-product/backstage-plugin-node';
import { benchPeople, emailOf } from './benchPeople';

/** The one service with a review history, and where that is. */
export const serviceWithHistory = 'service-00042';
export const repositoryUrl = 'https://example.com/bench';

const pageSize = 100;
const hour = 60 * 60 * 1000;
const reviewersOnRoster = 20;

/** A number from 0 up to a limit that looks random and is always the same. */
function pick(seed: number, limit: number): number {
  return (Math.imul(seed + 1, 2654435761) >>> 7) % limit;
}

function pathOf(seed: number): string {
  return [
    `area-${pick(seed, 20)}`,
    `part-${pick(seed * 3 + 1, 30)}`,
    `file-${pick(seed * 7 + 2, 60)}.ts`,
  ].join('/');
}

/** A change that is the same every time, the newest being of some hours ago. */
function generateChange(index: number, count: number): ReviewedChange {
  const until = Date.UTC(2026, 0, 1);
  const openedAt = new Date(until - (count - index) * 0.2 * hour);
  const mergedAt = new Date(openedAt.getTime() + pick(index, 40) * hour);
  const people = benchPeople.length;
  return {
    id: `${index}`,
    title: `Change ${index}`,
    author: { email: emailOf(benchPeople[pick(index, people)]) },
    openedAt,
    readyAt: openedAt,
    mergedAt,
    closedAt: mergedAt,
    updatedAt: mergedAt,
    paths: Array.from({ length: 1 + pick(index, 4) }, (_, part) =>
      pathOf(index * 5 + part),
    ),
    reviews: [
      {
        id: `${index}`,
        reviewer: { email: emailOf(benchPeople[pick(index * 11 + 5, people)]) },
        at: mergedAt,
        isApproval: true,
      },
    ],
    reviewRequests: [],
  };
}

/** Forty paths to ask about, other ones each time. */
export function pathsToAsk(time: number): string[] {
  return Array.from({ length: 40 }, (_, index) =>
    pathOf((time * 40 + index) * 977),
  );
}

/**
 * Gives one service a roster and a review history of as many changes as
 * `bench.changes` says, read as slowly as `bench.pageDelay` says.
 */
export const generatedHistory = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'bench-history',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        imports: platformProductImportExtensionPoint,
        sources: platformProductReviewSourceExtensionPoint,
      },
      async init({ config, imports, sources }) {
        const count = config.getOptionalNumber('bench.changes') ?? 0;
        const delay = config.getOptionalNumber('bench.pageDelay') ?? 0;
        if (!count) return;
        sources.addSource({
          id: 'bench',
          accepts: url => url === repositoryUrl,
          async *readChanges({ cursor }): AsyncIterable<ReviewedChangePage> {
            for (let at = Number(cursor ?? 0); at < count; at += pageSize) {
              await setTimeout(delay);
              const end = Math.min(at + pageSize, count);
              yield {
                changes: Array.from({ length: end - at }, (_, index) =>
                  generateChange(at + index, count),
                ),
                cursor: `${end}`,
              };
            }
          },
        });
        imports.addImport({
          id: 'bench',
          load: async () => [],
          loadRosters: async ({ now }) => ({
            availability: [],
            rosters: [
              {
                entityRef: `component:default/${serviceWithHistory}`,
                reviewers: benchPeople
                  .slice(0, reviewersOnRoster)
                  .map(name => ({
                    userRef: `user:default/${name}`,
                    terms: { role: 'reviewer' as const, paths: [] },
                    agreedAt: now,
                  })),
              },
            ],
          }),
        });
      },
    });
  },
});
