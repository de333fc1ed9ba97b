import { InputError } from '@backstage/errors';
import {
  evidenceSources,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import { evidenceLeaves } from '@platform-product/backstage-plugin-common/rules';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';

/**
 * Checks that collectors have names of their own and that criteria name none
 * that nobody knows. One of the suite's own that is not installed is fine: its
 * evidence is unknown.
 *
 * @throws InputError naming the path in the configuration
 */
export function checkCollectors(
  ladder: Ladder,
  collectors: readonly EvidenceCollector[],
): void {
  const ids = collectors.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new InputError(`There are two evidence collectors '${twice}'`);
  }
  const provided = collectors.flatMap(({ provides }) => provides);
  const overlap = provided.find((id, index) => provided.indexOf(id) !== index);
  if (overlap) {
    throw new InputError(`Two evidence collectors provide '${overlap}'`);
  }
  const known = new Set<string>([
    ...Object.values(evidenceSources),
    ...provided,
  ]);
  for (const { id, rule } of ladder.criteria) {
    for (const leaf of evidenceLeaves(rule)) {
      if ('source' in leaf && !known.has(leaf.source)) {
        throw new InputError(
          `Invalid configuration at 'platformProduct.maturity.criteria.${id}.evidence', got source '${
            leaf.source
          }': expected one of ${[...known].sort().join(', ')}`,
        );
      }
    }
  }
}
