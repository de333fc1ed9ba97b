import { Entity } from '@backstage/catalog-model';
import { annotations } from '../annotations';
import { AnnotationName, annotationReaders } from './annotationReaders';

/**
 * An annotation whose value the suite can't use.
 *
 * @public
 */
export interface AnnotationProblem {
  /** Its name. */
  readonly annotation: string;
  /** What stands there. */
  readonly value: string;
  /** What the value should have been, in words. */
  readonly expected: string;
}

/**
 * Lists the suite's annotations on an entity that are malformed. A malformed
 * annotation counts as absent everywhere else.
 *
 * @public
 */
export function checkAnnotations(entity: Entity): AnnotationProblem[] {
  const present: Record<string, unknown> = entity.metadata.annotations ?? {};
  const names = Object.keys(annotationReaders) as AnnotationName[];
  return names.flatMap(name => {
    const annotation = annotations[name];
    const value = present[annotation];
    const { read, isWhole, expected } = annotationReaders[name];
    if (value === undefined) return [];
    const isRead = typeof value === 'string' && read(value) !== undefined;
    if (isRead && (isWhole?.(value) ?? true)) return [];
    return [{ annotation, value: String(value), expected }];
  });
}
