import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsServiceCounter } from '@backstage/backend-plugin-api/alpha';
import {
  criterionResultSchema,
  isWebLink,
} from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { z } from 'zod';

const collectedSchema = z.object({
  entityRef: z.string(),
  source: z.string(),
  criterionId: z.string().optional(),
  result: criterionResultSchema,
  summary: z.string().max(500).optional(),
  link: z
    .string()
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
): Promise<CollectedEvidence[]> {
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
    const asked = new Set(services.map(({ entityRef }) => entityRef));
    return z
      .array(collectedSchema)
      .parse(found)
      .filter(
        ({ entityRef, source }) =>
          asked.has(entityRef) && collector.provides.includes(source),
      );
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs collectors side by side on a batch of services. One that throws, takes
 * too long or answers in a wrong form contributes nothing and is named.
 */
export async function runCollectors(options: RunCollectorsOptions): Promise<{
  readonly evidence: CollectedEvidence[];
  readonly failed: string[];
}> {
  const { collectors, logger, failures } = options;
  const results = await Promise.all(
    collectors.map(async collector => {
      try {
        return { found: await runCollector(collector, options) };
      } catch (error) {
        logger.warn('An evidence collector failed', {
          collector: collector.id,
          error: String(error),
        });
        failures.add(1, { collector: collector.id });
        return { failed: collector.id };
      }
    }),
  );
  return {
    evidence: results.flatMap(result => result.found ?? []),
    failed: results.flatMap(result => result.failed ?? []),
  };
}
