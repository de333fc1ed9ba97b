import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  attestationSource,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
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
      <Link
        href={link}
        target="_blank"
        rel="noopener noreferrer"
        title={t('criteria.link')}
      >
        {text}
      </Link>
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
}) {
  const classes = useStyles();
  const { text, link, by, at } = props;
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      component="div"
      className={classes.line}
    >
      <EvidenceText text={text} link={link} />
      {' · '}
      {by}
      {by && ', '}
      <RelativeTime at={at} />
    </Typography>
  );
}

/** What was found for a criterion, or that nothing was yet. */
export function CriterionEvidence(props: {
  readonly criterion: CriterionAssessment;
}) {
  const { attestation, evidence, rule } = props.criterion;
  const t = useTexts();
  const collected = evidence.filter(item => item.source !== attestationSource);
  if (!collected.length && !attestation) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(
          'attestation' in rule
            ? 'criteria.needsAttestation'
            : 'criteria.notCollected',
        )}
      </Typography>
    );
  }
  return (
    <>
      {attestation && (
        <EvidenceLine
          text={attestation.statement}
          link={attestation.link}
          by={<EntityDisplayName entityRef={attestation.createdBy} hideIcon />}
          at={attestation.createdAt}
        />
      )}
      {collected.map(item => (
        <EvidenceLine
          key={item.source}
          text={item.summary ?? item.source}
          link={item.link}
          at={item.lastSeenAt}
        />
      ))}
    </>
  );
}
