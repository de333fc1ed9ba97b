import { useState } from 'react';
import { Research } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { formatDay } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useResearchActions } from './useResearchActions';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
}));

/** One time that the team listened, and the way to remove it. */
export function ResearchEntry(props: {
  readonly entry: Research;
  readonly onRemoved?: () => void;
}) {
  const { entry, onRemoved } = props;
  const classes = useStyles();
  const t = useTexts();
  const { remove } = useResearchActions();
  const [isRemoving, setRemoving] = useState(false);
  const removal = useSubmit({
    doneText: t('satisfaction.research.removed'),
    submit: () => remove(entry.id),
    onClose: () => setRemoving(false),
    onDone: onRemoved,
  });
  const title = [
    t(`satisfaction.research.kinds.${entry.kind}`),
    entry.team,
    formatDay(entry.date),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={classes.item}>
      <Text as="h3" weight="bold">
        {title}
      </Text>
      <Text as="p">{entry.learned}</Text>
      {entry.follows && (
        <Text as="p" color="secondary">
          {t('satisfaction.research.follows', { text: entry.follows })}
        </Text>
      )}
      {entry.link && (
        <ExternalLink href={entry.link}>
          {t('satisfaction.reply.more')}
        </ExternalLink>
      )}
      {onRemoved && (
        <ActionButton
          variant="tertiary"
          text={t('satisfaction.research.remove')}
          about={title}
          onPress={() => setRemoving(true)}
        />
      )}
      {isRemoving && (
        <FormDialog
          title={t('satisfaction.research.removeTitle')}
          intro={t('satisfaction.research.removeIntro')}
          submitText={t('satisfaction.research.remove')}
          submission={removal}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
