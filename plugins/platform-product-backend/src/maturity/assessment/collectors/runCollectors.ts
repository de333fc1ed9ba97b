import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsServiceCounter } from '@backstage/backend-plugin-api/alpha';
import {
  criterionResultSchema,
  isWebLink,
} from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { z } from 'zod';

/** No database keeps a NUL, and no page shows the others. */
const storableText = z
  .string()
  // eslint-disable-next-line no-control-regex
  .transform(text => text.replace(/[\u0000-\u001f\u007f]/g, ' '));

const collectedSchema = z.object({
  entityRef: z.string(),
  source: z.string(),
  criterionId: z.string().optional(),
  result: criterionResultSchema,
  summary: storableText.pipe(z.string().max(500)).optional(),
  link: storableText
    .refine(isWebLink, { message: 'must be an absolute http(s) link' })
    .optional(),
  validUntil: z.date().optional(),
});

export interface RunCollectorsOptions {
  readonly collectors: readonly EvidenceCollector[];
  readonly services: CollectOptions['services'];
  readonly now: Date;
  /** What a collector may take, in milliseconds. */
  readonly timeout: number;
  readonly logger: LoggerService;
  readonly failures: MetricsServiceCounter<{ collector: string }>;
}

async function runCollector(
  collector: EvidenceCollector,
  { services, now, timeout }: RunCollectorsOptions,
): Promise<{ found: CollectedEvidence[]; problem?: string }> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`Took longer than ${timeout} ms`);
      controller.abort(error);
      reject(error);
    }, timeout);
  });
  try {
    const found = await Promise.race([
      collector.collect({ services, now, signal: controller.signal }),
      timedOut,
    ]);
    return checkAnswer(collector, services, found);
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps what is good of an answer, and says what is not. */
function checkAnswer(
  collector: EvidenceCollector,
  services: CollectOptions['services'],
  answer: unknown,
): { found: CollectedEvidence[]; problem?: string } {
  if (!Array.isArray(answer)) {
    return { found: [], problem: 'The answer is not an array' };
  }
  const asked = new Set(services.map(({ entityRef }) => entityRef));
  const found = new Map<string, CollectedEvidence>();
  let problem: string | undefined;
  for (const item of answer) {
    const parsed = collectedSchema.safeParse(item);
    if (!parsed.success) {
      problem = parsed.error.issues[0].message;
      continue;
    }
    const { entityRef, source, criterionId } = parsed.data;
    const key = JSON.stringify([entityRef, source, criterionId]);
    if (found.has(key)) problem = `Two answers from '${source}' for a service`;
    else if (asked.has(entityRef) && collector.provides.includes(source)) {
      found.set(key, parsed.data);
    }
  }
  return { found: [...found.values()], problem };
}

/**
 * Runs collectors side by side on a batch of services. One that throws or takes
 * too long contributes nothing and is named; one that answers in part in a wrong
 * form is named, too, and contributes the rest.
 */
export async function runCollectors(options: RunCollectorsOptions): Promise<{
  readonly evidence: CollectedEvidence[];
  readonly failed: string[];
}> {
  const { collectors, logger, failures } = options;
  const results = await Promise.all(
    collectors.map(async collector => {
      const { found, problem } = await runCollector(collector, options).catch(
        error => ({ found: [], problem: String(error) }),
      );
      if (!problem) return { found };
      logger.warn('An evidence collector failed', {
        collector: collector.id,
        error: problem,
      });
      failures.add(1, { collector: collector.id });
      return { found, failed: collector.id };
    }),
  );
  return {
    evidence: results.flatMap(result => result.found ?? []),
    failed: results.flatMap(result => result.failed ?? []),
  };
}
