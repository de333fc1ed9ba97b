import { annotations } from '../annotations';
import { AnnotationName, annotationReaders } from './annotationReaders';

const names = new Map<string, AnnotationName>(
  (Object.keys(annotationReaders) as AnnotationName[]).map(name => [
    annotations[name],
    name,
  ]),
);

/**
 * Whether an annotation is one of the suite's and its value can't be read at
 * all. What other annotations mean is not ours to say.
 *
 * @public
 */
export function isMalformedAnnotation(
  annotation: string,
  value: string,
): boolean {
  const name = names.get(annotation);
  return (
    name !== undefined && annotationReaders[name].read(value) === undefined
  );
}
