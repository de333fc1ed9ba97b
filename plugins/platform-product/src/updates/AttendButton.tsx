import { EventOccurrence } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import ComingIcon from '@material-ui/icons/Check';
import { useTexts } from '../shared/useTexts';
import { formatSpanOf } from './eventTimes';
import { useAttendance } from './useAttendance';

const useStyles = makeStyles(theme => ({
  group: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
}));

/** Whether the reader comes, and how many do. */
export function AttendButton(props: {
  readonly occurrence: EventOccurrence;
  /** Whether the reader may say so; to take it back, nobody has to ask. */
  readonly canAttend: boolean;
  readonly onChanged: () => void;
}) {
  const { occurrence, canAttend, onChanged } = props;
  const { event, coming, isComing, isCancelled } = occurrence;
  const classes = useStyles();
  const t = useTexts();
  const attendance = useAttendance(occurrence, onChanged);
  const isOffered = isComing || (canAttend && !isCancelled);
  return (
    <div className={classes.group}>
      {isOffered && (
        <Button
          variant="secondary"
          size="small"
          aria-pressed={isComing}
          aria-label={t('updates.events.comeOf', {
            title: event.title,
            when: formatSpanOf(occurrence),
          })}
          iconStart={isComing ? <ComingIcon fontSize="inherit" /> : undefined}
          isPending={attendance.loading}
          onPress={attendance.run}
        >
          {t('updates.events.come')}
        </Button>
      )}
      {coming > 0 && (
        <Text as="span" color="secondary" role="status">
          {t('updates.events.coming', { count: coming })}
        </Text>
      )}
    </div>
  );
}
