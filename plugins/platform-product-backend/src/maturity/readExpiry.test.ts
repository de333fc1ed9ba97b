import { readExpiry } from './readExpiry';

const now = new Date('2026-12-31T23:59:59.500Z');
const day = 24 * 60 * 60 * 1000;

describe('readExpiry', () => {
  it.each([
    ['a moment from now', '2026-12-31T23:59:59.501Z'],
    ['a second from now', '2027-01-01T00:00:00.500Z'],
    ['exactly the longest', '2027-01-30T23:59:59.500Z'],
  ])('takes %s', (_, expiry) => {
    expect(readExpiry(expiry, now, 30 * day)).toBe(expiry);
  });

  it('answers in UTC', () => {
    expect(readExpiry('2027-01-01T05:30:00+05:30', now, 30 * day)).toBe(
      '2027-01-01T00:00:00.000Z',
    );
    expect(readExpiry('2026-12-31T22:30:00-08:00', now, 30 * day)).toBe(
      '2027-01-01T06:30:00.000Z',
    );
  });

  it.each(['2026-12-31T23:59:59.500Z', '2026-12-31T23:59:59.499Z', 'nonsense'])(
    'refuses %s, which is not to come',
    expiry => {
      expect(() => readExpiry(expiry, now, 30 * day)).toThrow(
        'Invalid request: expiresAt: must be in the future',
      );
    },
  );

  it.each([
    [30 * day, '2027-01-30T23:59:59.501Z', 30],
    [1.5 * day, '2027-01-02T11:59:59.501Z', 1],
  ])('refuses more than %i ms from now', (longest, expiry, days) => {
    expect(() => readExpiry(expiry, now, longest)).toThrow(
      `Invalid request: expiresAt: must be within ${days} days`,
    );
  });
});
