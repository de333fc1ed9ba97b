import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AtRisk } from '@platform-product/backstage-plugin-common';
import { pathOf } from '../catalog/pathOf';
import { titleOf } from '../catalog/titleOf';
import { Notification } from '../notifications/Notification';
import { teamOf } from '../people/teamOf';

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
    // A list of notifications cuts what is long.
    description: note ? `${note} (“${criterion}”)` : `“${criterion}”`,
  };
}

/** Tells who asked for a waiver that it waits for a decision again. */
export function waiverReopened(
  about: About & { readonly id: string },
): Notification {
  const { entity, criterion } = about;
  return {
    ...ofWaiver(about),
    title: `Your waiver for ${titleOf(entity)} is under review again`,
    description: `“${criterion}”: the decision was taken back.`,
  };
}

const ofLevel = (entity: Entity) => ({
  topic: 'Levels',
  to: teamOf(entity),
  link: linkTo(entity),
});

const named = (criteria: readonly string[]) =>
  criteria.map(title => `“${title}”`).join(', ');

/** Tells the team that a waiver on which its level rests is about to end. */
export function waiverEnds(about: {
  readonly entity: Entity;
  readonly id: string;
  readonly criterion: string;
  readonly expiresAt: string;
}): Notification {
  const { entity, id, criterion, expiresAt } = about;
  return {
    ...ofLevel(entity),
    scope: `waiver-ends:${id}`,
    title: `A waiver of ${titleOf(entity)} ends on ${formatDay(expiresAt)}`,
    description: `“${criterion}” has to be met by then, or the level drops.`,
  };
}

/** Tells the team that the level falls unless something is done. */
export function levelAtRisk(about: {
  readonly entity: Entity;
  readonly level: number;
  readonly atRisk: AtRisk;
  /** Titles of the criteria that have gone stale. */
  readonly criteria: readonly string[];
}): Notification {
  const { entity, level, atRisk, criteria } = about;
  const { fallsTo, until } = atRisk;
  return {
    ...ofLevel(entity),
    scope: `level:${stringifyEntityRef(entity)}`,
    title: `${titleOf(entity)} drops to level ${fallsTo} on ${formatDay(
      until,
    )}`,
    description: `Renew the evidence to stay on level ${level}. Stale: ${named(
      criteria,
    )}.`,
  };
}

/** Tells the team that the level has fallen. */
export function levelDropped(about: {
  readonly entity: Entity;
  readonly from: number;
  readonly to: number;
  /** Whether the criteria themselves were changed. */
  readonly isNewLadder: boolean;
  /** Titles of the criteria that are not met any more. */
  readonly criteria: readonly string[];
  /** Where it falls further, unless something is done. */
  readonly atRisk?: AtRisk;
}): Notification {
  const { entity, from, to, isNewLadder, criteria, atRisk } = about;
  return {
    ...ofLevel(entity),
    scope: `level:${stringifyEntityRef(entity)}`,
    title: `${titleOf(entity)} dropped from level ${from} to ${to}`,
    description: [
      ...(isNewLadder ? ['The criteria were changed.'] : []),
      ...(criteria.length ? [`No longer met: ${named(criteria)}.`] : []),
      ...(atRisk
        ? [
            `It drops further to ${atRisk.fallsTo} on ${formatDay(
              atRisk.until,
            )} unless evidence is renewed.`,
          ]
        : []),
    ].join(' '),
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
