import {
  ownersOf,
  RosterSide,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';
import { pathOf } from '../../catalog/pathOf';
import { OwnService, ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { Reassess } from '../../maturity/Levels';
import { IdentityService } from '../identities/IdentityService';
import { Notifier } from '../../notifications/Notifier';
import { RosterService } from './RosterService';
import { StoredRosterEntry } from './RosterStore';

/** Changes rosters, and tells the other side. */
export class RosterTalks {
  readonly #roster: RosterService;
  readonly #identities: IdentityService;
  readonly #notifier: Notifier;
  readonly #reassess: Reassess;

  constructor(options: {
    roster: RosterService;
    identities: IdentityService;
    notifier: Notifier;
    reassess: Reassess;
  }) {
    this.#roster = options.roster;
    this.#identities = options.identities;
    this.#notifier = options.notifier;
    this.#reassess = options.reassess;
  }

  async putForward(
    service: ServiceEntity,
    options: {
      readonly userRef: string;
      readonly side: RosterSide;
      readonly by: string;
      readonly terms: RosterTerms;
      readonly sponsor?: string;
    },
  ): Promise<StoredRosterEntry> {
    const { userRef, side } = options;
    const entry = await this.#roster.putForward({
      entityRef: service.entityRef,
      ...options,
    });
    const title = titleOf(service.entity);
    const name = await this.#identities.getName(userRef);
    const words = entry.proposed
      ? {
          person: `${name} offers to review for ${title}`,
          owners: `You are invited to review for ${title}`,
        }
      : {
          person: `${name} reviews for ${title}`,
          owners: `You review for ${title}`,
        };
    await this.#tell(service, userRef, side, words[side]);
    await this.#reassess(service.entityRef);
    return entry;
  }

  async remove(
    service: OwnService,
    userRef: string,
    by: string,
  ): Promise<StoredRosterEntry> {
    const { entityRef, entity } = service;
    const entry = await this.#roster.remove(entityRef, userRef);
    if (!entity) return entry;
    const title = titleOf(entity);
    const side = by === userRef ? 'person' : 'owners';
    const text =
      side === 'person'
        ? `${await this.#identities.getName(
            userRef,
          )} no longer reviews for ${title}`
        : `You are no longer on the roster of ${title}`;
    await this.#tell({ entityRef, entity }, userRef, side, text);
    await this.#reassess(entityRef);
    return entry;
  }

  /** Tells the side that did not act. */
  async #tell(
    service: ServiceEntity,
    userRef: string,
    side: RosterSide,
    title: string,
  ): Promise<void> {
    const { entity, entityRef } = service;
    const to = side === 'person' ? ownersOf(entity) : [userRef];
    if (!to.length) return;
    await this.#notifier.tell({
      to,
      title,
      link:
        side === 'person'
          ? `${pathOf(entity)}/contribute`
          : '/platform-product/reviews',
      scope: `roster:${entityRef}:${userRef}`,
    });
  }
}
