import { useState } from 'react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { TextArea } from '../shared/TextArea';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useReviewRequests } from './useReviewRequests';

/** Asks one person for a review. */
export function AskReviewDialog(props: {
  readonly entityRef: string;
  readonly reviewer: string;
  readonly paths: readonly string[];
  readonly changeUrl: string | undefined;
  readonly onClose: () => void;
  readonly onAsked: (request: ReviewRequest) => void;
}) {
  const { entityRef, reviewer, paths, onClose, onAsked } = props;
  const t = useTexts();
  const { ask } = useReviewRequests();
  const name = usePersonName(reviewer);
  const [link, setLink] = useState(props.changeUrl ?? '');
  const [note, setNote] = useState('');
  const isLinkGood = isLinkOrEmpty(link);
  const submission = useSubmit({
    content: JSON.stringify([reviewer, paths, link, note]),
    doneText: t('reviewers.askReview.done'),
    submit: async idempotencyKey => {
      const request = await ask(
        entityRef,
        {
          reviewer,
          paths: [...paths],
          changeUrl: link.trim() || undefined,
          note: note.trim() || undefined,
        },
        idempotencyKey,
      );
      onAsked(request);
    },
    onClose,
  });
  return (
    <FormDialog
      title={t('reviewers.askReview.title')}
      intro={t('reviewers.askReview.intro', { name })}
      submitText={t('reviewers.askReview.submit')}
      canSubmit={isLinkGood}
      submission={submission}
      onClose={onClose}
    >
      <LinkField
        label={t('reviewers.askReview.link')}
        help={t('reviewers.askReview.linkHelp')}
        badLinkText={t('reviewers.askReview.linkBad')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
      <TextArea
        label={t('reviewers.askReview.note')}
        help={t('reviewers.askReview.noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={2}
      />
    </FormDialog>
  );
}
