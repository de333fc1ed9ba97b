import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EvidenceRule,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import {
  evidenceLeaves,
  evidenceSourceOf,
  isMalformedAnnotation,
  isWebLink,
} from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { CatalogGraph } from '../../../catalog/CatalogGraph';

type AnnotationRule = Extract<EvidenceRule, { annotation: string }>;

interface Check {
  readonly criterionId: string;
  readonly source: string;
  readonly rule: AnnotationRule;
}

type Finding = Pick<CollectedEvidence, 'result' | 'summary' | 'link'>;

const longestQuote = 200;

function quote(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

function valueOf(entity: Entity, name: string): string | undefined {
  const value: unknown = entity.metadata.annotations?.[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** A scheme is the same in capitals, which a ladder's expression can't know. */
const inLowerScheme = (value: string) =>
  value.replace(/^https?:/i, scheme => scheme.toLocaleLowerCase('en-US'));

function refOf(value: string, kind: string): string | undefined {
  try {
    const ref = parseEntityRef(value, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
    const isOfKind =
      ref.kind.toLocaleLowerCase('en-US') === kind.toLocaleLowerCase('en-US');
    return isOfKind ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}

function check(
  rule: AnnotationRule,
  entity: Entity,
  known: ReadonlySet<string>,
): Finding {
  const { annotation, matches, refKind } = rule;
  const value = valueOf(entity, annotation);
  if (!value) {
    return { result: 'fail', summary: `${annotation} is not set` };
  }
  const looksLikeLink = /^https?:/i.test(value);
  const isMalformed =
    isMalformedAnnotation(annotation, value) ||
    (looksLikeLink && !isWebLink(value));
  if (isMalformed || (matches && !RegExp(matches).test(inLowerScheme(value)))) {
    return {
      result: 'fail',
      summary: `${annotation} is “${quote(value)}”, which is not as expected`,
    };
  }
  if (refKind) {
    const ref = refOf(value, refKind);
    if (!ref || !known.has(ref)) {
      return {
        result: 'fail',
        summary: `The catalog has no ${refKind} “${quote(value)}”`,
      };
    }
    return { result: 'pass', summary: ref };
  }
  return looksLikeLink
    ? { result: 'pass', summary: quote(value), link: value }
    : { result: 'pass', summary: quote(value) };
}

/**
 * Checks annotations as the ladder's criteria ask. Entities that annotations
 * refer to are looked up in one catalog call for the whole batch.
 */
export class AnnotationCollector implements EvidenceCollector {
  readonly id = 'annotations';
  readonly provides: readonly string[];
  readonly #checks: readonly Check[];
  readonly #graph: CatalogGraph;

  constructor(options: { ladder: Ladder; graph: CatalogGraph }) {
    this.#graph = options.graph;
    this.#checks = options.ladder.criteria.flatMap(criterion =>
      evidenceLeaves(criterion.rule).flatMap(rule =>
        'annotation' in rule
          ? [
              {
                criterionId: criterion.id,
                source: evidenceSourceOf(rule)!,
                rule,
              },
            ]
          : [],
      ),
    );
    this.provides = [...new Set(this.#checks.map(({ source }) => source))];
  }

  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const known = await this.#lookUp(services.map(({ entity }) => entity));
    return services.flatMap(({ entityRef, entity }) =>
      this.#checks.map(({ criterionId, source, rule }) => ({
        entityRef,
        criterionId,
        source,
        ...check(rule, entity, known),
      })),
    );
  }

  async #lookUp(entities: readonly Entity[]): Promise<ReadonlySet<string>> {
    const refs = new Set(
      this.#checks.flatMap(({ rule: { annotation, refKind } }) =>
        refKind
          ? entities.flatMap(entity => {
              const value = valueOf(entity, annotation);
              return (value && refOf(value, refKind)) || [];
            })
          : [],
      ),
    );
    return this.#graph.findKnown(refs);
  }
}
