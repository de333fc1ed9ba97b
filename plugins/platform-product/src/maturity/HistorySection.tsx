import { lazy, Suspense, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  LevelChange,
} from '@platform-product/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { endOfInputDay, toInputDay } from '../shared/dates';
import { Field } from '../shared/Field';
import { LoadError } from '../shared/LoadError';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { HistoryTable } from './HistoryTable';

const HistoryChart = lazy(() => import('./HistoryChart'));
const chartHeight = 160;

function DatePicker(props: {
  readonly onPick: (at: string | undefined) => void;
}) {
  const t = useTexts();
  const [day, setDay] = useState('');
  return (
    <Field
      label={t('history.seeDate')}
      type="date"
      size="small"
      value={day}
      inputProps={{ max: toInputDay(new Date()) }}
      InputLabelProps={{ shrink: true }}
      onChange={event => {
        setDay(event.target.value);
        const end = endOfInputDay(event.target.value);
        const isToday = end && end > new Date();
        props.onPick(isToday ? undefined : end?.toISOString());
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
    return <Typography variant="body2">{t('history.empty')}</Typography>;
  }
  return (
    <>
      <Suspense fallback={<Skeleton variant="rect" height={chartHeight} />}>
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
  readonly version?: string;
  readonly onSeeDate: (at: string | undefined) => void;
}) {
  const { entityRef, topLevel, version, onSeeDate } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const { value, error, retry } = useAsyncRetry(
    () =>
      api.call('getLevelHistory', {
        params: entityParamsOf(entityRef),
        query: { limit: 200 },
      }),
    [api, entityRef, version],
  );
  return (
    <Section
      title={t('history.title')}
      action={<DatePicker onPick={onSeeDate} />}
    >
      {error && (
        <LoadError title={t('maturity.error')} error={error} onRetry={retry} />
      )}
      {!value && !error && <Skeleton variant="rect" height={chartHeight} />}
      {value && <Changes changes={value.items} topLevel={topLevel} />}
    </Section>
  );
}
