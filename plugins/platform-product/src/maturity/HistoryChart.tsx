import { LevelChange } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay } from '../shared/dates';
import { useTexts } from '../shared/useTexts';
import { useChangeTexts } from './useChangeTexts';

const mostCausesShown = 3;

const useStyles = makeStyles({
  tooltip: {
    padding: 'var(--bui-space-2)',
    maxWidth: 320,
    borderRadius: 'var(--bui-radius-2)',
    background: 'var(--bui-bg-neutral-1)',
    border: '1px solid var(--bui-border-1)',
    color: 'var(--bui-fg-primary)',
  },
});

interface Point {
  readonly time: number;
  readonly level: number;
  readonly change?: LevelChange;
}

function toPoints(changes: readonly LevelChange[]): Point[] {
  const points = [...changes].reverse().map(change => ({
    time: Date.parse(change.at),
    level: change.toLevel,
    change,
  }));
  return [...points, { time: Date.now(), level: points.at(-1)!.level }];
}

function ChangeTooltip({ change }: { readonly change?: LevelChange }) {
  const classes = useStyles();
  const { describeMove, describeCauses } = useChangeTexts();
  if (!change) return null;
  return (
    <div className={classes.tooltip}>
      <Text as="p" weight="bold">
        {formatDay(change.at)} · {describeMove(change)}
      </Text>
      {describeCauses(change)
        .slice(0, mostCausesShown)
        .map(cause => (
          <Text key={cause} as="p">
            {cause}
          </Text>
        ))}
    </div>
  );
}

/** The level over time as steps. The table beside it says the same in words. */
export default function HistoryChart(props: {
  readonly changes: readonly LevelChange[];
  readonly topLevel: number;
  readonly height: number;
}) {
  const { changes, topLevel, height } = props;
  const t = useTexts();
  const { palette } = useTheme();
  const points = toPoints(changes);
  return (
    <div
      role="img"
      aria-label={t('maturity.history.chart', { count: changes.length })}
    >
      <ResponsiveContainer width="100%" height={height}>
        <AreaChart
          accessibilityLayer={false}
          data={points}
          margin={{ top: 8, right: 16, left: -28 }}
        >
          <CartesianGrid vertical={false} stroke={palette.divider} />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={time => formatDay(new Date(time).toISOString())}
            tick={{ fill: palette.text.secondary, fontSize: 12 }}
            minTickGap={48}
          />
          <YAxis
            domain={[0, topLevel]}
            ticks={Array.from({ length: topLevel + 1 }, (_, level) => level)}
            tick={{ fill: palette.text.secondary, fontSize: 12 }}
            tickLine={false}
          />
          <Tooltip
            content={({ payload }) => (
              <ChangeTooltip
                change={(payload?.[0]?.payload as Point | undefined)?.change}
              />
            )}
          />
          <Area
            type="stepAfter"
            dataKey="level"
            stroke={palette.primary.main}
            strokeWidth={2}
            fill={palette.primary.main}
            fillOpacity={0.15}
            isAnimationActive={false}
          />
          {points
            .filter(({ change }) => change?.atRisk)
            .map(({ time, level }) => (
              <ReferenceDot
                key={time}
                x={time}
                y={level}
                r={5}
                fill={palette.warning.main}
                stroke={palette.background.paper}
              />
            ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
