import { ReactNode } from 'react';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  Contributing,
  ReviewTimes,
  Roster,
} from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { HearingBack } from './HearingBack';

const useStyles = makeStyles(theme => ({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, auto) minmax(0, 1fr)',
    gap: theme.spacing(1.5, 3),
    margin: 0,
    ...theme.typography.body1,
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: 'var(--bui-fg-secondary)' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  more: { color: 'var(--bui-fg-secondary)', ...theme.typography.body2 },
}));

function LineOf(props: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.name}>{props.name}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </>
  );
}

/** How contributing works here, in three lines. */
export function WelcomeSection(props: {
  readonly contributing: Contributing;
  readonly times: ReviewTimes | undefined;
  readonly roster: Roster | undefined;
  readonly level: number | undefined;
  readonly owners: readonly string[];
  /** Whether the reader is of the team that keeps the catalog entry. */
  readonly canEditEntry: boolean;
  /** Page on which the catalog entry can be edited. */
  readonly editUrl: string | undefined;
}) {
  const { contributing, times, roster, level, owners } = props;
  const classes = useStyles();
  const t = useTexts();
  const { guide, coverage, support, error, elsewhere } = contributing;
  const welcome = coverage.find(
    ({ question }) => question === 'contributionTypes',
  );
  const atLevel = [
    t('contributing.levelZero'),
    t('contributing.levelOne'),
    t('contributing.levelTwo'),
    t('contributing.levelThree'),
  ];
  const answer = coverage.find(({ question }) => question === 'responseTime');
  const notFoundText = elsewhere
    ? t('contributing.welcomeNotRead')
    : t('contributing.welcomeNoGuide');
  const noGuideText = error
    ? t('contributing.welcomeUnreadable')
    : notFoundText;
  const unknownText = guide ? t('contributing.welcomeUnknown') : noGuideText;
  const active = roster?.items.filter(canBeAsked);
  return (
    <Section title={t('contributing.title')}>
      <dl className={classes.lines}>
        <LineOf name={t('contributing.welcome')}>
          {welcome?.covered ? `“${welcome.sentence}”` : unknownText}
          {level !== undefined && (
            <div className={classes.more}>
              {atLevel[Math.min(level, atLevel.length - 1)]}
            </div>
          )}
        </LineOf>
        {times && (
          <LineOf name={t('contributing.hearBack')}>
            <HearingBack
              times={times}
              answer={answer}
              canEditEntry={props.canEditEntry}
              editUrl={props.editUrl}
            />
          </LineOf>
        )}
        <LineOf name={t('contributing.whomToAsk')}>
          {active && active.length > 0 && (
            <div>
              {t('contributing.askReviewers', { count: active.length })}
            </div>
          )}
          {support && (
            <div>
              <ExternalLink href={support}>
                {t('contributing.askChannel')}
              </ExternalLink>
            </div>
          )}
          {owners.length > 0 && (
            <div>
              {t('contributing.askOwners')}:{' '}
              <EntityRefLinks
                entityRefs={[...owners]}
                defaultKind="group"
                hideIcons
              />
            </div>
          )}
        </LineOf>
      </dl>
    </Section>
  );
}

/** Who is there, takes reviews and does more than read along. */
function canBeAsked(entry: Roster['items'][number]): boolean {
  return (
    entry.status === 'active' &&
    entry.agreed?.role !== 'shadow' &&
    entry.onRotation &&
    !entry.awayUntil
  );
}
