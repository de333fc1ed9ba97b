import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';

const hours = (value: number | undefined) =>
  value === undefined ? '–' : formatBusinessHours(value);

/** Waiting times by month in numbers, the newest first. */
export function ReviewTimesTable(props: {
  readonly months: ReviewTimes['months'];
}) {
  const t = useTexts();
  return (
    <Table>
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
