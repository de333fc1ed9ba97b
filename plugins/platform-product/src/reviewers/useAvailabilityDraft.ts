import { useEffect, useRef } from 'react';
import { Availability } from '@platform-product/backstage-plugin-common';
import { availabilitySchema } from '@platform-product/backstage-plugin-common/rules';
import { useDraft } from '../shared/useDraft';
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
  const {
    value: draft,
    set: setDraft,
    forget,
  } = useDraft<Availability>(
    'availability',
    isDefault ? { ...saved, timeZone: ownTimeZone } : saved,
  );
  const stored = useRef<Availability>();
  useEffect(() => {
    // What was changed meanwhile stays, and so does what could not be saved.
    if (draft !== stored.current) return;
    stored.current = undefined;
    setDraft(saved);
    forget();
  }, [draft, saved, setDraft, forget]);
  const checked = availabilitySchema.safeParse(draft);
  const isBad = (field: keyof Availability) =>
    checked.error?.issues.some(({ path }) => path[0] === field) ?? false;
  const submission = useSubmit({
    content: JSON.stringify(draft),
    doneText: t('reviewers.availability.saved'),
    submit: async () => {
      await put(draft);
      stored.current = draft;
      forget(draft);
    },
    onDone: onSaved,
  });
  return {
    draft,
    change: (changes: Partial<Availability>) =>
      setDraft({ ...draft, ...changes }),
    isGood: checked.success,
    isBad,
    problemOf: (field: 'from' | 'maxOpenReviews' | 'until' | 'workingDays') =>
      isBad(field) ? t(`reviewers.availability.problems.${field}`) : undefined,
    submission,
  };
}
