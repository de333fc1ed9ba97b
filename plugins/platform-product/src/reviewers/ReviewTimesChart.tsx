import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatBusinessHours } from '../shared/durations';
import { useTexts } from '../shared/useTexts';

/** Waiting times by month. The table beside it says the same in numbers. */
export default function ReviewTimesChart({
  times,
}: {
  readonly times: ReviewTimes;
}) {
  const t = useTexts();
  const { palette } = useTheme();
  const promised = times.promise.hours;
  const tick = { fill: palette.text.secondary, fontSize: 12 };
  return (
    <div
      role="img"
      aria-label={t('reviewers.times.chart', {
        hours: formatBusinessHours(times.promise.hours),
      })}
    >
      <ResponsiveContainer width="100%" height={180}>
        <LineChart
          accessibilityLayer={false}
          data={[...times.months]}
          margin={{ top: 8, right: 8, left: -16 }}
        >
          <CartesianGrid vertical={false} stroke={palette.divider} />
          <XAxis dataKey="month" tick={tick} />
          <YAxis
            tick={tick}
            tickLine={false}
            unit=" h"
            domain={[
              0,
              (most: number) => Math.ceil(Math.max(most, 1.3 * promised)),
            ]}
          />
          <Tooltip
            formatter={value => formatBusinessHours(Number(value))}
            contentStyle={{
              background: palette.background.paper,
              border: `1px solid ${palette.divider}`,
            }}
          />
          <Legend iconType="plainline" />
          <ReferenceLine
            y={times.promise.hours}
            stroke={palette.text.secondary}
            strokeDasharray="2 4"
            label={{
              value: t('reviewers.times.promise'),
              fill: palette.text.secondary,
              fontSize: 12,
              position: 'insideTopRight',
            }}
          />
          <Line
            dataKey="p50"
            name={t('reviewers.times.p50')}
            stroke={palette.primary.main}
            strokeWidth={2}
            isAnimationActive={false}
            connectNulls
          />
          <Line
            dataKey="p75"
            name={t('reviewers.times.p75')}
            stroke={palette.primary.main}
            strokeDasharray="6 4"
            dot={{ strokeDasharray: 'none' }}
            strokeWidth={2}
            isAnimationActive={false}
            connectNulls
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
