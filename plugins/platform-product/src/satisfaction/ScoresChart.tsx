import { FeatureScore } from '@platform-product/backstage-plugin-common';
import blue from '@material-ui/core/colors/blue';
import blueGrey from '@material-ui/core/colors/blueGrey';
import deepOrange from '@material-ui/core/colors/deepOrange';
import green from '@material-ui/core/colors/green';
import purple from '@material-ui/core/colors/purple';
import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatShare } from '../shared/durations';
import { useTexts } from '../shared/useTexts';
import { roundsOf } from './roundsOf';
import { useFeatureTexts } from './useFeatureTexts';

/** Told apart without colour, too. */
const dashes = ['', '8 3', '2 3', '8 3 2 3', '14 4'];
const hues = [blue, deepOrange, green, purple, blueGrey];

/** The share of good ratings over rounds. The table says the same in numbers. */
export default function ScoresChart(props: {
  readonly features: readonly FeatureScore[];
}) {
  const t = useTexts();
  const textsOf = useFeatureTexts();
  const { palette, spacing } = useTheme();
  const tick = { fill: palette.text.secondary, fontSize: 12 };
  const data = roundsOf(props.features).map(roundId => ({
    roundId,
    ...Object.fromEntries(
      props.features.map(({ feature, history }) => [
        feature,
        history.find(past => past.roundId === roundId)?.share,
      ]),
    ),
  }));
  return (
    <div
      role="img"
      aria-label={t('satisfaction.scores.chart')}
      style={{ marginTop: spacing(2) }}
    >
      <ResponsiveContainer width="100%" height={220}>
        <LineChart
          accessibilityLayer={false}
          data={data}
          margin={{ top: 8, right: 16, left: -8 }}
        >
          <CartesianGrid vertical={false} stroke={palette.divider} />
          <XAxis dataKey="roundId" tick={tick} />
          <YAxis
            tick={tick}
            tickLine={false}
            domain={[0, 1]}
            tickFormatter={formatShare}
          />
          <Tooltip
            formatter={value => formatShare(Number(value))}
            contentStyle={{
              background: palette.background.paper,
              border: `1px solid ${palette.divider}`,
            }}
          />
          <Legend
            iconType="plainline"
            iconSize={28}
            // As everywhere else on the page, not by the alphabet.
            itemSorter={null}
          />
          {props.features.map(({ feature }, index) => (
            <Line
              key={feature}
              dataKey={feature}
              name={textsOf(feature).name}
              stroke={hues[index][palette.type === 'dark' ? 300 : 800]}
              strokeDasharray={dashes[index]}
              dot={{ strokeDasharray: 'none' }}
              strokeWidth={2}
              isAnimationActive={false}
              connectNulls
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
