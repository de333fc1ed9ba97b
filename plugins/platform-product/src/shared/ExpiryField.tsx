import { endOfInputDay, millisecondsPerDay, toInputDay } from './dates';
import { NativeField } from './NativeField';
import { useTexts } from './useTexts';

const inDays = (days: number) =>
  new Date(Date.now() + days * millisecondsPerDay);

/** A day some days from now, no later than allowed, as a date input has it. */
export function initialExpiry(days: number, longestDays: number): string {
  return toInputDay(inDays(Math.min(days, longestDays - 1)));
}

/** The moment that a chosen day stands for, if one may choose it. */
export function readExpiry(day: string, longestDays: number): Date | undefined {
  const end = endOfInputDay(day);
  const isAllowed = end && end > new Date() && end <= inDays(longestDays);
  return isAllowed ? end : undefined;
}

/** Asks until when something holds. */
export function ExpiryField(props: {
  readonly label: string;
  readonly value: string;
  readonly longestDays: number;
  readonly onChange: (day: string) => void;
}) {
  const t = useTexts();
  const { label, value, longestDays, onChange } = props;
  return (
    <NativeField
      type="date"
      label={label}
      help={t('maturity.attest.expiresHelp', { count: longestDays })}
      value={value}
      onChange={onChange}
      min={toInputDay(new Date())}
      max={toInputDay(inDays(longestDays - 1))}
      problem={readExpiry(value, longestDays) ? undefined : t('shared.badDay')}
      isRequired
    />
  );
}
