import { PublicAvailability } from '../availability/AvailabilityService';
import { StoredRosterEntry } from '../roster/RosterStore';
import { gateOf } from './gateOf';

const nina = 'user:default/nina';
const carl = 'user:default/carl';

const entry: StoredRosterEntry = {
  entityRef: 'component:default/logs',
  userRef: nina,
  agreed: { role: 'reviewer', paths: [] },
};
const there: PublicAvailability = {
  onRotation: true,
  maxOpenReviews: 3,
  calendar: {
    timeZone: 'UTC',
    workingDays: [1],
    from: '09:00',
    until: '17:00',
  },
};
const question = {
  paths: ['charts/values.yaml', 'docs/limits.md'],
  author: carl,
  availability: there,
  openReviews: 0,
  isKnown: true,
};

interface Case {
  readonly agreed?: Partial<StoredRosterEntry['agreed']>;
  readonly at?: Partial<Parameters<typeof gateOf>[1]>;
}

const judge = ({ agreed, at }: Case) =>
  gateOf(
    { ...entry, agreed: { role: 'reviewer', paths: [], ...agreed } },
    { ...question, ...at },
  );
const is = (availability: Partial<PublicAvailability>): Case => ({
  at: { availability: { ...there, ...availability } },
});

describe('gateOf', () => {
  it.each<[string, Case, string | undefined]>([
    ['a reviewer who is there', {}, undefined],
    ['an approver', { agreed: { role: 'approver' } }, undefined],
    ['a shadow', { agreed: { role: 'shadow' } }, 'shadow'],
    ['the author', { at: { author: nina } }, 'author'],
    [
      'somebody where nobody is the author',
      { at: { author: undefined } },
      undefined,
    ],
    ['whom the catalog does not have', { at: { isKnown: false } }, 'unknown'],
    ['who has declined', { at: { declined: [carl, nina] } }, 'declined'],
    ['where another has declined', { at: { declined: [carl] } }, undefined],
    ['of other paths', { agreed: { paths: ['/pipelines/'] } }, 'other-paths'],
    ['of one of the paths', { agreed: { paths: ['/docs/'] } }, undefined],
    [
      'of other paths, where the change names none',
      { agreed: { paths: ['/pipelines/'] }, at: { paths: [] } },
      undefined,
    ],
    ['who is away', is({ awayUntil: '2026-07-09' }), 'away'],
    ['who takes no new reviews', is({ onRotation: false }), 'off-rotation'],
    ['with one less than they take', { at: { openReviews: 2 } }, undefined],
    ['with as many as they take', { at: { openReviews: 3 } }, 'at-capacity'],
    ['with more than they take', { at: { openReviews: 4 } }, 'at-capacity'],
    [
      'whose availability is not known',
      { at: { availability: undefined, openReviews: 99 } },
      undefined,
    ],
  ])('keeps %s as it should', (_, person, expected) => {
    expect(judge(person)).toBe(expected);
  });

  it('tells the reason that time changes least', () => {
    let person: Case = {
      agreed: { role: 'shadow', paths: ['/pipelines/'] },
      at: {
        author: nina,
        isKnown: false,
        declined: [nina],
        openReviews: 3,
        availability: { ...there, awayUntil: '2026-07-09', onRotation: false },
      },
    };
    const without = (less: Case) => {
      const reason = judge(person);
      person = {
        agreed: { ...person.agreed, ...less.agreed },
        at: { ...person.at, ...less.at },
      };
      return reason;
    };
    expect([
      without({ at: { author: carl } }),
      without({ at: { isKnown: true } }),
      without({ at: { declined: [] } }),
      without({ agreed: { role: 'approver' } }),
      without({ agreed: { paths: ['/charts/'] } }),
      without(is({ onRotation: false })),
      without(is({})),
      without({ at: { openReviews: 0 } }),
      without({}),
    ]).toEqual([
      'author',
      'unknown',
      'declined',
      'shadow',
      'other-paths',
      'away',
      'off-rotation',
      'at-capacity',
      undefined,
    ]);
  });
});
