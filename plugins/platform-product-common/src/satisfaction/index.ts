export { ratedFeatures, ratingSchema, ratingsSchema } from './features';
export type { Answer, RatedFeature, Rating, Ratings } from './features';
export * from './release';
export * from './releaseRules';
export * from './responses';
export * from './rollUps';
export * from './rounds';
export * from './routes';
export * from './scores';
