import {
  EventOccurrence,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { ActionButton } from '../shared/ActionButton';
import { ExternalLink } from '../shared/ExternalLink';
import { LongText } from '../shared/LongText';
import { Pill } from '../shared/Pill';
import { useTexts } from '../shared/useTexts';
import { AttendButton } from './AttendButton';
import { OpenEventDialog } from './EventDialogs';
import { formatOwnSpanOf, formatSpanOf, zoneName } from './eventTimes';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  acts: { marginTop: theme.spacing(1) },
  marks: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  facts: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
}));

/** One time at which an event takes place: when, where, who comes. */
export function OccurrenceItem(props: {
  readonly occurrence: EventOccurrence;
  /** The event as its team has planned it, where the reader is of the team. */
  readonly planned?: ServiceEvent;
  /** Whether it is the first one of its event, and tells more about it. */
  readonly isFirst: boolean;
  readonly canAttend: boolean;
  readonly onOpen: (dialog: OpenEventDialog) => void;
  readonly onChanged: () => void;
}) {
  const { occurrence, planned, onOpen } = props;
  const { event, isCancelled, isMoved, note, coming } = occurrence;
  const classes = useStyles();
  const t = useTexts();
  const own = formatOwnSpanOf(occurrence, event);
  const when = formatSpanOf(occurrence);
  const about = `${event.title}, ${when}`;
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <Text as="span">
          {when}
          {own && (
            <Text as="span" variant="body-small" color="secondary">
              {' · '}
              {t('updates.events.inZone', {
                time: own,
                zone: zoneName(event.timeZone),
              })}
            </Text>
          )}
        </Text>
        <div className={classes.marks}>
          {isCancelled && <Pill>{t('updates.events.cancelled')}</Pill>}
          {isMoved && <Pill>{t('updates.events.moved')}</Pill>}
          <Pill isQuiet>{t(`updates.events.kinds.${event.kind}`)}</Pill>
        </div>
      </div>
      <Text as="h3" weight="bold">
        {event.title}
      </Text>
      {note && <Text as="p">{note}</Text>}
      <div className={classes.facts}>
        {event.place && <Text as="span">{event.place}</Text>}
        {event.link && !isCancelled && (
          <ExternalLink href={event.link}>
            <span aria-label={t('updates.events.joinOf', { title: about })}>
              {t('updates.events.join')}
            </span>
          </ExternalLink>
        )}
      </div>
      {event.text && props.isFirst && (
        <LongText text={event.text} about={event.title} />
      )}
      <div className={clsx(classes.row, classes.acts)}>
        <AttendButton
          occurrence={occurrence}
          canAttend={props.canAttend}
          onChanged={props.onChanged}
        />
        {planned && (
          <div className={classes.actions}>
            {coming > 0 && (
              <ActionButton
                variant="tertiary"
                text={t('updates.events.who')}
                about={about}
                onPress={() => onOpen({ dialog: 'who', occurrence })}
              />
            )}
            <ActionButton
              variant="tertiary"
              text={t('updates.events.one')}
              about={about}
              onPress={() =>
                onOpen({ dialog: 'one', event: planned, occurrence })
              }
            />
            {/* These are about the whole event. */}
            {props.isFirst && (
              <>
                <ActionButton
                  variant="tertiary"
                  text={t('updates.events.edit')}
                  about={about}
                  onPress={() => onOpen({ dialog: 'edit', event: planned })}
                />
                <ActionButton
                  variant="tertiary"
                  text={t('updates.events.cancel')}
                  about={about}
                  onPress={() => onOpen({ dialog: 'remove', event: planned })}
                />
              </>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
