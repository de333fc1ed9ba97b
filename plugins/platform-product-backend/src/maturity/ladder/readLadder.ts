import {
  Criterion,
  defaultLadder,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import {
  evidenceLeaves,
  evidenceRuleSchema,
  evidenceSourceOf,
  isWebLink,
} from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { configError } from '../../config/ConfigSections';
import { duration } from '../../config/duration';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const defaultFreshForDays = 90;

const evidence = z
  .unknown()
  .refine(value => evidenceRuleSchema.safeParse(value).success, {
    message:
      "expected { annotation, matches?, refKind? }, { source }, { allOf: […] }, { anyOf: […] } or { attestation: 'only' }",
  })
  .transform(value => evidenceRuleSchema.parse(value));

const webLink = z.string().refine(isWebLink, {
  message: 'expected an absolute http(s) link',
});

const criterionSchema = z.strictObject({
  enabled: z.boolean().optional(),
  level: z.number().int().min(1).optional(),
  title: z.string().min(1).max(200).optional(),
  description: z.string().optional(),
  howTo: webLink.optional(),
  freshFor: duration.optional(),
  attestable: z.boolean().optional(),
  evidence: evidence.optional(),
});
/** The part of `platformProduct.maturity` that makes the ladder. */
export const ladderConfigSchema = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        description: z.string().optional(),
      }),
    )
    .min(1)
    .max(9)
    .optional(),
  criteria: z
    .record(
      z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
        message: 'expected lower-case words joined by dashes',
      }),
      criterionSchema,
    )
    .optional(),
  gracePeriod: duration.optional(),
});

type LadderConfig = z.output<typeof ladderConfigSchema>;
type CriterionConfig = NonNullable<LadderConfig['criteria']>[string];

function invalid(path: string, value: unknown, problem: string) {
  return configError(['maturity', path], value, problem);
}

function checkEvidence(criterion: Criterion) {
  const path = `criteria.${criterion.id}.evidence`;
  const leaves = evidenceLeaves(criterion.rule);
  const sources = leaves.flatMap(leaf => evidenceSourceOf(leaf) ?? []);
  if (new Set(sources).size < sources.length) {
    throw invalid(
      path,
      criterion.rule,
      'expected every annotation and every source to appear only once',
    );
  }
  for (const leaf of leaves) {
    if ('attestation' in leaf && (leaves.length > 1 || !criterion.attestable)) {
      throw invalid(
        path,
        criterion.rule,
        "expected { attestation: 'only' } to stand alone, with attestable not false",
      );
    }
    if ('annotation' in leaf && leaf.matches) {
      try {
        RegExp(leaf.matches);
      } catch {
        throw invalid(path, leaf.matches, 'expected a regular expression');
      }
    }
  }
}

function mergeCriterion(
  id: string,
  known: Criterion | undefined,
  config: CriterionConfig,
): Omit<Criterion, 'label'> {
  const { enabled: _, freshFor, evidence: givenRule, ...given } = config;
  const level = given.level ?? known?.level;
  const title = given.title ?? known?.title;
  const rule = givenRule ?? known?.rule;
  if (!level || !title || !rule) {
    throw invalid(
      `criteria.${id}`,
      config,
      'expected a new criterion to have a level, a title and evidence',
    );
  }
  return {
    id,
    attestable: true,
    ...known,
    ...given,
    level,
    title,
    rule,
    freshForDays: freshFor
      ? freshFor / millisecondsPerDay
      : known?.freshForDays ?? defaultFreshForDays,
  };
}

/**
 * Makes the ladder from the default one and the configuration. Criteria keep
 * their order within a level, new ones coming last. Default criteria of a level
 * that the configured ladder does not have are left out.
 *
 * @throws InputError when the criteria do not fit the levels
 */
export function readLadder(config: LadderConfig): Ladder {
  const levels =
    config.levels?.map((level, index) => ({ level: index + 1, ...level })) ??
    defaultLadder.levels;
  const changes = new Map(Object.entries(config.criteria ?? {}));
  const known = new Map(defaultLadder.criteria.map(c => [c.id, c]));

  const criteria = [...new Set([...known.keys(), ...changes.keys()])]
    .filter(id => changes.get(id)?.enabled !== false)
    .filter(id => changes.has(id) || known.get(id)!.level <= levels.length)
    .map(id => mergeCriterion(id, known.get(id), changes.get(id) ?? {}))
    .sort((a, b) => a.level - b.level);

  const labelled = criteria.map((criterion, index) => {
    if (criterion.level > levels.length) {
      throw invalid(
        `criteria.${criterion.id}.level`,
        criterion.level,
        `expected one of the ${levels.length} configured levels`,
      );
    }
    const first = criteria.findIndex(c => c.level === criterion.level);
    return { ...criterion, label: `${criterion.level}.${index - first + 1}` };
  });
  labelled.forEach(checkEvidence);

  return {
    levels,
    criteria: labelled,
    gracePeriodDays: config.gracePeriod
      ? config.gracePeriod / millisecondsPerDay
      : defaultLadder.gracePeriodDays,
  };
}
