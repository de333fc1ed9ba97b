import { z } from 'zod';
import { RatedFeature, ratedFeatures } from './features';
import { Score, scoreSchema } from './scores';

/**
 * By what scores are added up.
 *
 * @public
 */
export const rollUpGroups = [
  'owner',
  'system',
  'domain',
  'all',
] as const satisfies readonly RollUpGroup[];

/**
 * By what scores are added up.
 *
 * @public
 */
export type RollUpGroup = 'owner' | 'system' | 'domain' | 'all';

const rollUpSchema: z.ZodType<RollUp> = z.object({
  name: z
    .string()
    .describe('Ref of the system, domain or owner; empty for all.'),
  services: z.number().int().describe('With a release in this round.'),
  features: z.partialRecord(z.enum(ratedFeatures), scoreSchema),
});

/**
 * Scores of the services of one system, domain or owner.
 *
 * @public
 */
export interface RollUp {
  /** Ref of the system, domain or owner; empty for all. */
  readonly name: string;
  /** With a release in this round. */
  readonly services: number;
  /** By feature, where no service could be told from it. */
  readonly features: Readonly<Partial<Record<RatedFeature, Score>>>;
}

export const rollUpsSchema: z.ZodType<RollUps> = z
  .object({
    roundId: z.string().optional(),
    rounds: z
      .array(z.string())
      .describe(
        'Ids of the last rounds with released scores, the newest first.',
      ),
    items: z.array(rollUpSchema),
  })
  .meta({ id: 'RollUps' });

/**
 * Scores of several services together.
 *
 * @public
 */
export interface RollUps {
  /** Round that it is of, such as `2026-Q3`. */
  readonly roundId?: string;
  /** Ids of the last rounds with released scores, the newest first. */
  readonly rounds: readonly string[];
  /** One for each name that has released scores. */
  readonly items: readonly RollUp[];
}
/**
 * A published set: a service, or a system, team or the whole by its services.
 */
export interface PublishedSet {
  readonly name: string;
  /** Names of the parts that are added up. */
  readonly parts: readonly string[];
}

/**
 * Takes parts out of sums until no two published sets differ by a few answers:
 * the answers that only one of two sets holds have to be none or at least k.
 * Otherwise the smallest part that is in one of them alone is not enough to hide,
 * and the next smallest goes, too; a sum that is left without parts is hidden.
 *
 * With releases as parts, which hold at least k answers each, nothing is ever
 * taken out. It is a second lock on the same door.
 *
 * @public
 */
export function suppressDifferences(
  sets: readonly PublishedSet[],
  sizes: ReadonlyMap<string, number>,
  k: number,
): PublishedSet[] {
  const sizeOf = (part: string) => sizes.get(part) ?? 0;
  const kept = sets.map(({ name, parts }) => ({ name, parts: new Set(parts) }));
  const nothing: ReadonlySet<string> = new Set();

  const holders = new Map<string, typeof kept>();
  for (const set of kept) {
    for (const part of set.parts) {
      holders.set(part, [...(holders.get(part) ?? []), set]);
    }
  }

  /** Sets without a part in common differ by all that they hold. */
  const comparableWith = (set: (typeof kept)[number]) => [
    nothing,
    ...new Set(
      [...set.parts].flatMap(part =>
        (holders.get(part) ?? []).map(({ parts }) => parts),
      ),
    ),
  ];
  const leakOf = (set: (typeof kept)[number]): string | undefined => {
    for (const other of comparableWith(set)) {
      const extra = [...set.parts]
        .filter(part => !other.has(part))
        .sort((one, two) => sizeOf(one) - sizeOf(two));
      const answers = extra.reduce((sum, part) => sum + sizeOf(part), 0);
      if (answers > 0 && answers < k) return extra[0];
    }
    return undefined;
  };
  // Whatever is taken out of one set may tell another one apart.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const set of kept) {
      for (let part = leakOf(set); part !== undefined; part = leakOf(set)) {
        set.parts.delete(part);
        isChanged = true;
      }
    }
  }
  return kept
    .filter(({ parts }) => parts.size > 0)
    .map(({ name, parts }) => ({ name, parts: [...parts] }));
}
