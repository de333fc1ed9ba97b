import { ReactNode } from 'react';
import { RosterEntry } from '@platform-product/backstage-plugin-common';
import { isOutsideReviewer } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay } from '../shared/dates';
import { Person } from '../shared/Person';
import { Pill } from '../shared/Pill';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles({
  table: { minWidth: 520, '& th': { wordBreak: 'normal' } },
  actions: { whiteSpace: 'nowrap', textAlign: 'right', verticalAlign: 'top' },
});

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
    ? t('reviewers.roster.away', { date: formatDay(awayUntil) })
    : !onRotation && t('reviewers.roster.offRotation');
  return (
    <>
      {timeZone && <span title={timeZone}>{cityOf(timeZone)}</span>}
      {remark && (
        <Text as="div" variant="body-small" color="secondary">
          {remark}
        </Text>
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
    <Table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('reviewers.roster.who')}</th>
          <th scope="col">{t('reviewers.roster.role')}</th>
          <th scope="col">{t('reviewers.roster.open')}</th>
          <th scope="col">{t('reviewers.roster.when')}</th>
          {hasActions && <th scope="col">{t('shared.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {props.entries.map(entry => (
          <tr key={entry.userRef}>
            <td>
              <Person userRef={entry.userRef} />{' '}
              {isOutsideReviewer(entry) && (
                <Pill isQuiet>{t('reviewers.finder.outside')}</Pill>
              )}
            </td>
            <td>
              {entry.agreed && entry.status === 'active' ? (
                describeTerms(entry.agreed)
              ) : (
                <em>{t(`reviewers.roster.status.${entry.status}`)}</em>
              )}
              {entry.proposed && (
                <Text as="div" variant="body-small" color="secondary">
                  {t('reviewers.roster.proposes', {
                    terms: describeTerms(entry.proposed),
                  })}
                </Text>
              )}
              {entry.sponsor && (
                <Text as="div" variant="body-small" color="secondary">
                  {t('reviewers.roster.sponsor')}{' '}
                  <Person userRef={entry.sponsor} />
                </Text>
              )}
            </td>
            <td>
              {t('reviewers.finder.open', {
                open: `${entry.openReviews}`,
                most: `${entry.maxOpenReviews}`,
              })}
            </td>
            <td>
              <WhenCell person={entry} />
            </td>
            {hasActions && (
              <td className={classes.actions}>{props.renderActions(entry)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
