/**
 * Review history from GitLab, for the platform-product backend.
 *
 * @packageDocumentation
 */

export { platformProductGitlabModule as default } from './module';
