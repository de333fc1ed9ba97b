import { useEffect, useRef, useState } from 'react';
import { Availability } from '@platform-product/backstage-plugin-common';
import { availabilitySchema } from '@platform-product/backstage-plugin-common/rules';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useAvailability } from './useAvailability';

const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's availability as they change it, what is wrong with it, and its saving. */
export function useAvailabilityDraft(options: {
  readonly saved: Availability;
  readonly isDefault: boolean;
  readonly onSaved: () => void;
}) {
  const { saved, isDefault, onSaved } = options;
  const t = useTexts();
  const { put } = useAvailability();
  const [draft, setDraft] = useState<Availability>(
    isDefault ? { ...saved, timeZone: ownTimeZone } : saved,
  );
  const sent = useRef<Availability>();
  useEffect(() => {
    // What was changed meanwhile stays.
    setDraft(current => (current === sent.current ? saved : current));
  }, [saved]);
  const checked = availabilitySchema.safeParse(draft);
  const isBad = (field: keyof Availability) =>
    checked.error?.issues.some(({ path }) => path[0] === field) ?? false;
  const submission = useSubmit({
    content: JSON.stringify(draft),
    doneText: t('reviewers.availability.saved'),
    submit: () => {
      sent.current = draft;
      return put(draft);
    },
    onDone: onSaved,
  });
  return {
    draft,
    change: (changes: Partial<Availability>) =>
      setDraft(current => ({ ...current, ...changes })),
    isGood: checked.success,
    isBad,
    problemOf: (field: 'from' | 'maxOpenReviews' | 'until' | 'workingDays') =>
      isBad(field) ? t(`reviewers.availability.problems.${field}`) : undefined,
    submission,
  };
}
