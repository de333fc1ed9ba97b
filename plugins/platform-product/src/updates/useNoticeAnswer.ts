import { useApi } from '@backstage/frontend-plugin-api';
import { NoticeAnswerKind } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** Answers a notice for entities of the reader. */
export function useNoticeAnswer(options: {
  readonly noticeId: string;
  /** What people call the service. */
  readonly title: string;
  readonly entityRefs: readonly string[];
  readonly answer: NoticeAnswerKind;
  readonly onDone: () => void;
}) {
  const { noticeId, title, entityRefs, answer, onDone } = options;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  return useSubmit({
    alertsErrors: true,
    doneText: t('updates.waiting.done', { title }),
    submit: () =>
      api.call('answerNotice', {
        params: { id: noticeId },
        body: { entityRefs: [...entityRefs], answer },
      }),
    onDone,
  });
}
