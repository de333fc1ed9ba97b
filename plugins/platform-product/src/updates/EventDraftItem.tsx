import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { OpenEventDialog } from './EventDialogs';
import { formatLocal, zoneName } from './eventTimes';
import { useEventActions } from './useEventActions';

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
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** An event that nobody outside the team sees yet. */
export function EventDraftItem(props: {
  readonly draft: ServiceEvent;
  readonly onOpen: (dialog: OpenEventDialog) => void;
  readonly onPublished: () => void;
}) {
  const { draft, onOpen, onPublished } = props;
  const classes = useStyles();
  const t = useTexts();
  const { publish } = useEventActions();
  const publication = useSubmit({
    alertsErrors: true,
    doneText: t('updates.events.published'),
    submit: () => publish(draft),
    onDone: onPublished,
  });
  return (
    <li className={classes.item}>
      <div>
        <Text as="h4" weight="bold">
          {draft.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`updates.events.kinds.${draft.kind}`)} ·{' '}
          {t('updates.events.inZone', {
            time: formatLocal(draft.startsAt),
            zone: zoneName(draft.timeZone),
          })}
        </Text>
      </div>
      <div className={classes.actions}>
        <ActionButton
          variant="secondary"
          text={t('updates.events.publish')}
          about={draft.title}
          isPending={publication.loading}
          onPress={publication.run}
        />
        <ActionButton
          variant="tertiary"
          text={t('updates.events.edit')}
          about={draft.title}
          onPress={() => onOpen({ dialog: 'edit', event: draft })}
        />
        <ActionButton
          variant="tertiary"
          text={t('updates.events.drop')}
          about={draft.title}
          onPress={() => onOpen({ dialog: 'remove', event: draft })}
        />
      </div>
    </li>
  );
}
