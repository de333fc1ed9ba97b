import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { letItBe } from '../__testUtils__/clock';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { ExpiryField, initialExpiry, readExpiry } from './ExpiryField';

// The last minute of a year in Los Angeles, the first hours of the next elsewhere.
const now = '2027-01-01T07:59:00.000Z';

describe.each([
  ['America/Los_Angeles', '2026-12-31'],
  ['UTC', '2027-01-01'],
  ['Asia/Kolkata', '2027-01-01'],
])('until when something holds, in %s', (zone, today) => {
  const dayAfter = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000)
      .toISOString()
      .slice(0, 10);

  beforeEach(() => letItBe(now, { zone }));

  it('begins with what is usual, or with the last day that is allowed', () => {
    expect(initialExpiry(60, 365)).toBe(dayAfter(60));
    expect(initialExpiry(60, 60)).toBe(dayAfter(59));
    expect(initialExpiry(60, 30)).toBe(dayAfter(29));
    expect(initialExpiry(60, 1)).toBe(today);
    expect(readExpiry(initialExpiry(60, 30), 30)).toBeDefined();
  });

  it('may be today, and no day before', () => {
    expect(readExpiry(today, 30)).toBeDefined();
    expect(readExpiry(dayAfter(-1), 30)).toBeUndefined();
    expect(readExpiry('', 30)).toBeUndefined();
  });

  it('may be the last day that ends in time, and no later one', () => {
    expect(readExpiry(dayAfter(29), 30)).toBeDefined();
    expect(readExpiry(dayAfter(31), 30)).toBeUndefined();
  });
});

describe('the field', () => {
  beforeEach(() => letItBe('2026-11-20T12:00:00.000Z', { zone: 'UTC' }));

  function Page() {
    const [day, setDay] = useState('2026-12-01');
    return (
      <ExpiryField
        label="Holds until"
        value={day}
        longestDays={30}
        onChange={setDay}
      />
    );
  }

  it('offers the days that may be chosen, and marks others', async () => {
    renderWithApi(<Page />, {});
    const field = await screen.findByLabelText(/Holds until/);
    expect(field).toHaveAttribute('min', '2026-11-20');
    expect(field).toHaveAttribute('max', '2026-12-19');
    expect(field).toBeRequired();
    expect(screen.getByText('At most 30 days from today.')).toBeInTheDocument();
    expect(field).toBeValid();
    fireEvent.change(field, { target: { value: '2026-12-31' } });
    expect(field).toHaveValue('2026-12-31');
    expect(field).toHaveAttribute('aria-invalid', 'true');
  });
});
