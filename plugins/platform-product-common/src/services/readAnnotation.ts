import { Entity } from '@backstage/catalog-model';
import { annotations } from '../annotations';
import {
  AnnotationName,
  annotationReaders,
  AnnotationValues,
} from './annotationReaders';

/**
 * What one of the suite's annotations says on an entity; undefined where it is
 * absent or malformed, of which `checkAnnotations` tells.
 *
 * @public
 */
export function readAnnotation<Name extends AnnotationName>(
  entity: Entity,
  name: Name,
): AnnotationValues[Name] | undefined {
  const value: unknown = entity.metadata.annotations?.[annotations[name]];
  return typeof value === 'string'
    ? annotationReaders[name].read(value)
    : undefined;
}
