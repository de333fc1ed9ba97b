import { Notice } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';

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
  readonly draft: Notice;
  readonly onOpen: (dialog: 'edit' | 'discard', draft: Notice) => void;
}) {
  const { draft, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
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
          onPress={() => onOpen('edit', draft)}
        />
        <ActionButton
          variant="tertiary"
          text={t('updates.notices.discard')}
          about={draft.title}
          onPress={() => onOpen('discard', draft)}
        />
      </div>
    </li>
  );
}
