import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { TextArea } from '../shared/TextArea';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** Asks one person for a review. */
export function AskReviewDialog(props: {
  readonly entityRef: string;
  readonly reviewer: string;
  readonly paths: readonly string[];
  readonly changeUrl: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, reviewer, paths, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const name = usePersonName(reviewer);
  const [link, setLink] = useState(props.changeUrl ?? '');
  const [note, setNote] = useState('');
  const isLinkGood = isLinkOrEmpty(link);
  const submission = useSubmit({
    content: JSON.stringify([reviewer, paths, link, note]),
    doneText: t('askReview.done'),
    submit: idempotencyKey =>
      api.call('requestReview', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body: {
          reviewer,
          paths: [...paths],
          changeUrl: link.trim() || undefined,
          note: note.trim() || undefined,
        },
      }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('askReview.title')}
      intro={t('askReview.intro', { name })}
      submitText={t('askReview.submit')}
      canSubmit={isLinkGood}
      submission={submission}
      onClose={onClose}
    >
      <LinkField
        label={t('askReview.link')}
        help={t('askReview.linkHelp')}
        badLinkText={t('askReview.linkBad')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
      <TextArea
        label={t('askReview.note')}
        help={t('askReview.noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={2}
      />
    </FormDialog>
  );
}
