import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PortfolioItem,
  PortfolioQuery,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { RelativeTime } from '../shared/RelativeTime';
import { SortHeader } from '../shared/SortHeader';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { HeldBackBy, LevelCell, SatisfactionCell } from './PortfolioCells';
import { PortfolioChange } from './usePortfolioState';

const useStyles = makeStyles({
  table: { minWidth: 860, tableLayout: 'fixed' },
  loading: { opacity: 0.6 },
  service: { width: '20%' },
  level: { width: '17%' },
  heldBackBy: { width: '21%' },
  satisfaction: { width: '17%' },
  since: { width: '11%' },
  cell: { overflowWrap: 'anywhere', verticalAlign: 'top', lineHeight: 1.43 },
});

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
    <SortHeader
      text={text}
      className={className}
      order={query.sort === sort ? query.order : undefined}
      onSort={order => onSort({ sort, order })}
    />
  );
  return (
    <Table className={clsx(classes.table, isLoading && classes.loading)}>
      <thead>
        <tr>
          {header(t('portfolio.service'), classes.service, 'title')}
          {header(t('portfolio.owner'), undefined, 'owner')}
          {header(t('portfolio.level'), classes.level, 'level')}
          <th scope="col" className={classes.heldBackBy}>
            {t('portfolio.heldBackBy')}
          </th>
          {header(
            t('portfolio.satisfaction'),
            classes.satisfaction,
            'satisfaction',
          )}
          {header(t('portfolio.since'), classes.since, 'levelSince')}
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.entityRef}>
            <td className={classes.cell}>
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </td>
            <td className={classes.cell}>
              {item.owner ? (
                <EntityRefLink
                  entityRef={item.owner}
                  defaultKind="group"
                  hideIcon
                />
              ) : (
                <Text as="p" color="secondary">
                  {t('portfolio.noOwner')}
                </Text>
              )}
            </td>
            <td className={classes.cell}>
              <LevelCell item={item} />
            </td>
            <td className={classes.cell}>
              <HeldBackBy item={item} topLevel={topLevel} />
            </td>
            <td className={classes.cell}>
              <SatisfactionCell item={item} />
            </td>
            <td className={classes.cell}>
              <RelativeTime at={item.levelSince} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
