import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay } from '../shared/dates';
import { useTexts } from '../shared/useTexts';
import { TakeBackButton } from './TakeBackButton';
import { useFreshDecision } from './useFreshDecision';
import { WaiverActions } from './WaiverActions';

const useStyles = makeStyles({
  waiver: { overflowWrap: 'anywhere' },
});

/** The waiver of a criterion, and what the reader can do about it. */
export function CriterionWaiver(props: {
  readonly criterion: CriterionAssessment;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { criterion, access, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { waiver } = criterion;
  const isFresh = useFreshDecision(waiver?.decidedAt);
  if (!waiver) return null;
  const takeBack = isFresh && waiver.decidedBy === access?.user && (
    <TakeBackButton
      waiverId={waiver.id}
      criterion={criterion.title}
      onDone={onChanged}
    />
  );
  if (waiver.status === 'denied') {
    return (
      <>
        <Text as="p" className={classes.waiver}>
          {t('maturity.criteria.waiver.wasDenied', {
            date: formatDay(waiver.decidedAt ?? waiver.requestedAt),
            note: waiver.note ?? t('maturity.criteria.waiver.noReason'),
          })}
          {waiver.decidedBy && (
            <>
              {' '}
              (<EntityDisplayName entityRef={waiver.decidedBy} hideIcon />)
            </>
          )}
        </Text>
        {takeBack}
      </>
    );
  }
  return (
    <div>
      <Text as="p" className={classes.waiver}>
        {waiver.status === 'approved'
          ? t('maturity.criteria.waiver.approved', {
              date: formatDay(waiver.expiresAt),
              reason: waiver.reason,
            })
          : t('maturity.criteria.waiver.pending', {
              date: formatDay(waiver.expiresAt),
              reason: waiver.reason,
            })}{' '}
        (<EntityDisplayName entityRef={waiver.requestedBy} hideIcon />)
      </Text>
      {takeBack}
      {access && (
        <WaiverActions
          criterion={criterion}
          waiverId={waiver.id}
          isPending={waiver.status === 'pending'}
          isOwnRequest={waiver.requestedBy === access.user}
          access={access}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}
