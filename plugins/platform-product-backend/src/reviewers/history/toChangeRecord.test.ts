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

/** Nina is known by an address, too. */
const nina = 'user:default/nina';
const identities = new Map([
  ['github.com/nina', nina],
  ['mailto:nina@example.com', nina],
]);

const record = (changes: Partial<ReviewedChange>) =>
  toChangeRecord(
    { ...change, ...changes },
    {
      isHuman: person => !person.isBot,
      identityOf: key => identities.get(key) ?? key,
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

  it('takes nothing but an approval for one, and keeps it whatever follows', () => {
    const approvals = (...reviews: ReviewedChange['reviews']) =>
      record({ reviews })!.reviews.map(({ isApproval }) => isApproval);
    const comment = review('nina', '06T11:00');
    const approval = review('nina', '06T12:00', true);
    expect(approvals(comment)).toEqual([false]);
    expect(approvals(comment, review('nina', '06T13:00'))).toEqual([false]);
    expect(approvals(comment, approval)).toEqual([true]);
    expect(approvals(approval, comment)).toEqual([true]);
  });

  it('takes several names of one person for one person', () => {
    const address = { email: 'nina@example.com' };
    const own = record({
      author: { host, login: 'nina' },
      reviews: [{ ...review('nina', '06T11:00'), reviewer: address }],
    });
    expect(own?.reviews).toEqual([]);
    expect(own?.firstReviewer).toBeUndefined();
    const twice = record({
      reviews: [
        review('nina', '06T12:00', true),
        { ...review('nina', '06T11:00'), reviewer: address },
      ],
    });
    expect(twice?.reviews).toEqual([
      expect.objectContaining({
        person: 'github.com/nina',
        reviewedAt: at('06T11:00'),
        isApproval: true,
      }),
    ]);
    expect(twice?.firstReviewAt).toEqual(at('06T11:00'));
    expect(twice?.firstReviewer).toBe('github.com/nina');
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

  it('knows no response to a request that came after the review', () => {
    const request = (when: string) => ({
      reviewer: { host, login: 'nina' },
      at: at(when),
      isOpen: false,
    });
    const hours = (...whens: string[]) =>
      record({
        reviews: [review('nina', '06T13:00')],
        reviewRequests: whens.map(request),
      })?.reviews.map(({ responseHours }) => responseHours);
    expect(hours('06T13:01')).toEqual([undefined]);
    expect(hours('06T13:00')).toEqual([0]);
    // Who is asked again was asked before.
    expect(hours('06T12:00', '06T13:01', '06T11:00')).toEqual([2]);
  });

  it('takes the first review of each person, and any approval', () => {
    const later = review('nina', '07T11:00');
    const approved = review('nina', '06T15:00', true);
    const first = review('nina', '06T12:00');
    for (const reviews of [
      [later, approved, first],
      [first, approved, later],
    ]) {
      const found = record({ reviews });
      expect(found?.reviews).toEqual([
        {
          person: 'github.com/nina',
          requestedAt: undefined,
          reviewedAt: at('06T12:00'),
          isApproval: true,
          isAwaited: false,
          responseHours: undefined,
        },
      ]);
      expect(found?.firstReviewAt).toEqual(at('06T12:00'));
    }
  });

  it('takes a review of the very moment it was ready for an answer', () => {
    expect(record({ reviews: [review('nina', '06T10:00')] })).toMatchObject({
      waitHours: 0,
      firstReviewer: 'github.com/nina',
    });
  });

  it('counts neither the author nor machines among who was asked', () => {
    const asked = (login: string, isBot = false) => ({
      reviewer: { host, login, isBot },
      at: at('06T10:00'),
      isOpen: true,
    });
    expect(
      record({
        reviewRequests: [asked('CARL'), asked('ci', true), asked('nina')],
      })?.reviews.map(({ person }) => person),
    ).toEqual(['github.com/nina']);
  });

  it('awaits nobody once the change is closed', () => {
    const reviewRequests = ['nina', 'paul'].map((login, index) => ({
      reviewer: { host, login },
      isOpen: index === 0,
    }));
    const awaited = (changes: Partial<ReviewedChange>) =>
      record({ reviewRequests, ...changes })?.reviews.map(
        ({ isAwaited }) => isAwaited,
      );
    expect(awaited({})).toEqual([true, false]);
    expect(awaited({ closedAt: at('06T12:00') })).toEqual([false, false]);
  });

  it('takes what was merged for closed', () => {
    const merged = at('07T12:00');
    const closed = at('07T13:00');
    expect(record({ mergedAt: merged })?.closedAt).toEqual(merged);
    expect(record({ mergedAt: merged, closedAt: closed })).toMatchObject({
      mergedAt: merged,
      closedAt: closed,
    });
    expect(record({ closedAt: closed })?.mergedAt).toBeUndefined();
  });

  it('dates a review of no date by the change, and waits for none', () => {
    const undated = { ...review('nina', '06T12:00'), at: undefined };
    const found = record({ reviews: [undated], mergedAt: at('07T12:00') });
    expect(found?.reviews[0].reviewedAt).toEqual(at('07T12:00'));
    expect(found?.waitHours).toBeUndefined();
    expect(record({ reviews: [undated] })?.reviews[0].reviewedAt).toEqual(
      change.openedAt,
    );
  });

  it('never waits while it is a draft', () => {
    expect(
      record({ readyAt: undefined, reviews: [review('nina', '06T12:00')] }),
    ).toMatchObject({
      readyAt: undefined,
      waitHours: undefined,
      firstReviewer: 'github.com/nina',
    });
  });

  describe('there and back', () => {
    const ready = { firstReadyAt: at('06T10:00'), readyAt: at('08T10:00') };

    it('ends the first wait with a review before it was ready again', () => {
      expect(
        record({ ...ready, reviews: [review('nina', '06T12:00', true)] }),
      ).toMatchObject({ readyAt: at('06T10:00'), waitHours: 2 });
      // Also where it is a draft by now.
      expect(
        record({
          ...ready,
          readyAt: undefined,
          reviews: [review('nina', '06T12:00')],
        }),
      ).toMatchObject({ readyAt: at('06T10:00'), waitHours: 2 });
    });

    it('does not count the time as a draft where nobody had answered before', () => {
      expect(
        record({ ...ready, reviews: [review('nina', '08T12:00')] }),
      ).toMatchObject({ readyAt: at('08T10:00'), waitHours: 2 });
      // What came on the draft in between has ended the first wait.
      expect(
        record({
          ...ready,
          reviews: [review('nina', '07T10:00'), review('nina', '08T12:00')],
        }),
      ).toMatchObject({ readyAt: at('06T10:00'), waitHours: 8 });
    });

    it('waits for nobody where an approval stands of which the time is not known', () => {
      const approval = (login: string, isApproval: boolean) => ({
        ...review(login, '06T12:00', isApproval),
        at: undefined,
      });
      const waits = (given: ReturnType<typeof approval>) =>
        record({ readyAt: at('07T10:00'), reviews: [given] })?.readyAt;
      expect(waits(approval('nina', true))).toBeUndefined();
      expect(waits(approval('nina', false))).toEqual(at('07T10:00'));
      // That of the author is none.
      expect(waits(approval('carl', true))).toEqual(at('07T10:00'));
    });

    it('waits from when it was ready again where nobody had answered', () => {
      expect(record(ready)).toMatchObject({ readyAt: at('08T10:00') });
      expect(record({ ...ready, readyAt: undefined })?.readyAt).toBeUndefined();
    });

    it('waits for nobody where an approval of the draft stands', () => {
      const draft = { readyAt: at('07T10:00') };
      const found = (isApproval: boolean) =>
        record({
          ...draft,
          reviews: [review('nina', '06T12:00', isApproval)],
        });
      expect(found(true)).toMatchObject({ readyAt: undefined });
      expect(found(false)).toMatchObject(draft);
      expect(found(false)?.waitHours).toBeUndefined();
    });

    it('is neither late nor in time for what is said after the merge', () => {
      const merged = { mergedAt: at('06T12:00'), closedAt: at('06T12:00') };
      const found = record({
        ...merged,
        reviews: [review('nina', '09T12:00', true)],
        reviewRequests: [
          {
            reviewer: { host, login: 'nina' },
            at: at('06T10:00'),
            isOpen: false,
          },
        ],
      });
      expect(found?.waitHours).toBeUndefined();
      expect(found?.firstReviewer).toBeUndefined();
      expect(found?.reviews[0].responseHours).toBeUndefined();
      expect(found?.reviews[0].isApproval).toBe(true);
    });

    it('keeps how long the first answer took where somebody is asked again', () => {
      const request = (when: string, isOpen: boolean) => ({
        reviewer: { host, login: 'nina' },
        at: at(when),
        isOpen,
      });
      const found = record({
        reviews: [review('nina', '06T09:30'), review('nina', '06T15:00')],
        reviewRequests: [request('06T10:00', false), request('07T10:00', true)],
      });
      expect(found?.reviews[0]).toMatchObject({
        requestedAt: at('06T10:00'),
        responseHours: 5,
        isAwaited: true,
      });
    });
  });

  it('counts in the hours of the person who answered', () => {
    const found = toChangeRecord(
      {
        ...change,
        reviews: [review('nina', '06T18:00'), review('paul', '07T08:00')],
        reviewRequests: ['nina', 'paul'].map(login => ({
          reviewer: { host, login },
          at: at('06T10:00'),
          isOpen: false,
        })),
      },
      {
        isHuman: () => true,
        identityOf: key => key,
        calendarOf: person => ({
          ...calendar,
          until: person === 'github.com/nina' ? '18:00' : '12:00',
        }),
      },
    );
    expect(found?.waitHours).toBeCloseTo(8);
    expect(found?.reviews.map(({ responseHours }) => responseHours)).toEqual([
      8, 2,
    ]);
  });

  it('keeps links of the web alone, and no more than forty paths', () => {
    const url = (text: string | undefined) => record({ url: text })?.url;
    expect(url('https://example.com/1')).toBe('https://example.com/1');
    expect(url('http://example.com/1')).toBe('http://example.com/1');
    expect(url('ftp://example.com/1')).toBeUndefined();
    expect(url('data:text/html,https://example.com/1')).toBeUndefined();
    expect(url(undefined)).toBeUndefined();
    const paths = Array.from({ length: 41 }, (_, index) => `file-${index}`);
    expect(record({ paths })?.paths).toEqual(paths.slice(0, 40));
    expect(record({ paths: [paths[0], ...paths] })?.paths).toEqual(
      paths.slice(0, 40),
    );
    expect(record({ id: 'x'.repeat(201) })?.changeId).toHaveLength(200);
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
