export * from './actions';
export * from './assessMaturity';
export * from './assessment';
export {
  attestationSource,
  collectorIds,
  defaultLadder,
} from './defaultLadder';
export * from './evidence';
export * from './explainChange';
export * from './ladder';
export * from './responses';
export * from './routes';
export * from './whatIf';
