import { useState } from 'react';
import {
  EventOccurrence,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { EventDraftItem } from './EventDraftItem';
import { OpenEventDialog } from './EventDialogs';
import { OccurrenceItem } from './OccurrenceItem';

const shownAtFirst = 3;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  heading: { marginTop: theme.spacing(2) },
}));

/** What is coming, the soonest first, and what only the team sees. */
export function EventGroups(props: {
  readonly occurrences: readonly EventOccurrence[];
  readonly drafts: readonly ServiceEvent[];
  /** Events as they were planned, for the team. */
  readonly planned: readonly ServiceEvent[];
  readonly canWrite: boolean;
  readonly canAttend: boolean;
  readonly onOpen: (dialog: OpenEventDialog) => void;
  readonly onChanged: () => void;
}) {
  const { occurrences, drafts, planned, canWrite, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const [count, setCount] = useState(shownAtFirst);
  const shown = occurrences.slice(0, count);
  return (
    <>
      {occurrences.length === 0 && (
        <Text as="p" color="secondary">
          {canWrite ? t('updates.events.emptyTeam') : t('updates.events.empty')}
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map((occurrence, index) => (
          <OccurrenceItem
            key={`${occurrence.event.id} ${occurrence.originalStart}`}
            occurrence={occurrence}
            isFirst={
              shown.findIndex(
                ({ event }) => event.id === occurrence.event.id,
              ) === index
            }
            planned={planned.find(({ id }) => id === occurrence.event.id)}
            canAttend={props.canAttend}
            onOpen={onOpen}
            onChanged={props.onChanged}
          />
        ))}
      </ul>
      <ShowMore
        shown={shown.length}
        total={occurrences.length}
        onMore={() => setCount(more => more + 4 * shownAtFirst)}
      />
      {drafts.length > 0 && (
        <>
          <Text as="h3" color="secondary" className={classes.heading}>
            {t('updates.events.drafts')}
          </Text>
          <ul className={classes.list}>
            {drafts.map(draft => (
              <EventDraftItem
                key={draft.id}
                draft={draft}
                onOpen={onOpen}
                onPublished={props.onChanged}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
