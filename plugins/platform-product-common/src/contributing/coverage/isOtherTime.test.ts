import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[2].covered;

describe('the time of somebody else', () => {
  it.each([
    // what reviewers have to do, as in lists of duties
    'Regularly review PRs (1–2 a week).',
    'Reviewers are expected to regularly review PRs (1–2 a week).',
    'Maintainers regularly review pull requests, one or two per week.',
    'Reviewers spend about 3 hours a week reviewing.',
    'Be an active reviewer for at least 3 months.',
    'To become a committer, you review PRs for six months.',
    'Maintainers who have not reviewed anything for 6 months are moved to emeritus.',
    // how long nothing happened: the guides of Polaris and mocha have such rules
    'Anyone may take over a pull request that has not been updated for over a week.',
    "If your PR hasn't been updated for over a week, a reviewer may take it over.",
    'Avoid issues where someone has commented within the last two weeks.',
    "If somebody claims an issue but doesn't follow up for more than two weeks, it's fine to take it over.",
    "If you don't answer within a few weeks, your issue will be closed for inactivity.",
    // what contributors have to do, as in the guide of Motiv
    'After feedback has been given, we expect responses within two weeks.',
    'Review comments must be addressed within 14 days.',
    "If we don't hear back from you within two weeks, we will close the issue.",
    'If we do not hear back within 30 days, the issue will be closed.',
    // how long others may look, as in the guide of Tekton
    'Pull requests should be left open for at least a day, so that others can review.',
    'Pull requests need to be open for 48 hours so that everybody can review.',
    'If there are no objections within 72 hours, the change is merged after review.',
    // machines and rhythms
    'The bot comments on your PR within a few hours.',
    'After review, your change will be in the weekly release.',
    'Our team reviews the roadmap every month.',
    // the length of something, and what is not for contributions
    'The review takes 2 hours of work.',
    'I am on vacation for two weeks and do not review anything.',
    'For vulnerabilities: maintainers will respond within 7 days.',
    '## Security\n\nReport it privately. Maintainers will respond within 48 hours.',
  ])('is no answer: %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });

  it.each([
    // as the guides of React Native, typescript-eslint and others have it
    'Most PRs will get a response within a week.',
    'It may take a while for us to get around to your PR (sometimes a month or more).',
    'Response times may vary from a day to several weeks.',
    'Maintainers review on a best-effort basis and may take 1-3 days to respond.',
    'Approvers will review your PR within 24-hours or less.',
    'Someone from the team will pick up your pull request within two working days.',
    'Expect to wait up to two weeks for a review.',
    'We meet every Thursday and review all open pull requests within two days.',
    '### How long does review take?\n\nDepends:\n\n- Simple docs fixes: 1-3 days',
    '### Review SLA\n\n- **Initial review**: Within 48 hours',
    '**Review timeline:**\n\n- Small fixes: 1-2 days',
  ])('is not meant by %j', markdown => {
    expect(isTold(markdown)).toBe(true);
  });
});
