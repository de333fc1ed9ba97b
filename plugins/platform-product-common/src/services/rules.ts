export type { AnnotationName, AnnotationValues } from './annotationReaders';
export { isMalformedAnnotation } from './isMalformedAnnotation';
export { isWebLink } from './isWebLink';
export { readAnnotation } from './readAnnotation';
export {
  declaredLevelOf,
  ownersOf,
  productFactsOf,
  productManagerOf,
} from './productFacts';
export { defaultServiceFilters, servicePredicate } from './services';
