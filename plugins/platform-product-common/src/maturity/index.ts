export { assessMaturity } from './assessMaturity';
export type {
  AtRisk,
  CriterionAssessment,
  CriterionState,
  LevelAssessment,
  MaturityAssessment,
} from './assessment';
export {
  attestationSource,
  defaultLadder,
  evidenceSources,
} from './defaultLadder';
export type {
  Attestation,
  CriterionResult,
  Evidence,
  Waiver,
  WaiverStatus,
} from './evidence';
export type { ChangeCause } from './explainChange';
export type { MaturityFigures } from './figures';
export type {
  Criterion,
  EvidenceRule,
  Ladder,
  LevelDefinition,
} from './ladder';
export type {
  LevelChange,
  ListedWaiver,
  Maturity,
  ServiceWaiver,
} from './responses';
export type { WaitingRisk, WaitingWaiver } from './waiting';
