import { ReviewedChange } from '@platform-product/backstage-plugin-node';
import { toChangeRecord } from './toChangeRecord';

const host = 'github.com';
const at = (text: string) => new Date(`2026-07-${text}:00Z`);

const change: ReviewedChange = {
  id: '7',
  title: 'Raise a limit',
  author: { host, login: 'Carl' },
  openedAt: at('06T08:00'),
  readyAt: at('06T10:00'),
  updatedAt: at('06T10:00'),
  paths: ['charts/values.yaml', 'docs/limits.md', 'docs/limits.md'],
  reviews: [],
  reviewRequests: [],
};

const calendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};

const record = (changes: Partial<ReviewedChange>) =>
  toChangeRecord(
    { ...change, ...changes },
    {
      isHuman: person => !person.isBot,
      calendarOf: () => calendar,
    },
  );

const review = (login: string, when: string, isApproval = false) => ({
  id: `${login} ${when}`,
  reviewer: { host, login },
  at: at(when),
  isApproval,
});

describe('toChangeRecord', () => {
  it('keeps each path once, as it is', () => {
    expect(record({})?.paths).toEqual(['charts/values.yaml', 'docs/limits.md']);
  });

  it('waits from ready to the first review by another person', () => {
    const { waitHours, firstReviewer, reviews } = record({
      reviews: [
        review('carl', '06T10:30'),
        {
          ...review('ci', '06T11:00'),
          reviewer: { host, login: 'ci', isBot: true },
        },
        review('nina', '07T11:00', true),
        review('paul', '06T15:00'),
      ],
    })!;
    expect(waitHours).toBeCloseTo(5);
    expect(firstReviewer).toBe('github.com/paul');
    expect(reviews.map(({ person }) => person).sort()).toEqual([
      'github.com/nina',
      'github.com/paul',
    ]);
  });

  it('takes no word on a draft for the review', () => {
    expect(
      record({ reviews: [review('nina', '06T09:00')] })?.waitHours,
    ).toBeUndefined();
    expect(
      record({
        reviews: [review('nina', '06T09:00'), review('nina', '06T12:00')],
      })?.waitHours,
    ).toBeCloseTo(2);
  });

  it('counts the response from being asked', () => {
    const asked = record({
      reviews: [review('nina', '06T13:00')],
      reviewRequests: [
        {
          reviewer: { host, login: 'nina' },
          at: at('06T11:00'),
          isOpen: false,
        },
        { reviewer: { host, login: 'paul' }, at: at('06T11:00'), isOpen: true },
      ],
    });
    expect(asked?.reviews).toMatchObject([
      { person: 'github.com/nina', responseHours: 2, isAwaited: false },
      { person: 'github.com/paul', responseHours: undefined, isAwaited: true },
    ]);
  });

  it('leaves changes of machines out', () => {
    expect(
      record({ author: { host, login: 'renovate', isBot: true } }),
    ).toBeUndefined();
  });

  it('keeps texts as a database can', () => {
    const long = record({
      title: `${'a'.repeat(299)}🧨`,
      paths: ['a\u0000b', 'x'.repeat(5000)],
    });
    expect(long?.title).not.toMatch(/\p{Surrogate}/u);
    expect(long?.paths[0]).toBe('a b');
    expect(long?.paths[1]).toHaveLength(1000);
  });
});
