import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Notice } from '@platform-product/backstage-plugin-common';
import {
  noticeInputSchema,
  noticeDraftSchema,
} from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { NoticeFields } from './NoticeFields';
import { emptyNoticeForm, noticeFormOf, toNoticeBody } from './noticeForm';
import { NoticePreviewFold } from './NoticePreviewFold';
import { useNoticeActions } from './useNoticeActions';
import { useNoticeTemplate } from './useNoticeTemplate';

/** Asks what happened, shows what users will be told, and tells them or keeps a draft. */
export function NoticeDialog(props: {
  readonly entity: Entity;
  /** Where it goes on with one. */
  readonly draft?: Notice;
  /** Notices of the service, the newest first, to begin like the last one. */
  readonly notices: readonly Notice[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entity, draft, notices, onClose, onDone } = props;
  const t = useTexts();
  const templateOf = useNoticeTemplate();
  const entityRef = stringifyEntityRef(entity);
  const actions = useNoticeActions();
  const [form, setForm] = useState(() =>
    draft
      ? noticeFormOf(draft)
      : emptyNoticeForm('missing-data', templateOf('missing-data'), new Date()),
  );
  const body = toNoticeBody(form);
  const problem = noticeInputSchema.safeParse(body).error?.issues[0];
  const write = {
    content: JSON.stringify(body),
    onClose,
    onDone,
  };
  const publication = useSubmit({
    ...write,
    doneText: t('updates.write.published'),
    submit: key =>
      draft
        ? actions.publishDraft(draft, body)
        : actions.publish(entityRef, body, key),
  });
  const drafting = useSubmit({
    ...write,
    doneText: t('updates.write.drafted'),
    submit: key =>
      draft
        ? actions.changeDraft(draft, body)
        : actions.draft(entityRef, body, key),
  });
  return (
    <FormDialog
      title={draft ? t('updates.write.titleDraft') : t('updates.write.title')}
      intro={t('updates.write.intro', {
        title: entity.metadata.title || entity.metadata.name,
      })}
      width="wide"
      submitText={t('updates.write.publish')}
      canSubmit={!problem && !drafting.loading}
      submission={{
        ...publication,
        error: publication.error ?? drafting.error,
      }}
      otherAction={
        <Button
          variant="secondary"
          isDisabled={
            publication.loading || !noticeDraftSchema.safeParse(body).success
          }
          isPending={drafting.loading}
          onPress={drafting.run}
        >
          {t('updates.write.saveDraft')}
        </Button>
      }
      onClose={() => {
        // Somebody else may have been first.
        if (publication.error || drafting.error) onDone();
        onClose();
      }}
    >
      <NoticeFields
        form={form}
        last={notices.find(
          ({ publishedAt, kind }) => publishedAt && kind === form.kind,
        )}
        isDraft={Boolean(draft)}
        onChange={setForm}
      />
      {problem && (
        <Text as="p" variant="body-small" color="secondary">
          {t('updates.write.notReady', {
            problem: `${problem.path.join('.')} ${problem.message}`,
          })}
        </Text>
      )}
      <NoticePreviewFold entityRef={entityRef} notice={body} />
    </FormDialog>
  );
}
