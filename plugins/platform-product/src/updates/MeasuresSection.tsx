import { Fragment } from 'react';
import { NoticeMeasures } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare, formatSpan } from '../shared/durations';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { LoadResult } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';

const minute = 60_000;
const day = 24 * 60 * minute;

const useStyles = makeStyles(theme => ({
  measures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: 'var(--bui-fg-secondary)' },
    '& dd': { margin: 0 },
  },
}));

/** How early and how fully users were told, in a year; nothing where they never were. */
export function MeasuresSection(props: {
  readonly measures: LoadResult<NoticeMeasures>;
}) {
  const { measures } = props;
  const t = useTexts();
  if (measures.value?.notices === 0) return null;
  return (
    <Section title={t('updates.measures.title')}>
      <Loaded
        result={measures}
        errorTitle={t('updates.measures.error')}
        height={120}
      >
        {value => <Measures measures={value} />}
      </Loaded>
    </Section>
  );
}

function Measures({ measures }: { readonly measures: NoticeMeasures }) {
  const classes = useStyles();
  const t = useTexts();
  const { timeToNotify, promises, completeness, answers, timeToPostMortem } =
    measures;
  const rows = [
    timeToNotify && [
      t('updates.measures.timeToNotify'),
      t('updates.measures.timeToNotifyText', {
        p50: formatSpan(timeToNotify.p50 * minute),
        p90: formatSpan(timeToNotify.p90 * minute),
      }),
    ],
    promises.made > 0 && [
      t('updates.measures.promises'),
      t('updates.measures.promisesText', {
        kept: `${promises.kept}`,
        made: `${promises.made}`,
      }),
    ],
    completeness !== undefined && [
      t('updates.measures.completeness'),
      formatShare(completeness),
    ],
    answers.wanted > 0 && [
      t('updates.measures.answers'),
      t('updates.measures.answersText', {
        given: `${answers.given}`,
        wanted: `${answers.wanted}`,
      }),
    ],
    timeToPostMortem !== undefined && [
      t('updates.measures.postMortem'),
      t('updates.measures.postMortemText', {
        span: formatSpan(timeToPostMortem * day),
      }),
    ],
  ].filter(Array.isArray);
  return (
    <>
      <Intro>{t('updates.measures.period', { count: measures.notices })}</Intro>
      <dl className={classes.measures}>
        {rows.map(([term, fact]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
