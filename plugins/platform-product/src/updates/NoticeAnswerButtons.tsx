import { parseEntityRef } from '@backstage/catalog-model';
import {
  Notice,
  NoticeAnswerKind,
} from '@platform-product/backstage-plugin-common';
import { noticeAnswers } from '@platform-product/backstage-plugin-common/rules';
import { Button } from '@backstage/ui';
import { useTexts } from '../shared/useTexts';
import { useNoticeAnswer } from './useNoticeAnswer';

interface Answering {
  readonly notice: Notice;
  /** What people call the service. */
  readonly title: string;
  /** For which of the reader’s entities. */
  readonly entityRefs: readonly string[];
  readonly onAnswered: () => void;
}

/** The four answers to a notice. */
export function NoticeAnswerButtons(props: Answering) {
  return (
    <>
      {noticeAnswers.map(answer => (
        <AnswerButton key={answer} answer={answer} {...props} />
      ))}
    </>
  );
}

function AnswerButton(
  props: Answering & { readonly answer: NoticeAnswerKind },
) {
  const { answer, notice, title, entityRefs, onAnswered } = props;
  const t = useTexts();
  const { loading, run } = useNoticeAnswer({
    noticeId: notice.id,
    title,
    entityRefs,
    answer,
    onDone: onAnswered,
  });
  const text = t(`updates.waiting.answers.${answer}`);
  return (
    <Button
      variant="secondary"
      isPending={loading}
      onPress={run}
      aria-label={t('updates.waiting.answerOf', {
        answer: text,
        entities: entityRefs.map(ref => parseEntityRef(ref).name).join(', '),
        title: notice.title,
      })}
    >
      {text}
    </Button>
  );
}
