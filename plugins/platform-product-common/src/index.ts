/**
 * Types, schemas, permissions, annotations, the typed client and the rules of
 * the platform-product plugins.
 *
 * @packageDocumentation
 */

export * from './access';
export * from './annotations';
export * from './api';
export * from './client';
export * from './contributing';
export * from './maturity';
export * from './people';
export * from './portfolio';
export * from './reviewers';
export * from './satisfaction';
export * from './services';
export * from './statistics';
export * from './updates';
