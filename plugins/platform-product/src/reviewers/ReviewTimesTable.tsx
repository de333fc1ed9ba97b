import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';

const hours = (value: number | undefined) =>
  value === undefined ? '–' : formatBusinessHours(value, 'narrow');

const useStyles = makeStyles({
  // It stands in the narrower column of the page.
  table: {
    fontSize: 'var(--bui-font-size-2)',
    '& :where(th, td)': {
      padding: 'var(--bui-space-2) var(--bui-space-1)',
    },
  },
});

/** Waiting times by month in numbers, the newest first. */
export function ReviewTimesTable(props: {
  readonly months: ReviewTimes['months'];
}) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <Table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('reviewers.times.month')}</th>
          <th scope="col" data-align="end">
            {t('reviewers.times.count')}
          </th>
          <th scope="col" data-align="end">
            {t('reviewers.times.inTime')}
          </th>
          <th scope="col" data-align="end">
            {t('reviewers.times.p50')}
          </th>
          <th scope="col" data-align="end">
            {t('reviewers.times.p75')}
          </th>
          <th scope="col" data-align="end">
            {t('reviewers.times.p90')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...props.months].reverse().map(month => (
          <tr key={month.month}>
            <td>{month.month}</td>
            <td data-align="end">{month.total}</td>
            <td data-align="end">
              {month.share === undefined ? '–' : formatShare(month.share)}
            </td>
            <td data-align="end">{hours(month.p50)}</td>
            <td data-align="end">{hours(month.p75)}</td>
            <td data-align="end">{hours(month.p90)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
