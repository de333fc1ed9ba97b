import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Home, PortfolioItem } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LevelBadge } from '../maturity/LevelBadge';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { NewPostsSection } from '../updates/NewPostsSection';
import { useHome } from './useHome';
import { countWaiting } from './waitingCounts';
import { WaitingList } from './WaitingList';

const useStyles = makeStyles(theme => ({
  layout: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  main: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  name: { overflowWrap: 'anywhere' },
}));

/** What concerns the reader: what waits for them, and their own services. */
export function HomeContent() {
  const classes = useStyles();
  const t = useTexts();
  const home = useHome();
  const titleOf = (count: number) =>
    count
      ? t('portfolio.waiting.titleOf', { number: `${count}` })
      : t('portfolio.waiting.title');
  return (
    <Loaded result={home} errorTitle={t('portfolio.home.error')} height={240}>
      {value => (
        <div className={classes.layout}>
          <div className={classes.main}>
            <Section title={titleOf(countWaiting(value))}>
              <WaitingList home={value} onChanged={home.reload} />
            </Section>
            <NewPostsSection />
          </div>
          <Section title={t('portfolio.home.services')}>
            <OwnServices home={value} />
          </Section>
        </div>
      )}
    </Loaded>
  );
}

function OwnServices({ home }: { readonly home: Home }) {
  const classes = useStyles();
  const t = useTexts();
  const { services, totalServices } = home;
  if (!services.length) {
    return (
      <Text as="p" color="secondary">
        {t('portfolio.home.noServices')}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {services.map(item => (
          <OwnService key={item.entityRef} item={item} />
        ))}
      </ul>
      {totalServices > services.length && (
        <Text variant="body-small" color="secondary">
          {t('portfolio.home.more', {
            shown: `${services.length}`,
            total: `${totalServices}`,
          })}
        </Text>
      )}
    </>
  );
}

function OwnService({ item }: { readonly item: PortfolioItem }) {
  const classes = useStyles();
  const t = useTexts();
  const { satisfaction, heldBackBy, heldBackByTitle } = item;
  const others = heldBackBy.length - 1;
  const remarks = [
    heldBackByTitle &&
      t('portfolio.home.heldBackBy', { title: heldBackByTitle }),
    heldBackByTitle &&
      others > 0 &&
      t('portfolio.home.others', { count: others }),
    satisfaction &&
      t('portfolio.home.satisfaction', {
        mean: satisfaction.mean.mean.toFixed(1),
        round: satisfaction.roundId,
      }),
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <div className={classes.name}>
        <Text as="div">
          <EntityRefLink
            entityRef={item.entityRef}
            title={item.title}
            hideIcon
          />
        </Text>
        <Text as="div" variant="body-small" color="secondary">
          {remarks.join(' · ')}
        </Text>
      </div>
      <LevelBadge level={item.level} isAtRisk={Boolean(item.atRisk)} />
    </li>
  );
}
