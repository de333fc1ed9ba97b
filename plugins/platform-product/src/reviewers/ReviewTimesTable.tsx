import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { useTexts } from '../shared/useTexts';

const hours = (value: number | undefined) =>
  value === undefined ? '–' : formatBusinessHours(value);

/** Waiting times by month in numbers, the newest first. */
export function ReviewTimesTable(props: {
  readonly months: ReviewTimes['months'];
}) {
  const t = useTexts();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('times.month')}</TableCell>
          <TableCell align="right">{t('times.count')}</TableCell>
          <TableCell align="right">{t('times.inTime')}</TableCell>
          <TableCell align="right">{t('times.p50')}</TableCell>
          <TableCell align="right">{t('times.p75')}</TableCell>
          <TableCell align="right">{t('times.p90')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {[...props.months].reverse().map(month => (
          <TableRow key={month.month}>
            <TableCell>{month.month}</TableCell>
            <TableCell align="right">{month.total}</TableCell>
            <TableCell align="right">
              {month.share === undefined ? '–' : formatShare(month.share)}
            </TableCell>
            <TableCell align="right">{hours(month.p50)}</TableCell>
            <TableCell align="right">{hours(month.p75)}</TableCell>
            <TableCell align="right">{hours(month.p90)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
