/**
 * What pages, tabs and widgets are called. The blueprints take strings, before the
 * language of the reader is known; so what the app shows of them is called by
 * `app.extensions` in another language, and the pages themselves by the texts.
 */
export const titles = {
  platforms: 'Platforms',
  services: 'Services',
  satisfaction: 'Satisfaction',
  waivers: 'Waivers',
  reviewers: 'Reviewers',
  myReviews: 'My reviews',
  forYou: 'For you',
  maturity: 'Maturity',
  contribute: 'Contribute',
  updates: 'Updates',
  waiting: 'Waiting for you',
  waitingHint: 'Reviews, waivers, feedback and ratings that need your answer',
  concerning: 'Concerns you',
  concerningHint: 'Notices on what your services depend on',
  wantedRatings: 'Your rating is wanted',
  wantedRatingsHint: 'Platforms that you use or follow, and have not rated yet',
} as const;
