import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PortfolioItem,
  PortfolioQuery,
} from '@platform-product/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { LevelBadge } from '../maturity/LevelBadge';
import { formatDay } from '../shared/dates';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';
import { PortfolioChange } from './usePortfolioState';

const useStyles = makeStyles({
  table: { minWidth: 860, tableLayout: 'fixed' },
  loading: { opacity: 0.6 },
  service: { width: '20%' },
  level: { width: '17%' },
  heldBackBy: { width: '21%' },
  satisfaction: { width: '17%' },
  header: { whiteSpace: 'nowrap' },
  since: { width: '11%' },
  cell: { overflowWrap: 'anywhere', verticalAlign: 'top', lineHeight: 1.43 },
  round: { whiteSpace: 'nowrap' },
});

function LevelCell({ item }: { readonly item: PortfolioItem }) {
  const t = useTexts();
  const { level, levelWithoutWaivers, declaredLevel, atRisk } = item;
  const remarks = [
    levelWithoutWaivers !== level &&
      t('portfolio.withoutWaivers', { level: `${levelWithoutWaivers}` }),
    declaredLevel !== undefined &&
      declaredLevel !== level &&
      t('portfolio.declared', { level: `${declaredLevel}` }),
    atRisk &&
      t('portfolio.dropsTo', {
        level: `${atRisk.fallsTo}`,
        date: formatDay(atRisk.until),
      }),
  ].filter(Boolean);
  return (
    <>
      <LevelBadge level={level} isAtRisk={Boolean(atRisk)} />
      {remarks.length > 0 && (
        <Typography variant="caption" display="block" color="textSecondary">
          {remarks.join(' · ')}
        </Typography>
      )}
    </>
  );
}

function HeldBackBy(props: {
  readonly item: PortfolioItem;
  readonly topLevel: number | undefined;
}) {
  const t = useTexts();
  const { heldBackBy, heldBackByTitle, level } = props.item;
  const isTop = level === props.topLevel;
  if (!heldBackByTitle) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(isTop ? 'portfolio.nothing' : 'portfolio.noEvidence')}
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="body2">{heldBackByTitle}</Typography>
      {heldBackBy.length > 1 && (
        <Typography variant="caption" color="textSecondary">
          {t('portfolio.more', {
            number: `${heldBackBy.length - 1}`,
          })}
        </Typography>
      )}
    </>
  );
}

/** How users find a service, from what was released. */
function SatisfactionCell({ item }: { readonly item: PortfolioItem }) {
  const classes = useStyles();
  const t = useTexts();
  const { satisfaction } = item;
  if (!satisfaction) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('portfolio.noScores')}
      </Typography>
    );
  }
  const { mean, roundId } = satisfaction;
  return (
    <>
      <Typography variant="body2">
        {t('portfolio.mean', { mean: mean.mean.toFixed(1) })}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('portfolio.meanInterval', {
          low: mean.low.toFixed(1),
          high: mean.high.toFixed(1),
          round: <span className={classes.round}>{roundId}</span>,
        })}
      </Typography>
    </>
  );
}

/** One page of services. */
export function PortfolioTable(props: {
  readonly items: readonly PortfolioItem[];
  readonly query: PortfolioQuery;
  readonly isLoading: boolean;
  /** The highest level, once it is known. */
  readonly topLevel: number | undefined;
  readonly onSort: (changes: PortfolioChange) => void;
}) {
  const { items, query, isLoading, topLevel, onSort } = props;
  const classes = useStyles();
  const t = useTexts();
  const header = (
    text: string,
    className: string | undefined,
    sort: PortfolioQuery['sort'],
  ) => (
    <TableCell
      className={className}
      sortDirection={query.sort === sort ? query.order : false}
    >
      <TableSortLabel
        className={classes.header}
        active={query.sort === sort}
        direction={query.sort === sort ? query.order : 'asc'}
        onClick={() =>
          onSort({
            sort,
            order:
              query.sort === sort && query.order === 'asc' ? 'desc' : 'asc',
          })
        }
      >
        {text}
      </TableSortLabel>
    </TableCell>
  );
  return (
    <Table
      size="small"
      className={clsx(classes.table, isLoading && classes.loading)}
    >
      <TableHead>
        <TableRow>
          {header(t('portfolio.service'), classes.service, 'title')}
          {header(t('portfolio.owner'), undefined, 'owner')}
          {header(t('portfolio.level'), classes.level, 'level')}
          <TableCell className={classes.heldBackBy}>
            {t('portfolio.heldBackBy')}
          </TableCell>
          {header(
            t('portfolio.satisfaction'),
            classes.satisfaction,
            'satisfaction',
          )}
          {header(t('portfolio.since'), classes.since, 'levelSince')}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(item => (
          <TableRow key={item.entityRef} hover>
            <TableCell className={classes.cell}>
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </TableCell>
            <TableCell className={classes.cell}>
              {item.owner ? (
                <EntityRefLink
                  entityRef={item.owner}
                  defaultKind="group"
                  hideIcon
                />
              ) : (
                <Typography variant="body2" color="textSecondary">
                  {t('portfolio.noOwner')}
                </Typography>
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              <LevelCell item={item} />
            </TableCell>
            <TableCell className={classes.cell}>
              <HeldBackBy item={item} topLevel={topLevel} />
            </TableCell>
            <TableCell className={classes.cell}>
              <SatisfactionCell item={item} />
            </TableCell>
            <TableCell className={classes.cell}>
              <RelativeTime at={item.levelSince} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
