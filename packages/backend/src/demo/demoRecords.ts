import { MaturityRecords } from '@platform-product/backstage-plugin-node';
import { demoPlatforms } from './demoPlatforms';

/** Attestations hold for a year at most, so older ones were renewed. */
const longestAttestation = 300;

/** The demo's records, with dates relative to a moment. */
export function createDemoRecords(now: Date): MaturityRecords[] {
  const at = (days: number) =>
    new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  return demoPlatforms.map(platform => {
    const seen = { firstSeenAt: at(platform.since), lastSeenAt: now };
    const annotated = (criterionId: string, name: string, value: string) => ({
      criterionId,
      source: `annotation:${name}`,
      result: 'pass' as const,
      summary: value,
      ...(value.startsWith('https:') && { link: value }),
      ...seen,
    });
    const handbook = `https://handbook.northwind.example/${platform.name}`;
    return {
      entityRef: `component:default/${platform.name}`,
      evidence: [
        annotated(
          'product-manager',
          'platform-product/product-manager',
          `user:default/${platform.productManager}`,
        ),
        annotated(
          'vision-roadmap',
          'platform-product/vision',
          `${handbook}/vision`,
        ),
        ...(!platform.isNew
          ? [
              annotated(
                'vision-roadmap',
                'platform-product/roadmap',
                `${handbook}/roadmap`,
              ),
            ]
          : []),
        {
          criterionId: 'consumers-known',
          source: 'consumers',
          result: 'pass' as const,
          summary: 'Known from the catalog',
          ...seen,
        },
        ...(platform.measured ?? []).map(([criterionId, source, summary]) => ({
          criterionId,
          source,
          result: 'pass' as const,
          summary,
          firstSeenAt: at(-40),
          lastSeenAt: now,
        })),
      ],
      attestations: platform.attestations.flatMap(
        ([criterionId, from, until, statement]) => {
          const terms = Math.ceil((until - from) / longestAttestation);
          const length = (until - from) / terms;
          return Array.from({ length: terms }, (_, term) => ({
            key: `demo-${platform.name}-${criterionId}-${term}`,
            criterionId,
            statement,
            link: `${handbook}/${criterionId}`,
            createdBy: `user:default/${platform.by}`,
            createdAt: at(from + term * length),
            expiresAt: at(from + (term + 1) * length),
          })).filter(({ createdAt }) => createdAt <= now);
        },
      ),
      waivers: (platform.waivers ?? []).map(waiver => ({
        key: `demo-${platform.name}-${waiver.criterionId}`,
        criterionId: waiver.criterionId,
        reason: waiver.reason,
        requestedBy: `user:default/${platform.by}`,
        requestedAt: at(waiver.from),
        expiresAt: at(waiver.until),
        ...(waiver.approvedBy && {
          decision: 'approved' as const,
          decidedBy: `user:default/${waiver.approvedBy}`,
          decidedAt: at(waiver.from + 1),
        }),
      })),
    };
  });
}
