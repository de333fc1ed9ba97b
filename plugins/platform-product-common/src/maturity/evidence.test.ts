import { after, at, now, waiver } from './__testUtils__/records';
import {
  criterionResultSchema,
  Waiver,
  waiverStatus,
  waiverStatusSchema,
} from './evidence';

describe('waiverStatus', () => {
  const undecided = { decision: undefined, decidedAt: undefined } as const;

  it.each<[what: string, extra: Partial<Waiver>, status: string | undefined]>([
    ['that is asked for later', { requestedAt: at(0, 1) }, undefined],
    ['asked for now', { requestedAt: at(0), ...undecided }, 'pending'],
    ['that nobody has decided', undecided, 'pending'],
    ['decided later', { decidedAt: at(0, 1) }, 'pending'],
    ['approved now', { decidedAt: at(0) }, 'approved'],
    ['approved before', {}, 'approved'],
    ['denied later', { decision: 'denied', decidedAt: at(0, 1) }, 'pending'],
    ['denied now', { decision: 'denied', decidedAt: at(0) }, 'denied'],
    [
      'denied, whose time is over',
      { decision: 'denied', expiresAt: at(-1) },
      'denied',
    ],
    ['approved, in its last moment', { expiresAt: at(0, 1) }, 'approved'],
    ['approved, that ends now', { expiresAt: at(0) }, 'expired'],
    [
      'undecided, in its last moment',
      { expiresAt: at(0, 1), ...undecided },
      'pending',
    ],
    ['undecided, that ends now', { expiresAt: at(0), ...undecided }, 'expired'],
    ['revoked later', { revokedAt: at(0, 1) }, 'approved'],
    ['revoked now', { revokedAt: at(0) }, 'revoked'],
    [
      'revoked, whose time is over',
      { revokedAt: at(-2), expiresAt: at(-1) },
      'revoked',
    ],
    [
      'taken back before it was decided',
      { revokedAt: at(-1), ...undecided },
      'revoked',
    ],
    [
      'taken back after it was denied',
      { revokedAt: at(-1), decision: 'denied' },
      'revoked',
    ],
  ])('of one %s', (_, extra, status) => {
    expect(waiverStatus(waiver('a1', extra), now)).toBe(status);
  });

  it('can be told of any past moment', () => {
    const revoked = waiver('a1', { revokedAt: at(-5) });
    const statusAt = (days: number) => waiverStatus(revoked, after(days));
    expect([-11, -10, -9, -6, -5].map(statusAt)).toEqual([
      undefined,
      'pending',
      'approved',
      'approved',
      'revoked',
    ]);
  });
});

describe('the words', () => {
  it('for results and statuses are these', () => {
    expect(criterionResultSchema.options).toEqual([
      'pass',
      'fail',
      'unknown',
      'not-applicable',
    ]);
    expect(waiverStatusSchema.options).toEqual([
      'pending',
      'approved',
      'denied',
      'expired',
      'revoked',
    ]);
  });
});
