import { Entity } from '@backstage/catalog-model';
import { Notice } from '@platform-product/backstage-plugin-common';
import { DiscardDraftDialog } from './DiscardDraftDialog';
import { FollowUpDialog } from './FollowUpDialog';
import { NoticeAnswersDialog } from './NoticeAnswersDialog';
import { NoticeDialog } from './NoticeDialog';

/** What is open above the notices, and about which of them. */
export type OpenDialog =
  | { readonly dialog: 'write' }
  | {
      readonly dialog: 'edit' | 'discard' | 'followUp' | 'answers';
      readonly notice: Notice;
    };

/**
 * The dialog that is open. It stands beside the notices, and not in one of them, which may
 * move while somebody types.
 */
export function NoticeDialogs(props: {
  readonly open: OpenDialog;
  readonly entity: Entity;
  readonly notices: readonly Notice[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { open, entity, notices, ...dialog } = props;
  if (open.dialog === 'write') {
    return <NoticeDialog {...dialog} entity={entity} notices={notices} />;
  }
  const { notice } = open;
  const newest = notices.find(({ id }) => id === notice.id) ?? notice;
  switch (open.dialog) {
    case 'edit':
      return (
        <NoticeDialog
          {...dialog}
          entity={entity}
          draft={notice}
          notices={notices}
        />
      );
    case 'discard':
      return <DiscardDraftDialog {...dialog} draft={notice} />;
    case 'followUp':
      return (
        <FollowUpDialog
          {...dialog}
          notice={notice}
          others={notices.filter(
            ({ id, publishedAt, status }) =>
              publishedAt &&
              id !== notice.id &&
              status !== 'merged' &&
              status !== 'withdrawn',
          )}
        />
      );
    default:
      return <NoticeAnswersDialog notice={newest} onClose={props.onClose} />;
  }
}
