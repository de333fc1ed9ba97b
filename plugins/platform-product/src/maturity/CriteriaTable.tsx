import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay, formatMoment } from '../shared/dates';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { CriterionActions } from './CriterionActions';
import { CriterionEvidence } from './CriterionEvidence';
import { CriterionMark } from './CriterionMark';
import { CriterionWaiver } from './CriterionWaiver';
import { WithdrawButton } from './WithdrawButton';

const useStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed', minWidth: 560 },
  row: { '& td': { padding: theme.spacing(1.5), verticalAlign: 'top' } },
  result: { width: 132 },
  actions: { width: 112 },
  // Where rows are blocks, that of a row is bold.
  title: { fontWeight: 'inherit' },
  label: { color: 'var(--bui-fg-secondary)', marginRight: theme.spacing(1) },
}));

/** Criteria with result, evidence, freshness and what can be done. */
export function CriteriaTable(props: {
  readonly criteria: readonly CriterionAssessment[];
  readonly entityRef: string;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { criteria, entityRef, access, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const canAct = access?.attest || access?.requestWaiver;
  return (
    <Table className={classes.table} titleColumn={1}>
      <thead>
        <tr>
          <th scope="col" className={classes.result}>
            {t('maturity.criteria.result')}
          </th>
          <th scope="col">{t('maturity.criteria.criterion')}</th>
          {canAct && (
            <th scope="col" className={classes.actions}>
              {t('shared.actions')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {criteria.map(criterion => {
          return (
            <tr key={criterion.id} className={classes.row}>
              <td>
                <CriterionMark criterion={criterion} />
                {criterion.freshUntil && (
                  <Text as="div" variant="body-small" color="secondary">
                    <time
                      dateTime={criterion.freshUntil}
                      title={t('maturity.criteria.freshUntil', {
                        date: formatMoment(criterion.freshUntil),
                      })}
                    >
                      {t('maturity.criteria.until', {
                        date: formatDay(criterion.freshUntil),
                      })}
                    </time>
                  </Text>
                )}
              </td>
              <td>
                <Text as="p" className={classes.title}>
                  <span className={classes.label}>{criterion.label}</span>
                  {criterion.title}
                </Text>
                {criterion.description && (
                  <Text variant="body-small">{criterion.description}</Text>
                )}
                <CriterionEvidence criterion={criterion} />
                <CriterionWaiver
                  criterion={criterion}
                  access={access}
                  onChanged={onChanged}
                />
              </td>
              {canAct && (
                <td>
                  <CriterionActions
                    criterion={criterion}
                    access={access}
                    entityRef={entityRef}
                    onChanged={onChanged}
                  >
                    {criterion.attestation && access?.withdrawAttestation && (
                      <WithdrawButton
                        criterion={criterion}
                        attestation={criterion.attestation}
                        entityRef={entityRef}
                        onDone={onChanged}
                      />
                    )}
                  </CriterionActions>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
