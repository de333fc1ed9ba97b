export type {
  Contributing,
  GuideAnswer,
  GuideHeading,
  GuideQuestion,
} from './routes';
