import { lazy, Suspense } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  LevelChange,
  PlatformProductApi,
} from '@platform-product/backstage-plugin-common';
import { Skeleton, Text } from '@backstage/ui';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { endOfInputDay, toInputDay } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { NativeField } from '../shared/NativeField';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { HistoryTable } from './HistoryTable';

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
      label={t('history.seeDate')}
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
    return <Text as="p">{t('history.empty')}</Text>;
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

async function loadAllChanges(
  api: PlatformProductApi,
  entityRef: string,
): Promise<LevelChange[]> {
  const changes: LevelChange[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call('getLevelHistory', {
      params: entityParamsOf(entityRef),
      query: { limit: 200, cursor },
    });
    changes.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return changes;
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
  const api = useApi(platformProductApiRef);
  const history = useLoaded(
    () => loadAllChanges(api, entityRef),
    [api, entityRef, version],
  );
  return (
    <Section
      title={t('history.title')}
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
