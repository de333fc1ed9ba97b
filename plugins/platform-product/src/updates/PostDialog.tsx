import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Post } from '@platform-product/backstage-plugin-common';
import { postInputSchema } from '@platform-product/backstage-plugin-common/rules';
import { Button } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { PostFields } from './PostFields';
import { asDraft, isOut, postFormOf, PostStart, toPostBody } from './postForm';
import { usePostActions } from './usePostActions';

/** Asks what is new, shows how it will look, and publishes it, now or later. */
export function PostDialog(props: {
  readonly entity: Entity;
  /** Where one is changed. */
  readonly post?: Post;
  readonly start?: PostStart;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entity, post, start = {}, onClose, onDone } = props;
  const t = useTexts();
  const { add, change } = usePostActions();
  const [form, setForm] = useState(() => postFormOf(post, start));
  const body = toPostBody(form, post);
  const send = (sent: typeof body) => (key: string) =>
    post ? change(post, sent) : add(stringifyEntityRef(entity), sent, key);
  const isSeen = post && isOut(post);
  const later = body.publishAt ? 'schedule' : 'publish';
  const isGood = postInputSchema.safeParse(body).success;
  const write = { content: JSON.stringify(body), onClose, onDone };
  const doneText = later === 'schedule' ? 'scheduled' : 'published';
  const publication = useSubmit({
    ...write,
    doneText: t(`updates.posts.dialog.${isSeen ? 'saved' : doneText}`),
    submit: send(body),
  });
  const drafting = useSubmit({
    ...write,
    doneText: t('updates.posts.dialog.drafted'),
    submit: send(asDraft(body)),
  });
  return (
    <FormDialog
      title={t(`updates.posts.dialog.${post ? 'titleChange' : 'title'}`)}
      intro={t('updates.posts.dialog.intro', {
        title: entity.metadata.title || entity.metadata.name,
      })}
      width="wide"
      submitText={t(`updates.posts.dialog.${isSeen ? 'save' : later}`)}
      canSubmit={isGood && !drafting.loading}
      submission={{
        ...publication,
        error: publication.error ?? drafting.error,
      }}
      otherAction={
        !isSeen && (
          <Button
            variant="secondary"
            isDisabled={publication.loading || !isGood}
            isPending={drafting.loading}
            onPress={drafting.run}
          >
            {t('updates.posts.dialog.saveDraft')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <PostFields form={form} hasDate={!isSeen} onChange={setForm} />
    </FormDialog>
  );
}
