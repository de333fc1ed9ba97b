import { lazy, Suspense, useState } from 'react';
import { Contributing } from '@platform-product/backstage-plugin-common';
import { Button, Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatRelative } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { Message } from '../shared/Message';
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
  /** Whether the reader is of the team whose guide it is. */
  readonly canEditGuide: boolean;
}) {
  const { contributing, canEditGuide } = props;
  const { guide, coverage, error } = contributing;
  const classes = useStyles();
  const t = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (!guide) {
    return (
      <Section title={t('contributing.guide.title')}>
        {error ? (
          <Message status="warning">
            {t('contributing.guide.error', { error })}
          </Message>
        ) : (
          <GuideMissing
            contributing={contributing}
            canEditGuide={canEditGuide}
          />
        )}
      </Section>
    );
  }
  const isLong = guide.markdown.length > longGuide;
  return (
    <Section
      title={t('contributing.guide.title')}
      action={
        <ExternalLink href={guide.url}>
          {t('contributing.guide.source')}
        </ExternalLink>
      }
    >
      {error && (
        <Message status="warning">
          {t('contributing.guide.stale', {
            ago: formatRelative(guide.checkedAt),
            error,
          })}
        </Message>
      )}
      <GuideCoverage coverage={coverage} canEditGuide={canEditGuide} />
      <div className={classes.guide}>
        <GuideOutline outline={guide.outline} onPick={() => setWhole(true)} />
        <div className={classes.text}>
          <div className={isLong && !isWhole ? classes.short : undefined}>
            <Suspense fallback={<Skeleton width="100%" height={320} />}>
              <GuideMarkdown guide={guide} />
            </Suspense>
          </div>
          {isLong && (
            <Button variant="tertiary" onPress={() => setWhole(!isWhole)}>
              {isWhole
                ? t('contributing.guide.less')
                : t('contributing.guide.more')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
