export type { RatedFeature, Rating, Ratings } from './features';
export type {
  Feedback,
  FeedbackList,
  FeedbackReply,
  FeedbackStatus,
  FeedbackVisibility,
} from './feedback';
export type { SatisfactionFigures } from './figures';
export type { FeatureFigures, Figures, Participation } from './release';
export type { Research, ResearchKind, ResearchList } from './research';
export type {
  ContactOutcome,
  FeatureScore,
  MyAnswer,
  RollUp,
  RollUpGroup,
  RollUps,
  Round,
  Satisfaction,
  ScoresReply,
  ShowState,
} from './responses';
export type {
  OverallScore,
  Score,
  ScoreChange,
  ScoreDirection,
  ScoreTrend,
} from './scores';
