import { ListedWaiver } from '@platform-product/backstage-plugin-common';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay, formatMoment } from '../shared/dates';
import { Person } from '../shared/Person';
import { Table } from '../shared/Table';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { WaiverOutcome } from './WaiverOutcome';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', minWidth: 860 },
  service: { width: '18%' },
  criterion: { width: '24%' },
  status: { width: '18%' },
  until: { width: 112 },
  cell: { overflowWrap: 'anywhere' },
});

/** Waivers, each with the service and the criterion that it is of. */
export function WaiversTable(props: {
  readonly waivers: readonly ListedWaiver[];
}) {
  const classes = useStyles();
  const t = useTexts();
  const linkTo = useServiceLink();
  return (
    <Table className={classes.table} aria-label={t('maturity.waivers.title')}>
      <thead>
        <tr>
          <th scope="col" className={classes.service}>
            {t('maturity.waivers.service')}
          </th>
          <th scope="col" className={classes.criterion}>
            {t('maturity.criteria.criterion')}
          </th>
          <th scope="col">{t('maturity.waivers.reason')}</th>
          <th scope="col" className={classes.status}>
            {t('maturity.waivers.status')}
          </th>
          <th scope="col" className={classes.until}>
            {t('maturity.waivers.until')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.waivers.map(waiver => (
          <tr key={waiver.id}>
            <td className={classes.cell}>
              <Link href={linkTo(waiver.entityRef, 'maturity')}>
                {waiver.title}
              </Link>
            </td>
            <td className={classes.cell}>{waiver.criterion}</td>
            <td className={classes.cell}>
              “{waiver.reason}”
              <Text as="div" variant="body-small" color="secondary">
                <Person userRef={waiver.requestedBy} />,{' '}
                {formatDay(waiver.requestedAt)}
              </Text>
            </td>
            <td className={classes.cell}>
              <WaiverOutcome waiver={waiver} />
            </td>
            <td>
              <time
                dateTime={waiver.expiresAt}
                title={formatMoment(waiver.expiresAt)}
              >
                {formatDay(waiver.expiresAt)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
