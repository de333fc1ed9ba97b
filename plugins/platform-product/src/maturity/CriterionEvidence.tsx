import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  Attestation,
  attestationSource,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { ExternalLink } from '../shared/ExternalLink';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
});

function EvidenceText(props: {
  readonly text: string;
  readonly link?: string;
}) {
  const { text, link } = props;
  const t = useTexts();
  if (link && isWebLink(link)) {
    return (
      <ExternalLink href={link} title={t('maturity.criteria.link')}>
        {text}
      </ExternalLink>
    );
  }
  const isEntityRef = /^(user|group):[^/\s]+\/[^/\s]+$/.test(text);
  return isEntityRef ? (
    <EntityRefLink entityRef={text} hideIcon />
  ) : (
    <>{text}</>
  );
}

function EvidenceLine(props: {
  readonly text: string;
  readonly link?: string;
  readonly by?: ReactNode;
  readonly at: string;
  readonly isWord?: boolean;
}) {
  const classes = useStyles();
  const { text, link, by, at, isWord } = props;
  const shown = <EvidenceText text={text} link={link} />;
  return (
    <Text as="div" color="secondary" className={classes.line}>
      {isWord ? <>“{shown}”</> : shown}
      {' · '}
      {by}
      {by && ', '}
      <RelativeTime at={at} />
    </Text>
  );
}

/** Whose word it is, and whether it counts. */
function Author(props: {
  readonly attestation: Attestation;
  readonly criterion: CriterionAssessment;
}) {
  const t = useTexts();
  const { result, state } = props.criterion;
  const name = (
    <EntityDisplayName entityRef={props.attestation.createdBy} hideIcon />
  );
  if (state === 'attested' || result === 'unknown') return name;
  return t(
    result === 'fail'
      ? 'maturity.criteria.notCounted'
      : 'maturity.criteria.alsoStated',
    { name },
  );
}

/** What was found for a criterion, or that nothing was yet. */
export function CriterionEvidence(props: {
  readonly criterion: CriterionAssessment;
}) {
  const { criterion } = props;
  const { attestation, evidence, rule } = criterion;
  const t = useTexts();
  const collected = evidence.filter(item => item.source !== attestationSource);
  if (!collected.length && !attestation) {
    return (
      <Text as="p" color="secondary">
        {t(
          'attestation' in rule
            ? 'maturity.criteria.needsAttestation'
            : 'maturity.criteria.notCollected',
        )}
      </Text>
    );
  }
  return (
    <>
      {collected.map(item => (
        <EvidenceLine
          key={item.source}
          text={item.summary ?? item.source}
          link={item.link}
          at={item.lastSeenAt}
        />
      ))}
      {attestation && (
        <EvidenceLine
          text={attestation.statement}
          link={attestation.link}
          by={<Author attestation={attestation} criterion={criterion} />}
          at={attestation.createdAt}
          isWord
        />
      )}
    </>
  );
}
