export type { ContactOutcome, MyAnswer } from './answers';
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
export type { RollUp, RollUpGroup, RollUps } from './rollUps';
export type { Round } from './rounds';
export type {
  FeatureScore,
  Satisfaction,
  ScoresReply,
  ShowState,
} from './satisfaction';
export type {
  OverallScore,
  Score,
  ScoreChange,
  ScoreDirection,
  ScoreTrend,
} from './scores';
export type { WaitingFeedback, WaitingScores } from './waiting';
