export * from './defineRoute';
export { entityParams, idParams, listOf } from './parameters';
