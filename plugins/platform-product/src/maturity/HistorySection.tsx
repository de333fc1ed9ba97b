import { lazy, Suspense, useState } from 'react';
import { LevelChange } from '@platform-product/backstage-plugin-common';
import { Skeleton, Text } from '@backstage/ui';
import { endOfInputDay, toInputDay } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { NativeField } from '../shared/NativeField';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { HistoryTable } from './HistoryTable';
import { useLevelHistory } from './useLevelHistory';

const HistoryChart = lazy(() => import('./HistoryChart'));
const chartHeight = 120;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

function DatePicker(props: {
  readonly at: string | undefined;
  /** When the history begins. */
  readonly since: string;
  readonly onPick: (at: string | undefined) => void;
}) {
  const t = useTexts();
  const { at, since, onPick } = props;
  const shown = at ? toInputDay(new Date(at)) : '';
  // What is half typed is a year of the ancients.
  const [typed, setTyped] = useState<string>();
  const min = toInputDay(new Date(since));
  const max = toInputDay(new Date(Date.now() - millisecondsPerDay));
  return (
    <NativeField
      type="date"
      label={t('maturity.history.seeDate')}
      value={typed ?? shown}
      min={min}
      max={max}
      onChange={text => {
        const isWhole = text >= min && text <= max;
        setTyped(text && !isWhole ? text : undefined);
        if (isWhole) onPick(endOfInputDay(text)?.toISOString());
        else if (!text) onPick(undefined);
      }}
    />
  );
}

function Changes(props: {
  readonly changes: readonly LevelChange[];
  readonly topLevel: number;
}) {
  const { changes, topLevel } = props;
  const t = useTexts();
  if (!changes.length) {
    return <Text as="p">{t('maturity.history.empty')}</Text>;
  }
  return (
    <>
      <Suspense fallback={<Skeleton width="100%" height={chartHeight} />}>
        <HistoryChart
          changes={changes}
          topLevel={topLevel}
          height={chartHeight}
        />
      </Suspense>
      <HistoryTable changes={changes} />
    </>
  );
}

/** The level over time and what moved it. */
export function HistorySection(props: {
  readonly entityRef: string;
  readonly topLevel: number;
  /** Loads again when it changes. */
  readonly version: number;
  /** The past moment that the page shows, if it does. */
  readonly at: string | undefined;
  readonly onSeeDate: (at: string | undefined) => void;
}) {
  const { entityRef, topLevel, version, at, onSeeDate } = props;
  const t = useTexts();
  const history = useLevelHistory(entityRef, version);
  const first = history.value?.at(-1);
  return (
    <Section
      title={t('maturity.history.title')}
      action={
        first && <DatePicker at={at} since={first.at} onPick={onSeeDate} />
      }
    >
      <Loaded
        result={history}
        errorTitle={t('maturity.error')}
        height={chartHeight}
      >
        {changes => <Changes changes={changes} topLevel={topLevel} />}
      </Loaded>
    </Section>
  );
}
