export { checkAnnotations } from './checkAnnotations';
export type { AnnotationProblem } from './checkAnnotations';
export type { ProductFacts } from './productFacts';
export { createServiceFilter } from './services';
export type { WaitingFor } from './WaitingFor';
