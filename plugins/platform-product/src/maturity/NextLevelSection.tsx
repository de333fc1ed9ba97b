import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Access, Maturity } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import UncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CriterionActions } from './CriterionActions';
import { CriterionEvidence } from './CriterionEvidence';
import { CriterionWaiver } from './CriterionWaiver';
import { WhatIf } from './WhatIf';
import { WithdrawButton } from './WithdrawButton';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: '1px solid var(--bui-border-1)' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '24px minmax(0, 1fr)',
      '& > :last-child': { gridColumn: 2, justifyContent: 'flex-start' },
    },
  },
  label: { color: 'var(--bui-fg-secondary)', marginRight: theme.spacing(1) },
  icon: { color: 'var(--bui-fg-secondary)', marginTop: 2 },
  footer: { marginTop: theme.spacing(1) },
}));

/** What the next level needs, and who can do something about it. */
export function NextLevelSection(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  readonly owners: readonly string[];
  readonly onChanged: () => void;
}) {
  const { maturity, access, owners, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const next = maturity.levels.find(l => l.level === maturity.level + 1);
  if (!next) {
    return (
      <Section
        title={t('maturity.next.topTitle')}
        action={<WhatIf maturity={maturity} />}
      >
        <Text as="p">{t('maturity.top')}</Text>
      </Section>
    );
  }
  const applicable = next.criteria.filter(c => c.state !== 'not-applicable');
  const missing = applicable.filter(c => c.state === 'missing');
  return (
    <Section
      title={`${t('maturity.next.title', { level: `${next.level}` })} · ${t(
        'maturity.next.met',
        {
          met: `${applicable.length - missing.length}`,
          total: `${applicable.length}`,
        },
      )}`}
      action={<WhatIf maturity={maturity} />}
    >
      {missing.length === 0 && (
        <Text as="p">
          {t('maturity.next.noRealPass', { level: `${next.level}` })}
        </Text>
      )}
      <ul className={classes.list}>
        {missing.map(criterion => (
          <li key={criterion.id} className={classes.item}>
            <UncheckedIcon
              fontSize="small"
              className={classes.icon}
              aria-hidden
            />
            <div>
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
            </div>
            <CriterionActions
              criterion={criterion}
              access={access}
              entityRef={maturity.entityRef}
              onChanged={onChanged}
            >
              {criterion.attestation && access?.withdrawAttestation && (
                <WithdrawButton
                  criterion={criterion}
                  attestation={criterion.attestation}
                  entityRef={maturity.entityRef}
                  onDone={onChanged}
                />
              )}
            </CriterionActions>
          </li>
        ))}
      </ul>
      {access && !access.attest && owners.length > 0 && (
        <Text as="p" color="secondary" className={classes.footer}>
          {t('maturity.next.ask')}{' '}
          <EntityRefLinks entityRefs={[...owners]} defaultKind="group" />
        </Text>
      )}
    </Section>
  );
}
