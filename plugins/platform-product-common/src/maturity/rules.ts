export {
  criterionResultSchema,
  decisionStandsAfter,
  waiverStatus,
  waiverStatuses,
} from './evidence';
export { assessedStateOf, explainChange } from './explainChange';
export type { AssessedState } from './explainChange';
export { evidenceLeaves, evidenceRuleSchema, evidenceSourceOf } from './ladder';
export { maturityRoutes } from './routes';
export { assessWhatIf } from './whatIf';
