import { ReactNode } from 'react';
import { RosterEntry } from '@platform-product/backstage-plugin-common';
import Chip from '@material-ui/core/Chip';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay } from '../shared/dates';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    overflowWrap: 'break-word',
    wordBreak: 'normal',
    lineHeight: 1.43,
  },
  table: { minWidth: 520, '& th': { wordBreak: 'normal' } },
  chip: { margin: theme.spacing(0.25, 0) },
  actions: { whiteSpace: 'nowrap', textAlign: 'right', verticalAlign: 'top' },
}));

/** The part of a time zone's name by which people know it. */
const cityOf = (timeZone: string) =>
  timeZone.split('/').pop()?.replace(/_/g, ' ');

/** When somebody is there: their time zone, or until when they are not. */
export function WhenCell(props: {
  readonly person: Pick<RosterEntry, 'timeZone' | 'awayUntil' | 'onRotation'>;
}) {
  const { timeZone, awayUntil, onRotation } = props.person;
  const t = useTexts();
  const remark = awayUntil
    ? t('roster.away', { date: formatDay(awayUntil) })
    : !onRotation && t('roster.offRotation');
  return (
    <>
      {timeZone && <span title={timeZone}>{cityOf(timeZone)}</span>}
      {remark && (
        <Typography variant="caption" display="block" color="textSecondary">
          {remark}
        </Typography>
      )}
    </>
  );
}

/** Everybody on the roster who is not emeritus. */
export function RosterTable(props: {
  readonly entries: readonly RosterEntry[];
  readonly renderActions: (entry: RosterEntry) => ReactNode;
  readonly hasActions: boolean;
}) {
  const { hasActions } = props;
  const classes = useStyles();
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  return (
    <Table size="small" className={classes.table}>
      <TableHead>
        <TableRow>
          <TableCell>{t('roster.who')}</TableCell>
          <TableCell>{t('roster.role')}</TableCell>
          <TableCell>{t('roster.open')}</TableCell>
          <TableCell>{t('roster.when')}</TableCell>
          {hasActions && <TableCell>{t('criteria.actions')}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {props.entries.map(entry => (
          <TableRow key={entry.userRef}>
            <TableCell className={classes.cell}>
              <Person userRef={entry.userRef} />{' '}
              {entry.isOutside && (
                <Chip
                  className={classes.chip}
                  size="small"
                  variant="outlined"
                  label={t('finder.outside')}
                />
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              {entry.agreed && entry.status === 'active' ? (
                describeTerms(entry.agreed)
              ) : (
                <em>{t(`roster.status.${entry.status}`)}</em>
              )}
              {entry.proposed && (
                <Typography
                  variant="caption"
                  display="block"
                  color="textSecondary"
                >
                  {t('roster.proposes', {
                    terms: describeTerms(entry.proposed),
                  })}
                </Typography>
              )}
              {entry.sponsor && (
                <Typography
                  variant="caption"
                  display="block"
                  color="textSecondary"
                >
                  {t('roster.sponsor')} <Person userRef={entry.sponsor} />
                </Typography>
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              {t('finder.open', {
                open: `${entry.openReviews}`,
                most: `${entry.maxOpenReviews}`,
              })}
            </TableCell>
            <TableCell className={classes.cell}>
              <WhenCell person={entry} />
            </TableCell>
            {hasActions && (
              <TableCell className={classes.actions}>
                {props.renderActions(entry)}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
