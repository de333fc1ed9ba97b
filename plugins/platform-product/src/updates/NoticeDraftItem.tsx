import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { Notice } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { FormDialog } from '../shared/FormDialog';
import { RelativeTime } from '../shared/RelativeTime';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { NoticeDialog } from './NoticeDialog';
import { useNoticeActions } from './useNoticeActions';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** A notice that nobody outside the team sees yet. */
export function NoticeDraftItem(props: {
  readonly entity: Entity;
  readonly draft: Notice;
  readonly notices: readonly Notice[];
  readonly onChanged: () => void;
}) {
  const { entity, draft, notices, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { discard } = useNoticeActions();
  const [open, setOpen] = useState<'edit' | 'discard'>();
  const close = () => setOpen(undefined);
  const removal = useSubmit({
    doneText: t('updates.notices.discarded'),
    submit: () => discard(draft),
    onClose: close,
    onDone: onChanged,
  });
  return (
    <li className={classes.item}>
      <div>
        <Text as="h3" weight="bold">
          {draft.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`updates.kinds.${draft.kind}`)} ·{' '}
          <RelativeTime at={draft.createdAt} />
        </Text>
      </div>
      <div className={classes.actions}>
        <ActionButton
          variant="secondary"
          text={t('updates.notices.edit')}
          about={draft.title}
          onPress={() => setOpen('edit')}
        />
        <ActionButton
          variant="tertiary"
          text={t('updates.notices.discard')}
          about={draft.title}
          onPress={() => setOpen('discard')}
        />
      </div>
      {open === 'edit' && (
        <NoticeDialog
          entity={entity}
          draft={draft}
          notices={notices}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {open === 'discard' && (
        <FormDialog
          title={t('updates.notices.discardTitle')}
          intro={t('updates.notices.discardIntro')}
          submitText={t('updates.notices.discard')}
          submission={removal}
          onClose={close}
        />
      )}
    </li>
  );
}
