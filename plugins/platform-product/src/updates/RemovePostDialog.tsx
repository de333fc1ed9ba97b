import { Post } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { usePostActions } from './usePostActions';

/** Asks whether a post is to be taken down. */
export function RemovePostDialog(props: {
  readonly post: Post;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { post, onClose, onDone } = props;
  const t = useTexts();
  const { remove } = usePostActions();
  const removal = useSubmit({
    doneText: t('updates.posts.removed'),
    submit: () => remove(post),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('updates.posts.removeTitle')}
      intro={t('updates.posts.removeIntro', { title: post.title })}
      submitText={t('updates.posts.remove')}
      submission={removal}
      onClose={onClose}
    />
  );
}
