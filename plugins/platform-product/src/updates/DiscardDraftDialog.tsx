import { Notice } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useNoticeActions } from './useNoticeActions';

/** Asks whether a draft is to be thrown away. */
export function DiscardDraftDialog(props: {
  readonly draft: Notice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { draft, onClose, onDone } = props;
  const t = useTexts();
  const { discard } = useNoticeActions();
  const removal = useSubmit({
    doneText: t('updates.notices.discarded'),
    submit: () => discard(draft),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('updates.notices.discardTitle')}
      intro={t('updates.notices.discardIntro')}
      submitText={t('updates.notices.discard')}
      submission={removal}
      onClose={onClose}
    />
  );
}
