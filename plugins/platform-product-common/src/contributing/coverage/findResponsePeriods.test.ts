import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[2].covered;

describe('an answer within a period', () => {
  it.each([
    'Expect replies within two days.',
    'We triage within two days.',
    'You will have feedback within two days.',
    'We get back to you within two days.',
    'You will be hearing back within two days.',
    'You hear within two days.',
    'We look at it within two days.',
    'We take a look within two days.',
    'We get to it within two days.',
    'We hope to turn around patches within two days.',
    'Our turnaround is two days.',
    'Issues are handled within two days.',
    'We contact you within two days.',
    'We follow up with you within two days.',
    'We are in touch within two days.',
    'It has been seen within two days.',
    'We attend to it within two days.',
    'We reply weekly.',
    'Within 48h we reply.',
  ])('is told by %j', sentence => {
    expect(isTold(sentence)).toBe(true);
    expect(isTold(sentence.replace(/two days|weekly|48h/, 'time'))).toBe(false);
  });

  it.each([
    'We work within two days.',
    'Get within two days of us.',
    'We attend within two days.',
    '[We reply within two days](x).',
    '    We reply within two days.',
  ])('is not told by %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });
});

describe('another action within a period', () => {
  it.each([
    'After review it is merged within two days.',
    'After review it is released within two days.',
    'After review it stays open two days.',
    'After review it waits two days.',
    'After review we meet within two days.',
    'After review it is implemented within two days.',
  ])('has the period that stands behind it: %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    ['We merge it after a reply within two days.', true],
    ['Within two days we reply and merge it.', true],
    ['Within two days we merge it and reply.', false],
    ['Within two days we reply, merge, or comment.', true],
    ['Within two days we merge, reply, or close.', false],
    ['We reply; it is merged within two days.', false],
    ['We merge it; we reply within two days.', true],
    ['We reply within two days; it is stale after that.', true],
    ['It is merged within two days, and replied to within a week.', true],
  ])('belongs to the nearest action before it: %j %s', (sentence, told) => {
    expect(isTold(sentence)).toBe(told);
  });

  it('stands no more than fourteen words from its period', () => {
    const apart = (count: number) => Array(count).fill('so').join(' ');
    expect(isTold(`We reply ${apart(14)} two days.`)).toBe(true);
    expect(isTold(`We reply ${apart(15)} two days.`)).toBe(false);
    expect(isTold(`In two days ${apart(14)} reply.`)).toBe(true);
    expect(isTold(`In two days ${apart(15)} reply.`)).toBe(false);
  });
});

describe('something else than a promise', () => {
  it.each([
    'Stale issues get a reply within two days.',
    'We reply at the standup within two days.',
    'Without activity we reply within two days.',
    'We will close it and reply within two days.',
    'We reserve the right to close, and reply within two days.',
    'It is automatically closed, with a reply within two days.',
    'A reply of the reporter is due within two days.',
    'You must reply within two days.',
    'Unless you have now replied within two days.',
    'The author responds within two days.',
    'When you reply within two days, fine.',
    'Kindly reply within two days.',
    'We want to hear from you within two days.',
    'Send your reply within two days.',
    'We expect a reply within two days.',
    'Of last week, most had a reply within two days.',
    'Votes get a reply within two days.',
    'The review period is two days.',
  ])('is meant by %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    'We review at least two days.',
    'We review a minimum of two days.',
    'We review no less than two days.',
    'We review not less than two days.',
    'We review for at most two days.',
    'We review what is older than two days.',
    'We reviewed it in the past two business days.',
  ])('is meant by how long something lasts: %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it('is not meant by a habit, nor by what stands further before', () => {
    expect(isTold('We review at least every week.')).toBe(true);
    expect(isTold('At least, so we hope, we reply within two days.')).toBe(
      true,
    );
    expect(isTold('At least we reply in two days.')).toBe(true);
    expect(isTold('We reply, at least, in two days.')).toBe(true);
    expect(isTold('We reply at least in two days.')).toBe(false);
  });
});

describe('a topic', () => {
  it.each([
    '## Response times',
    '## SLA',
    '## Turnaround',
    '## How long does a review take?',
    '## We respond to you within',
  ])('makes any period below an answer: %j', heading => {
    expect(isTold(`${heading}\n\nBugs: two days.`)).toBe(true);
    expect(isTold(`${heading}\n\n### Bugs\n\nBugs: two days.`)).toBe(false);
    expect(isTold(`${heading}\n\nBugs: merged in two days.`)).toBe(false);
    expect(isTold(`${heading}\n\nBugs: in time.`)).toBe(false);
  });

  it('may stand in the sentence that introduces a list or a table', () => {
    expect(isTold('The response time:\n\n- bugs: two days')).toBe(true);
    expect(isTold('The size:\n\n- bugs: two days')).toBe(false);
    expect(isTold('| What | Response time |\n|-|-|\n| bugs | two days |')).toBe(
      true,
    );
    expect(isTold('| What | Size |\n|-|-|\n| bugs | two days |')).toBe(false);
  });

  it.each(['This', 'It', 'That', 'Which'])(
    'may be the sentence before, which %s refers to',
    word => {
      const second = `${word} takes two days.`;
      expect(isTold(`We review it. ${second}`)).toBe(true);
      expect(isTold(`We love it. ${second}`)).toBe(false);
      expect(isTold(`We review stale issues. ${second}`)).toBe(false);
      expect(isTold(`We review it. All of ${second}`)).toBe(false);
      expect(isTold(`We review it. Good. ${second}`)).toBe(false);
    },
  );
});
