/**
 * Rules and routes that the other packages of the suite share. They change as these
 * do.
 *
 * @packageDocumentation
 */

export * from './access/rules';
export * from './api/rules';
export * from './contributing/rules';
export * from './maturity/rules';
export * from './people/rules';
export * from './portfolio/rules';
export * from './reviewers/rules';
export * from './satisfaction/rules';
export * from './services/rules';
export * from './statistics/rules';
export * from './time/rules';
export * from './updates/rules';
