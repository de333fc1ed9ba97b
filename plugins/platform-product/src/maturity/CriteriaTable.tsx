import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Access,
  Attestation,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatDay, formatMoment } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
import { Table } from '../shared/Table';
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
        variant="tertiary"
        onPress={() => setOpen(true)}
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
    <Table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.result}>
            {t('criteria.result')}
          </th>
          <th scope="col">{t('criteria.criterion')}</th>
          <th scope="col" className={classes.fresh}>
            {t('criteria.fresh')}
          </th>
          {canAct && (
            <th scope="col" className={classes.actions}>
              {t('criteria.actions')}
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
              </td>
              <td>
                <Text as="p">
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
              <td>
                {criterion.freshUntil && (
                  <time
                    dateTime={criterion.freshUntil}
                    title={formatMoment(criterion.freshUntil)}
                  >
                    {formatDay(criterion.freshUntil)}
                  </time>
                )}
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
