import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Access,
  Attestation,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { formatDay, formatMoment } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { CriterionActions } from './CriterionActions';
import { CriterionEvidence } from './CriterionEvidence';
import { CriterionMark } from './CriterionMark';
import { CriterionWaiver } from './CriterionWaiver';

const useStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed', minWidth: 640 },
  row: { '& td': { padding: theme.spacing(1.5), verticalAlign: 'top' } },
  result: { width: 128 },
  fresh: { width: 120, whiteSpace: 'nowrap' },
  actions: { width: 120 },
  label: { color: theme.palette.text.secondary, marginRight: theme.spacing(1) },
}));

function WithdrawButton(props: {
  readonly criterion: CriterionAssessment;
  readonly attestation: Attestation;
  readonly onDone: () => void;
}) {
  const { criterion, attestation, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isOpen, setOpen] = useState(false);
  const submission = useSubmit({
    doneText: t('attest.withdrawn'),
    submit: () =>
      api.call('withdrawAttestation', { params: { id: attestation.id } }),
    onClose: () => setOpen(false),
    onDone,
  });
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={`${t('criteria.withdraw')}: ${criterion.title}`}
      >
        {t('criteria.withdraw')}
      </Button>
      {isOpen && (
        <FormDialog
          title={t('attest.withdrawTitle')}
          intro={t('attest.withdrawText', {
            statement: attestation.statement,
            criterion: criterion.title,
          })}
          submitText={t('criteria.withdraw')}
          submission={submission}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

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
    <Table size="small" className={classes.table}>
      <TableHead>
        <TableRow>
          <TableCell className={classes.result}>
            {t('criteria.result')}
          </TableCell>
          <TableCell>{t('criteria.criterion')}</TableCell>
          <TableCell className={classes.fresh}>{t('criteria.fresh')}</TableCell>
          {canAct && (
            <TableCell className={classes.actions}>
              {t('criteria.actions')}
            </TableCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {criteria.map(criterion => {
          return (
            <TableRow key={criterion.id} className={classes.row}>
              <TableCell>
                <CriterionMark criterion={criterion} />
              </TableCell>
              <TableCell>
                <Typography variant="body2">
                  <span className={classes.label}>{criterion.label}</span>
                  {criterion.title}
                </Typography>
                {criterion.description && (
                  <Typography variant="caption">
                    {criterion.description}
                  </Typography>
                )}
                <CriterionEvidence criterion={criterion} />
                <CriterionWaiver
                  criterion={criterion}
                  access={access}
                  onChanged={onChanged}
                />
              </TableCell>
              <TableCell>
                {criterion.freshUntil && (
                  <time
                    dateTime={criterion.freshUntil}
                    title={formatMoment(criterion.freshUntil)}
                  >
                    {formatDay(criterion.freshUntil)}
                  </time>
                )}
              </TableCell>
              {canAct && (
                <TableCell>
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
                        onDone={onChanged}
                      />
                    )}
                  </CriterionActions>
                </TableCell>
              )}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
