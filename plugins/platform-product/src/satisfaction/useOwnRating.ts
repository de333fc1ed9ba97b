import { useCallback, useEffect, useState } from 'react';
import { MyAnswer } from '@platform-product/backstage-plugin-common';
import { useInvitations } from './useInvitations';

/** The reader's own answer on a service, and what they are doing with it. */
export interface OwnRating {
  readonly entityRef: string;
  readonly mine: MyAnswer;
  /** Whether the form is shown although there is an answer, or a refusal. */
  readonly isChanging: boolean;
  /** Whether it was saved just now. */
  readonly isFresh: boolean;
  readonly setChanging: (isChanging: boolean) => void;
  /** Takes what was saved in place of what was loaded. */
  readonly keep: (mine: MyAnswer) => void;
}

/**
 * Goes on from what was loaded of the reader's own answer. To see that a rating is
 * wanted counts as being asked, so it is noted.
 */
export function useOwnRating(
  entityRef: string,
  loaded: MyAnswer,
  options: {
    readonly isChanging?: boolean;
    readonly onKept?: () => void;
  } = {},
): OwnRating {
  const { note } = useInvitations();
  const [mine, setMine] = useState(loaded);
  const [isChanging, setChanging] = useState(options.isChanging ?? false);
  const [isFresh, setFresh] = useState(false);
  const isNews = Boolean(loaded.round && !loaded.answer && !loaded.contact);
  useEffect(() => {
    if (!isNews) return;
    // Nothing is lost if it fails but that the reader may be asked once more.
    note(entityRef, 'seen').catch(() => {});
  }, [note, entityRef, isNews]);
  const { onKept } = options;
  const keep = useCallback(
    (answer: MyAnswer) => {
      setMine(answer);
      setFresh(true);
      setChanging(false);
      onKept?.();
    },
    [onKept],
  );
  return { entityRef, mine, isChanging, isFresh, setChanging, keep };
}
