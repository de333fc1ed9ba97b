import { WaitingWaiver } from '@platform-product/backstage-plugin-common';
import { ButtonLink, Text } from '@backstage/ui';
import GavelIcon from '@material-ui/icons/Gavel';
import { formatDay } from '../shared/dates';
import { Person } from '../shared/Person';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { TakeBackButton } from './TakeBackButton';
import { WaiverDecision } from './WaiverDecision';

/** A waiver that the reader is to decide, or that ends soon. */
export function WaitingWaiverRow(props: {
  readonly item: WaitingWaiver;
  readonly onChanged: (decided?: WaitingWaiver) => void;
}) {
  const { item, onChanged } = props;
  const t = useTexts();
  const linkTo = useServiceLink();
  const { waiver, criterion, kind } = item;
  const until = t(
    kind === 'waiver' ? 'maturity.waiting.until' : 'maturity.waiting.endsOn',
    { criterion, date: formatDay(waiver.expiresAt) },
  );
  return (
    <WaitingRow
      icon={<GavelIcon fontSize="small" aria-hidden />}
      kind={t(`maturity.waiting.${kind}`)}
      item={item}
      actions={
        kind === 'waiver-ends' ? (
          <ButtonLink
            variant="secondary"
            href={linkTo(item.entityRef, 'maturity')}
            aria-label={t('maturity.waiting.openOf', { title: item.title })}
          >
            {t('maturity.waiting.open')}
          </ButtonLink>
        ) : (
          <>
            {waiver.status === 'pending' && (
              <WaiverDecision
                waiverId={waiver.id}
                criterion={criterion}
                onDone={decision =>
                  onChanged({
                    ...item,
                    waiver: { ...waiver, status: decision },
                  })
                }
              />
            )}
            {waiver.status !== 'pending' && (
              <TakeBackButton
                waiverId={waiver.id}
                criterion={criterion}
                onDone={onChanged}
              />
            )}
          </>
        )
      }
    >
      <Text as="p">
        {waiver.status === 'denied' ||
        (kind === 'waiver' && waiver.status === 'approved')
          ? t(`maturity.waiting.${waiver.status}`, { criterion })
          : until}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        “{waiver.reason}” <Person userRef={waiver.requestedBy} />
      </Text>
    </WaitingRow>
  );
}
