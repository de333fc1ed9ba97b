import { Entity } from '@backstage/catalog-model';
import { pathOf } from '../catalog/pathOf';
import { titleOf } from '../catalog/titleOf';
import { Notification } from '../notifications/Notification';

/** A criterion of a service, as far as what is told of it has to know. */
interface About {
  readonly entity: Entity;
  /** Title of the criterion. */
  readonly criterion: string;
  /** User refs of who is told. */
  readonly to: readonly string[];
}

const linkTo = (entity: Entity) => `${pathOf(entity)}/maturity`;

/** The day in UTC, as `20 Dec 2026`. */
const formatDay = (timestamp: string) =>
  new Date(timestamp).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

const ofWaiver = ({ entity, to, id }: About & { readonly id: string }) => ({
  topic: 'Waivers',
  to,
  link: linkTo(entity),
  scope: `waiver:${id}`,
});

/** Asks stewards to decide on a waiver. */
export function waiverAsked(
  about: About & {
    readonly id: string;
    readonly reason: string;
    readonly expiresAt: string;
  },
): Notification {
  const { entity, criterion, reason, expiresAt } = about;
  return {
    ...ofWaiver(about),
    title: `${titleOf(entity)} asks for a waiver`,
    description: `“${criterion}”, until ${formatDay(expiresAt)}: ${reason}`,
  };
}

/** Tells who asked for a waiver what was decided, and why. */
export function waiverDecided(
  about: About & {
    readonly id: string;
    readonly decision: 'approved' | 'denied';
    readonly note?: string;
  },
): Notification {
  const { entity, criterion, decision, note } = about;
  return {
    ...ofWaiver(about),
    title: `Your waiver for ${titleOf(entity)} was ${decision}`,
    description: note ? `“${criterion}”: ${note}` : `“${criterion}”`,
  };
}

/** Tells the product manager that somebody gave their word for a criterion. */
export function criterionAttested(
  about: About & { readonly id: string; readonly statement: string },
): Notification {
  const { entity, criterion, statement, to, id } = about;
  return {
    topic: 'Attestations',
    to,
    link: linkTo(entity),
    scope: `attestation:${id}`,
    title: `A criterion of ${titleOf(entity)} was attested`,
    description: `“${criterion}”: ${statement}`,
  };
}
