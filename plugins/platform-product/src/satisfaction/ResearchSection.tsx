import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Research,
  ResearchList,
} from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { formatDay } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
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
              <Button
                size="small"
                variant="outlined"
                onClick={() => setOpen(true)}
              >
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
            <Typography variant="body2" color="textSecondary">
              {canWrite ? t('research.emptyOwner') : t('research.empty')}
            </Typography>
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
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {kinds.length
          ? t('research.recent', { kinds: kinds.join(' · ') })
          : t('research.recentNone')}
      </Typography>
      <ul className={classes.list}>
        {items.map(entry => (
          <Entry key={entry.id} entry={entry} onRemoved={props.onRemoved} />
        ))}
      </ul>
      {totalItems > items.length && (
        <Typography variant="body2" color="textSecondary">
          {t('feedback.more', {
            shown: `${items.length}`,
            total: `${totalItems}`,
          })}{' '}
          {props.onMore && (
            <Button size="small" onClick={props.onMore}>
              {t('feedback.showMore')}
            </Button>
          )}
        </Typography>
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
      <Typography variant="subtitle2" component="h3">
        {[t(`research.kinds.${entry.kind}`), entry.team, formatDay(entry.date)]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Typography variant="body2">{entry.learned}</Typography>
      {entry.follows && (
        <Typography variant="body2" color="textSecondary">
          {t('research.follows', { text: entry.follows })}
        </Typography>
      )}
      {entry.link && (
        <Link href={entry.link} target="_blank" rel="noopener">
          {t('reply.more')}
        </Link>
      )}
      {onRemoved && (
        <Button size="small" onClick={() => setRemoving(true)}>
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
