import { lazy, Suspense } from 'react';
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
const chartHeight = 160;

function DatePicker(props: {
  readonly at: string | undefined;
  readonly onPick: (at: string | undefined) => void;
}) {
  const t = useTexts();
  const { at, onPick } = props;
  return (
    <NativeField
      type="date"
      label={t('maturity.history.seeDate')}
      value={at ? toInputDay(new Date(at)) : ''}
      onChange={text => {
        const end = endOfInputDay(text);
        const isPast = end && end < new Date();
        onPick(isPast ? end.toISOString() : undefined);
      }}
      max={toInputDay(new Date())}
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
  return (
    <Section
      title={t('maturity.history.title')}
      action={<DatePicker at={at} onPick={onSeeDate} />}
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
