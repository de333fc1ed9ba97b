import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Research,
  ResearchList,
} from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatDay } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { FormDialog } from '../shared/FormDialog';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { AddResearchDialog } from './AddResearchDialog';

const pageSize = 10;
/** The API gives no more at once. */
const mostItems = 200;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    '&:not(:first-child)': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

/** How the team listens besides asking for ratings. */
export function ResearchSection(props: {
  readonly entityRef: string;
  readonly canWrite: boolean;
}) {
  const { entityRef, canWrite } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  const research = useLoaded(
    () =>
      api.call('listResearch', {
        params: entityParamsOf(entityRef),
        query: { limit: `${limit}` },
      }),
    [api, entityRef, limit],
  );
  return (
    <Loaded result={research} errorTitle={t('research.error')} height={160}>
      {log => (
        <Section
          title={t('research.title')}
          action={
            canWrite && (
              <Button variant="secondary" onPress={() => setOpen(true)}>
                {t('research.add')}
              </Button>
            )
          }
        >
          {log.items.length > 0 ? (
            <Log
              log={log}
              onRemoved={canWrite ? research.reload : undefined}
              onMore={
                limit < mostItems
                  ? () => setLimit(count => count + pageSize)
                  : undefined
              }
            />
          ) : (
            <Text as="p" color="secondary">
              {canWrite ? t('research.emptyOwner') : t('research.empty')}
            </Text>
          )}
          {isOpen && (
            <AddResearchDialog
              entityRef={entityRef}
              onClose={() => setOpen(false)}
              onDone={research.reload}
            />
          )}
        </Section>
      )}
    </Loaded>
  );
}

function Log(props: {
  readonly log: ResearchList;
  readonly onRemoved?: () => void;
  readonly onMore?: () => void;
}) {
  const { items, totalItems, recent } = props.log;
  const classes = useStyles();
  const t = useTexts();
  const kinds = researchKinds.flatMap(kind =>
    recent[kind] ? [`${t(`research.kinds.${kind}`)} ${recent[kind]}`] : [],
  );
  return (
    <>
      <Intro>
        {kinds.length
          ? t('research.recent', { kinds: kinds.join(' · ') })
          : t('research.recentNone')}
      </Intro>
      <ul className={classes.list}>
        {items.map(entry => (
          <Entry key={entry.id} entry={entry} onRemoved={props.onRemoved} />
        ))}
      </ul>
      {totalItems > items.length && (
        <Text as="p" color="secondary">
          {t('feedback.more', {
            shown: `${items.length}`,
            total: `${totalItems}`,
          })}{' '}
          {props.onMore && (
            <Button variant="tertiary" onPress={props.onMore}>
              {t('feedback.showMore')}
            </Button>
          )}
        </Text>
      )}
    </>
  );
}

function Entry(props: {
  readonly entry: Research;
  readonly onRemoved?: () => void;
}) {
  const { entry, onRemoved } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isRemoving, setRemoving] = useState(false);
  const removal = useSubmit({
    doneText: t('research.removed'),
    submit: () => api.call('removeResearch', { params: { id: entry.id } }),
    onClose: () => setRemoving(false),
    onDone: onRemoved,
  });
  return (
    <li className={classes.item}>
      <Text as="h3" weight="bold">
        {[t(`research.kinds.${entry.kind}`), entry.team, formatDay(entry.date)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text as="p">{entry.learned}</Text>
      {entry.follows && (
        <Text as="p" color="secondary">
          {t('research.follows', { text: entry.follows })}
        </Text>
      )}
      {entry.link && (
        <ExternalLink href={entry.link}>{t('reply.more')}</ExternalLink>
      )}
      {onRemoved && (
        <Button variant="tertiary" onPress={() => setRemoving(true)}>
          {t('research.remove')}
        </Button>
      )}
      {isRemoving && (
        <FormDialog
          title={t('research.removeTitle')}
          intro={t('research.removeIntro')}
          submitText={t('research.remove')}
          submission={removal}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
