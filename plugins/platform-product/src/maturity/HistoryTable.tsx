import { LevelChange } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay, formatMoment } from '../shared/dates';
import { Fold } from '../shared/Fold';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { useChangeTexts } from './useChangeTexts';

const useStyles = makeStyles(theme => ({
  row: { '& td': { verticalAlign: 'top' } },
  narrow: { whiteSpace: 'nowrap' },
  causes: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& li + li': { marginTop: theme.spacing(0.5) },
  },
}));

/** The level changes as a table, newest first. */
export function HistoryTable(props: {
  readonly changes: readonly LevelChange[];
}) {
  const classes = useStyles();
  const t = useTexts();
  const { describeMove, describeCauses } = useChangeTexts();
  return (
    <Fold title={t('maturity.history.table')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('maturity.history.when')}</th>
            <th scope="col">{t('maturity.history.change')}</th>
            <th scope="col">{t('maturity.history.because')}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map(change => (
            <tr key={change.at} className={classes.row}>
              <td className={classes.narrow}>
                <time dateTime={change.at} title={formatMoment(change.at)}>
                  {formatDay(change.at)}
                </time>
              </td>
              <td className={classes.narrow}>{describeMove(change)}</td>
              <td>
                <ul className={classes.causes}>
                  {describeCauses(change).map(cause => (
                    <li key={cause}>{cause}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Fold>
  );
}
