export { defineRoute } from './defineRoute';
export { entityParams, idParams } from './parameters';
