/**
 * The backend of the platform-product plugins: API, stores, collectors, tasks.
 *
 * @packageDocumentation
 */

export {
  createPlatformProductConditionalDecision,
  platformProductConditions,
  serviceResourceRef,
} from './access/permissionRules';
export { platformProductPlugin as default } from './plugin';
