import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const promisedBy = (markdown: string): number | undefined =>
  assessGuideCoverage(parseGuide(markdown))[2].promisedHours;
const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[2].covered;

describe('what is promised', () => {
  it.each<[string, number | undefined]>([
    ['We review within two business days.', 16],
    ['We triage within a day and review within a week.', 40],
    ['We review within a week; merging takes a month.', 40],
    ['We review within a few days, at most a week.', undefined],
    ['We review soon.', undefined],
    // the first sentence that answers, as it is the one that is shown
    ['We reply within a day. We review within a week.', 8],
    ['It is released within a day. We review within a week.', 40],
    ['## Response times\n\nBugs: two days.', 16],
  ])('by %j are %s hours', (markdown, hours) => {
    expect(promisedBy(markdown)).toBe(hours);
  });

  it.each<[string, number]>([
    // as real guides have it
    ['A code review takes place within two weeks.', 80],
    ['Review of a pull request: <= 5 business days', 40],
    ['Your PR gets a first reply within 48 hours (workdays).', 16],
    ['We try to comment on, if not accept, changes within two days.', 16],
    ['We review within three days (and, typically, within one).', 24],
    ['Maintainers respond within fourteen days, typically sooner.', 80],
    ['We answer pull requests within 72 hours and issues within a week.', 40],
    ['We try to review within 3 days, but sometimes fall behind.', 24],
    ['Expect feedback at most two weeks after you open it.', 80],
    ['If you ask in your change, a maintainer responds in 5 days.', 40],
    ['PRs are reviewed within ~7 days.', 40],
    ['PRs are reviewed within 5 business days, not immediately.', 40],
    ['Reviewers should respond within one business day.', 8],
    ['Please allow 2-3 business days for a review.', 24],
    ['Give us three days to review your change.', 24],
    ['It may take up to two weeks for me to respond.', 80],
    ['Expect a 2-3 day turnaround for reviews.', 24],
    ['You hear from us no later than two days after you send it.', 16],
    ['We take no more than two days to review.', 16],
    ['We review in two days or less.', 16],
    ['We reply the same day.', 8],
    ['You get a review by the end of the next business day.', 8],
    ['Within one working day of your pull request, a maintainer replies.', 8],
    ['When you open a pull request, expect feedback within two days.', 16],
    ["Don't worry, we review within two days.", 16],
    ['We review it. This happens within two days.', 16],
    ['We review every change within two days or five comments.', 16],
    ['We answer pull requests and questions within two days.', 16],
    // a schedule is kept, too
    ['New issues are triaged every Monday.', 40],
    ['We look at open pull requests at least once a week.', 40],
  ])('by %j are %d hours', (markdown, hours) => {
    expect(promisedBy(markdown)).toBe(hours);
  });
});

describe('no promise', () => {
  it.each([
    // what is taken back
    'We aim to review within a day, but cannot guarantee it.',
    'We make no promises, but respond within two days.',
    // when to remind somebody
    'If you have not heard back within two weeks, ping us.',
    'If nobody has reviewed your pull request after 30 days, ping us.',
    'If, after two weeks, nobody has answered, ping us.',
    'Should you not hear from us within a week, ping us.',
    "Haven't heard back within a week? Ping us.",
    'Still waiting to hear from us after a week?',
    'Feel free to ping us, with no response after a week.',
    'Nudge us when a week has passed without a review.',
    'After a week without a response, mention a maintainer.',
    'Ping us and we review within a day.',
    'A review that takes a week is escalated.',
    // what is usual
    'Reviews take 3 days on average.',
    'Reviews take 3 days.',
    'Reviews usually take two days.',
    'Usually, we review within a day.',
    'In most cases, you get a review within a day.',
    'We review quickly, typically within 1-3 days.',
    'Most pull requests get a review within a day.',
    'The median time to a first review is two days.',
    'Ideally, you get a review within two days.',
    // what is about something else
    'Questions in the chat are answered within an hour.',
    'The change goes live within two days of the review.',
    // what the contributor does
    'Leave your comments within two weeks.',
    'You must request a review within two days.',
    'To get a review within a day, keep your change small.',
    'Please allow two days for comments before merging.',
    // how long something lasts, and what it takes at least
    'A good review takes two hours.',
    'Reviews take more than two days.',
    'Reviews: > 2 days',
    'Reviews: 5+ days',
    'We reply within two days, but it may take a week.',
    'We review within a day, or a week if it is large.',
    // rates, and schedules of something else
    'We review pull requests three times a week.',
  ])('is given by %j, though it tells a time', sentence => {
    expect(promisedBy(sentence)).toBeUndefined();
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    'We aim to review within 2 business days; if you have not heard from us after two weeks, ping us.',
    'We aim to review within 2 business days, and if you have not heard from us after two weeks, ping us.',
    'We aim to review within 2 business days, but ping us after two weeks without an answer.',
    'We aim to review within 2 business days (ping us if you have not heard from us after two weeks).',
    'We review within 2 business days, and security reports get an answer within an hour.',
    'We cannot review within a day; we review within 2 business days.',
  ])('stands beside one in %j', sentence => {
    expect(promisedBy(sentence)).toBe(16);
  });

  it.each([
    'We cannot review within a day.',
    'We do not promise to review within a day.',
    'We do not, as a rule, review within a day.',
    'We do not (and cannot) review within a day.',
    "Don't expect a review within a day.",
    'Nobody reviews your change within a day.',
    'We rarely manage to review within a day.',
    'Reviewing within a day is not always possible.',
    'Changes were reviewed within two days so far.',
    'In the past, we reviewed in two days.',
    'Security reports are answered within 24 hours.',
    'Hotfixes are reviewed within two hours.',
    'Your application as a maintainer is reviewed within a week.',
    'Found a vulnerability, write to us; we reply within a day.',
    'A bot responds within an hour.',
    'Address feedback within 7 days.',
    'Reviewers spend up to two hours on a review.',
    'Time spent on a review: two hours',
    'We spend two hours a day on reviews.',
    'We review five pull requests every week.',
    'For the next week we review only fixes.',
    'We review our roadmap every month.',
    'The review rota changes every week.',
    'Will you review within a day?',
  ])('is given by %j, nor a time', sentence => {
    expect(isTold(sentence)).toBe(false);
    expect(promisedBy(sentence)).toBeUndefined();
  });
});

describe('where a promise stands', () => {
  const within = 'We respond within two days.';

  it.each([
    '## Reporting a vulnerability',
    '## Security\n\n### What we do',
    '## Code of conduct',
    '## Becoming a maintainer',
    '## Questions and support',
    'Do not report vulnerabilities in public.',
    'Ask in the chat.',
  ])('makes it one about something else: %j', before => {
    const gap = before.startsWith('#') ? '\n\n' : ' ';
    expect(promisedBy(`${before}${gap}${within}`)).toBeUndefined();
    expect(
      promisedBy(`${before}${gap}We respond to PRs within two days.`),
    ).toBe(16);
  });

  it('does not go by what the service is called', () => {
    const title = '# Contributing to the security platform';
    expect(promisedBy(`${title}\n\n## Reviews\n\n${within}`)).toBe(16);
  });

  it.each<[string, number]>([
    ['Small changes (< 100 lines): 2 days', 16],
    ['First maintainer response: within 3 business days', 24],
    ['Target: 48 business hours', 48],
    ['Within two days.', 16],
    ['We aim for two days.', 16],
    ['Our SLA is two days.', 16],
  ])('may be a list of response times: %j', (item, hours) => {
    expect(promisedBy(`## Response times\n\n- ${item}`)).toBe(hours);
  });

  it.each([
    'Office hours: Monday, two hours.',
    'Office hours: two hours.',
    'The team is on call one week at a time.',
    'On call: one week',
    'Shift: one week',
    'Bugs: usually two days',
    'Security: two hours',
    'Question: < 24h',
    'The build has two hours.',
  ])('may be a list that has other times, too: %j', item => {
    expect(promisedBy(`## Response times\n\n- ${item}`)).toBeUndefined();
  });

  it('may be a table of one time a row', () => {
    const row = (head: string, cells: string) =>
      promisedBy(
        `## Response times\n\n| What | ${head} |\n|-|-|\n| ${cells} |`,
      );
    expect(row('Review', 'Bug | two days')).toBe(16);
    expect(row('First answer', 'Bug | two days')).toBe(16);
    expect(row('Resolution', 'Bug | two days')).toBeUndefined();
    const both = '| What | Review | Fix |\n|-|-|-|\n| Bug | 2 days | 9 days |';
    expect(promisedBy(`## Response times\n\n${both}`)).toBeUndefined();
  });

  it('may be a list of something else that is told beside', () => {
    const list = (intro: string) =>
      promisedBy(`## Response times\n\n${intro}\n\n- bugs: two days`);
    expect(list('We aim for:')).toBe(16);
    expect(list('These are merged in:')).toBeUndefined();
    expect(list('We review and merge in:')).toBe(16);
  });
});
