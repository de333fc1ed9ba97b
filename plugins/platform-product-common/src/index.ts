/**
 * What others build on: types, permissions, annotations, the typed client, and the
 * ladder with the rule that assesses a service against it.
 *
 * @packageDocumentation
 */

export * from './access';
export * from './api';
export * from './client';
export * from './contributing';
export * from './maturity';
export * from './portfolio';
export * from './reviewers';
export * from './satisfaction';
export * from './services';
export * from './updates';
export { annotations } from './annotations';
export type { ListedFigures, WaitingItem } from './rooms';
