import { ServiceWaiver } from '@platform-product/backstage-plugin-common';

/** So long before its end the team of a waiver is told, in milliseconds. */
export const toldBeforeEnd = 14 * 24 * 60 * 60 * 1000;

/** Whether a waiver counts, and will not for much longer. */
export function waiverEndsSoon(waiver: ServiceWaiver, now: Date): boolean {
  return (
    waiver.status === 'approved' &&
    Date.parse(waiver.expiresAt) - +now <= toldBeforeEnd
  );
}
