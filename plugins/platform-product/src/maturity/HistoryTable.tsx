import { LevelChange } from '@platform-product/backstage-plugin-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { formatDay, formatMoment } from '../shared/dates';
import { useTexts } from '../shared/useTexts';
import { useChangeTexts } from './useChangeTexts';

const useStyles = makeStyles(theme => ({
  details: { padding: 0, overflowX: 'auto' },
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
    <Accordion variant="outlined">
      <AccordionSummary
        expandIcon={<ExpandMoreIcon />}
        id="level-changes-header"
        aria-controls="level-changes"
      >
        <Typography variant="subtitle2" component="h3">
          {t('history.table')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('history.when')}</TableCell>
              <TableCell>{t('history.change')}</TableCell>
              <TableCell>{t('history.because')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {props.changes.map(change => (
              <TableRow key={change.at} className={classes.row}>
                <TableCell className={classes.narrow}>
                  <time dateTime={change.at} title={formatMoment(change.at)}>
                    {formatDay(change.at)}
                  </time>
                </TableCell>
                <TableCell className={classes.narrow}>
                  {describeMove(change)}
                </TableCell>
                <TableCell>
                  <ul className={classes.causes}>
                    {describeCauses(change).map(cause => (
                      <li key={cause}>{cause}</li>
                    ))}
                  </ul>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </AccordionDetails>
    </Accordion>
  );
}
