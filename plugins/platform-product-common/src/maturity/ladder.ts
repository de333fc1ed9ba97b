import { z } from 'zod';

/**
 * How the evidence for a criterion is found.
 *
 * - `annotation`: the entity's annotation is present, matches a regular
 *   expression, or refers to a catalog entity of a kind.
 * - `source`: what a collector finds in a source of that name.
 * - `allOf`, `anyOf`: combinations.
 * - `attestation`: only a person's attestation counts.
 *
 * @public
 */
export type EvidenceRule =
  | {
      readonly annotation: string;
      readonly matches?: string;
      readonly refKind?: string;
    }
  | { readonly source: string }
  | { readonly allOf: readonly EvidenceRule[] }
  | { readonly anyOf: readonly EvidenceRule[] }
  | { readonly attestation: 'only' };

/** @public */
export const evidenceRuleSchema: z.ZodType<EvidenceRule> = z.union([
  z.strictObject({
    annotation: z.string().min(1),
    matches: z.string().min(1).optional(),
    refKind: z.string().min(1).optional(),
  }),
  z.strictObject({ source: z.string().min(1) }),
  z.strictObject({
    get allOf() {
      return z.array(evidenceRuleSchema).min(1);
    },
  }),
  z.strictObject({
    get anyOf() {
      return z.array(evidenceRuleSchema).min(1);
    },
  }),
  z.strictObject({ attestation: z.literal('only') }),
]);

export const criterionSchema = z.object({
  id: z.string().describe('Unique in the ladder; lower-case words and dashes.'),
  label: z.string().describe('Level and place in it, such as 1.2.'),
  level: z.number().int().min(1),
  title: z.string().describe('What holds when the criterion is met.'),
  description: z.string().optional(),
  howTo: z.string().optional().describe('Link to help on meeting it.'),
  freshForDays: z
    .number()
    .positive()
    .describe('Days for which evidence counts after it was last seen.'),
  attestable: z.boolean().describe("Whether a person's word can meet it."),
  rule: evidenceRuleSchema.describe('How its evidence is found.'),
});

/**
 * What has to hold on a level, and how that is found out.
 *
 * @public
 */
export interface Criterion {
  /** Unique in the ladder; lower-case words and dashes. */
  readonly id: string;
  /** Level and place in it, such as 1.2. */
  readonly label: string;
  /** The level that asks for it, from 1. */
  readonly level: number;
  /** What holds when the criterion is met. */
  readonly title: string;
  /** More on it, as plain text. */
  readonly description?: string;
  /** Link to help on meeting it. */
  readonly howTo?: string;
  /** Days for which evidence counts after it was last seen. */
  readonly freshForDays: number;
  /** Whether a person's word can meet it. */
  readonly attestable: boolean;
  /** How its evidence is found. */
  readonly rule: EvidenceRule;
}

export const levelDefinitionSchema = z.object({
  level: z.number().int().min(1),
  name: z.string(),
  description: z.string().optional(),
});

/**
 * A level of the ladder.
 *
 * @public
 */
export interface LevelDefinition {
  /** From 1 upwards, without gaps. */
  readonly level: number;
  /** What people call it. */
  readonly name: string;
  /** What it means to reach it. */
  readonly description?: string;
}

/**
 * The levels and the criteria that lead to them.
 *
 * @public
 */
export interface Ladder {
  /** The lowest first. */
  readonly levels: readonly LevelDefinition[];
  /** In the order in which they are shown. */
  readonly criteria: readonly Criterion[];
  /** Days for which stale evidence still holds a level. */
  readonly gracePeriodDays: number;
}

/**
 * The name under which evidence from one leaf of an evidence rule is
 * kept; undefined for rules that have no evidence of their own.
 *
 * @public
 */
export function evidenceSourceOf(rule: EvidenceRule): string | undefined {
  if ('annotation' in rule) return `annotation:${rule.annotation}`;
  if ('source' in rule) return rule.source;
  return undefined;
}

/**
 * The leaves of an evidence rule, from left to right.
 *
 * @public
 */
export function evidenceLeaves(rule: EvidenceRule): EvidenceRule[] {
  if ('allOf' in rule) return rule.allOf.flatMap(evidenceLeaves);
  if ('anyOf' in rule) return rule.anyOf.flatMap(evidenceLeaves);
  return [rule];
}
