import { MyAnswer, Ratings } from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';
import { useSubmit } from '../shared/useSubmit';
import { useDraft } from '../shared/useDraft';
import { useTexts } from '../shared/useTexts';
import { useAnswering } from './useAnswering';

interface Answered {
  readonly ratings: Ratings;
  readonly comment: string;
  readonly asFeedback: boolean;
}

/** An answer as text, in whatever order its questions were answered. */
function textOf(answer: MyAnswer['answer']): string {
  const ratings = ratedFeatures.map(feature => answer?.ratings[feature]);
  return JSON.stringify([ratings, answer?.comment, answer?.asFeedback]);
}

/** The reader's answer as they give it, and its saving. */
export function useRatingDraft(options: {
  readonly entityRef: string;
  readonly roundId: string;
  readonly answer: MyAnswer['answer'];
  readonly asFeedback: boolean | undefined;
  /** Whether it is still there when the reader comes back from another tab. */
  readonly isKept: boolean;
  readonly onSaved: (answer: NonNullable<MyAnswer['answer']>) => void;
}) {
  const { entityRef, roundId, answer, onSaved } = options;
  const t = useTexts();
  const { put } = useAnswering(entityRef);
  const { value, set, forget } = useDraft<Answered>(
    options.isKept ? `rating ${entityRef} ${roundId}` : undefined,
    {
      ratings: answer?.ratings ?? {},
      comment: answer?.comment ?? '',
      asFeedback: options.asFeedback ?? answer?.asFeedback ?? false,
    },
    // A dialog, on this page or another, may have saved a newer answer meanwhile.
    textOf(answer),
  );
  const { ratings, comment, asFeedback } = value;
  const submission = useSubmit({
    content: JSON.stringify([ratings, comment, asFeedback]),
    doneText: t('satisfaction.rating.saved'),
    submit: async () => {
      const saved = {
        ratings,
        comment: comment.trim() || undefined,
        asFeedback: (asFeedback && Boolean(comment.trim())) || undefined,
      };
      await put(saved);
      forget();
      onSaved(saved);
    },
  });
  return {
    ...value,
    change: (changes: Partial<Answered>) => set({ ...value, ...changes }),
    forget,
    submission,
  };
}
