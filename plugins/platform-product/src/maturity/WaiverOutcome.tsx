import { ReactNode } from 'react';
import { ListedWaiver } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { formatDay } from '../shared/dates';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <Text as="div" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}

/** Where a waiver stands, and whose doing that is. */
export function WaiverOutcome({ waiver }: { readonly waiver: ListedWaiver }) {
  const t = useTexts();
  const { status, decision, decidedBy, decidedAt } = waiver;
  const { revokedBy, revokedAt, note } = waiver;
  const isRevoked = status === 'revoked';
  // An approved waiver ends by itself, or is taken back by somebody else.
  const isPast = isRevoked || status === 'expired';
  return (
    <>
      {t(`maturity.waivers.statuses.${status}`)}
      {isRevoked && revokedBy && revokedAt && (
        <Line>
          <Person userRef={revokedBy} />, {formatDay(revokedAt)}
        </Line>
      )}
      {decidedBy && decidedAt && !isPast && (
        <Line>
          <Person userRef={decidedBy} />, {formatDay(decidedAt)}
        </Line>
      )}
      {decidedBy && decidedAt && isPast && decision === 'approved' && (
        <Line>
          {t('maturity.waivers.approvedBy', {
            name: <Person userRef={decidedBy} />,
            date: formatDay(decidedAt),
          })}
        </Line>
      )}
      {note && <Line>“{note}”</Line>}
    </>
  );
}
