import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const answerIn = (markdown: string) =>
  assessGuideCoverage(parseGuide(markdown))[2];

describe('a time that is denied', () => {
  it.each([
    "We can't promise to respond to pull requests within two weeks.",
    'There is no guarantee that we look at your pull request within two weeks.',
    'We never review within two weeks.',
    // in the manner of home-assistant.io's guide, and of security policies that
    // promise the first step only (rippled)
    'There is no guarantee that your pull request is reviewed within a month.',
    'We cannot guarantee a response within two weeks for the remaining steps.',
    'Not every pull request will be reviewed within a week.',
    'Please do not expect an answer within 24 hours.',
    'We are not able to commit to reviewing within a week.',
    'It is not possible for us to review everything within a week.',
    "It's unlikely that we get to your PR within two weeks.",
    'A review within a week is not guaranteed.',
    'No one is obliged to reply within a week.',
    "We don't review pull requests during the last week of the year.",
  ])('is none: %j', sentence => {
    expect(answerIn(sentence)).toEqual({
      question: 'responseTime',
      covered: false,
    });
  });

  it.each([
    // what is denied is that it takes longer
    'Reviews should never take more than a week.',
    "It shouldn't take longer than two days for someone to review.",
    'We will respond no later than 3 business days.',
    "Don't be surprised if it takes up to two weeks for a review.",
    // another clause denies
    'We promise nothing, but usually review within a week.',
    "We can't promise anything but try to answer within two days.",
    'Although we cannot guarantee it, we aim to review within a week.',
    'We try to review within a week, though we cannot guarantee it.',
  ])('is one all the same in %j', sentence => {
    expect(answerIn(sentence).covered).toBe(true);
  });

  it.each([
    // when to ask again: the guides of xarray, sitespeed.io and Space Station 14 have
    // it in such words
    'Do not hesitate to ping us if you have not heard back in a week.',
    "If we don't respond within a week, ping us.",
    "If you don't get a response within a few days, ping the maintainer.",
    "If your PR hasn't been reviewed within two weeks, please mention a maintainer.",
    'PRs that have not been reviewed within a week can be bumped by pinging the team.',
    "Haven't heard back in a week? Leave a comment.",
  ])('is the time of silence in %j', sentence => {
    expect(answerIn(sentence).covered).toBe(true);
    expect(answerIn(sentence).promisedHours).toBeUndefined();
  });
});

describe('a time that is over', () => {
  it.each([
    'In 2021 we reviewed all pull requests within two days.',
    'In 2021 we did review all pull requests within two days.',
    'During 2019, PRs got a review within three days.',
    'We used to answer issues within two days.',
    'Last year we answered issues within two days.',
    'Previously, reviews were done within two days.',
  ])('is none: %j', sentence => {
    expect(answerIn(sentence).covered).toBe(false);
  });
});

describe('a promise', () => {
  it.each([
    'We review within 10 days, and close after 60 days of inactivity.',
    'We review pull requests within 10 days and mark them stale after 60 days.',
    'We close after 60 days of inactivity, and review within 10 days.',
    'Pull requests are reviewed within 10 days, but stale ones are closed after a month.',
    'We respond within 10 days, and inactive pull requests are closed after 30 days.',
    'We review within 10 days; what is stale is closed after 60 days.',
  ])('is not discarded by what else is said: %j', sentence => {
    expect(answerIn(sentence)).toMatchObject({
      covered: true,
      promisedHours: 64,
    });
  });
});
