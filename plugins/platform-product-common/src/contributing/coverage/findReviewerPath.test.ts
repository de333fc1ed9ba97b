import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[3].covered;

describe('the way to a role', () => {
  it.each([
    'To become one of the new maintainers, contribute.',
    'To become a code owner, contribute.',
    'To join our core team, contribute.',
    'You are appointed as our newest committer if you contribute.',
    'You are appointed to the core team if you contribute.',
    'Those who contribute are given commit rights.',
    'We give merge permissions to those who contribute.',
    'You earn write access if you contribute.',
    'If you contribute, we promote you to approver.',
    'Criteria for reviewers: significant work.',
    'Volunteer as a reviewer if you contribute.',
    'If you contribute, we ask you to join the maintainers.',
    'If you contribute, add yourself to the list of maintainers.',
  ])('is told by %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    'You become a maintainer by consensus.',
    'You become a maintainer; you have to work.',
    'You become a maintainer. It must be.',
    'To become a maintainer, work regularly.',
    'To become a maintainer, contribute.',
    'To become a maintainer, show trust.',
    'You become a maintainer after a year.',
    'To become a maintainer depends on work.',
    'To become a maintainer, email us.',
  ])('needs a criterion or a step: %j', sentence => {
    expect(isTold(sentence)).toBe(!sentence.includes('It must be'));
  });

  it.each([
    'Some become maintainers.',
    'To become a dancer, contribute regularly.',
    'Maintainers must contribute regularly.',
    'To become a maintainer, contribute?',
    '[To become a maintainer, contribute](x).',
    '    To become a maintainer, contribute',
    // the words of the role are no criteria themselves
    'Nominated contributors are promoted.',
    'We ask you to join the maintainers.',
  ])('is not told by %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });

  it.each([
    'After someone has become a maintainer, they must vote.',
    'If you become a maintainer, you must vote.',
    'Those who were elected to become maintainers must vote, and who have been added.',
    'Contributors who have already been given commit access must vote.',
    'Those who have so far been given commit access must vote to grant commit access.',
    'Nobody will become a maintainer by vote.',
    'No rights are given; to become a maintainer you must vote.',
    'Those who are inactive become emeritus maintainers by vote.',
    'To become a maintainer, vote, or else step back down.',
    'To become a maintainer, vote, or else step aside.',
    'To become a maintainer, vote to join our Slack.',
    'To become a maintainer, find a maintainer for your pull request to vote.',
    'To become familiar, maintainers become maintainers by vote.',
    'To become a maintainer does not necessarily require a vote.',
  ])('is something else in %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    'See the rules of how to become a maintainer by vote.',
    'How to become a maintainer by vote is documented.',
  ])('is only pointed at in %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });
});

describe('a heading that promises the way', () => {
  it.each([
    'Becoming a maintainer',
    'Join our core team',
    'Getting commit access',
    'The path to maintainer',
    'Eligibility of approvers',
    'New maintainers',
  ])('lets a step below it do: %j', heading => {
    expect(isTold(`## ${heading}\n\nTake part in triage.`)).toBe(true);
    expect(isTold(`## ${heading}\n\nTake part in it.`)).toBe(false);
    expect(isTold(`## ${heading}\n\n## More\n\nTake part in triage.`)).toBe(
      false,
    );
    expect(isTold(`## ${heading}\n\nSee the triage.`)).toBe(false);
    expect(isTold(`## ${heading}\n\nNo longer take part in triage.`)).toBe(
      false,
    );
  });

  it.each([
    'Volunteer.',
    'Take part in triage.',
    'Months of participation are needed.',
    'Work for some months.',
    'Reach one of us.',
  ])('is followed by the step %j', step => {
    expect(isTold(`## Becoming a maintainer\n\n${step}`)).toBe(true);
    expect(isTold(`## Being a maintainer at work\n\n${step}`)).toBe(
      isTold(step),
    );
  });

  it('may be the sentence that introduces a list', () => {
    expect(isTold('Becoming a maintainer:\n\n- Take part in triage')).toBe(
      true,
    );
    expect(isTold('Becoming a dancer:\n\n- Take part in triage')).toBe(false);
    expect(isTold('Becoming a maintainer:\n\n> Take part in triage')).toBe(
      false,
    );
    expect(
      isTold('Becoming a maintainer:\n\n```\nTake part in triage\n```'),
    ).toBe(false);
  });
});
