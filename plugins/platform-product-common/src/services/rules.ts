export { isWebLink } from './checkAnnotations';
export {
  declaredLevelOf,
  ownersOf,
  productFactsOf,
  productManagerOf,
} from './productFacts';
export { defaultServiceFilters, servicePredicate } from './services';
