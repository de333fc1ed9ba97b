import { lazy, Suspense, useState } from 'react';
import { Contributing } from '@platform-product/backstage-plugin-common';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import { Button } from '../shared/Button';
import { formatRelative } from '../shared/dates';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { GuideCoverage } from './GuideCoverage';
import { GuideMissing } from './GuideMissing';
import { GuideOutline } from './GuideOutline';

const GuideMarkdown = lazy(() => import('./GuideMarkdown'));

/** A longer guide is shown in part at first. */
const longGuide = 6000;

const useStyles = makeStyles(theme => ({
  guide: {
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 1fr)',
    gap: theme.spacing(3),
    marginTop: theme.spacing(2),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { minWidth: 0, maxWidth: '80ch', overflowX: 'auto' },
  short: {
    maxHeight: 640,
    overflow: 'hidden',
    maskImage: 'linear-gradient(black 85%, transparent)',
  },
}));

/** The guide itself, with what it covers and its outline. */
export function GuideSection(props: {
  readonly contributing: Contributing;
  readonly canWrite: boolean;
}) {
  const { contributing, canWrite } = props;
  const { guide, coverage, error } = contributing;
  const classes = useStyles();
  const t = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (!guide) {
    return (
      <Section title={t('guide.title')}>
        {error ? (
          <Alert severity="warning">{t('guide.error', { error })}</Alert>
        ) : (
          <GuideMissing contributing={contributing} canWrite={canWrite} />
        )}
      </Section>
    );
  }
  const isLong = guide.markdown.length > longGuide;
  return (
    <Section
      title={t('guide.title')}
      action={
        <Link href={guide.url} target="_blank" rel="noopener noreferrer">
          {t('guide.source')}
        </Link>
      }
    >
      {error && (
        <Alert severity="warning">
          {t('guide.stale', { ago: formatRelative(guide.checkedAt), error })}
        </Alert>
      )}
      <GuideCoverage coverage={coverage} canWrite={canWrite} />
      <div className={classes.guide}>
        <GuideOutline outline={guide.outline} onPick={() => setWhole(true)} />
        <div className={classes.text}>
          <div className={isLong && !isWhole ? classes.short : undefined}>
            <Suspense fallback={<Skeleton variant="rect" height={320} />}>
              <GuideMarkdown markdown={guide.markdown} url={guide.url} />
            </Suspense>
          </div>
          {isLong && (
            <Button size="small" onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('guide.less') : t('guide.more')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
