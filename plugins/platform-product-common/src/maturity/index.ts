export * from './actions';
export * from './assessMaturity';
export * from './assessment';
export {
  attestationSource,
  evidenceSources,
  defaultLadder,
} from './defaultLadder';
export * from './evidence';
export * from './explainChange';
export * from './ladder';
export * from './responses';
export * from './routes';
export * from './whatIf';
