/**
 * Review history from GitHub, for the platform-product backend.
 *
 * @packageDocumentation
 */

export { platformProductGithubModule as default } from './module';
