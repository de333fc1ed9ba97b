/**
 * Review history from Git repositories, for the platform-product backend.
 *
 * @packageDocumentation
 */

export { platformProductGitModule as default } from './module';
