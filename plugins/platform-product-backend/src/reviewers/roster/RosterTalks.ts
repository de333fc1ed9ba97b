import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { RosterSide } from '@platform-product/backstage-plugin-common/rules';
import { OwnService, ServiceEntity } from '../../catalog/ServiceCatalog';
import { Reassess } from '../../maturity/Levels';
import { Outbox } from '../../notifications/Outbox';
import { IdentityService } from '../identities/IdentityService';
import { rosterLeft, rosterTermsPutForward } from '../notifications';
import { RosterService } from './RosterService';
import { StoredRosterEntry } from './RosterStore';

/** Changes rosters, and tells the other side. */
export class RosterTalks {
  readonly #roster: RosterService;
  readonly #identities: IdentityService;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #reassess: Reassess;

  constructor(options: {
    roster: RosterService;
    identities: IdentityService;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    reassess: Reassess;
  }) {
    this.#roster = options.roster;
    this.#identities = options.identities;
    this.#outbox = options.outbox;
    this.#reassess = options.reassess;
  }

  async putForward(
    service: ServiceEntity,
    options: {
      readonly userRef: string;
      readonly side: RosterSide;
      readonly by: string;
      readonly terms: RosterTerms;
      readonly sponsor?: string | null;
    },
  ): Promise<StoredRosterEntry> {
    const { userRef, side } = options;
    const name = await this.#identities.getName(userRef);
    const entry = await this.#roster.putForward({
      entityRef: service.entityRef,
      ...options,
      also: (transaction, { proposed }) =>
        this.#outbox.put(
          transaction,
          rosterTermsPutForward({
            ...service,
            userRef,
            name,
            side,
            isAgreed: !proposed,
          }),
        ),
    });
    await this.#outbox.wake();
    await this.#reassess(service.entityRef);
    return entry;
  }

  async remove(
    { entityRef, entity }: OwnService,
    userRef: string,
    by: string,
  ): Promise<StoredRosterEntry> {
    if (!entity) return this.#roster.remove(entityRef, userRef);
    const name = await this.#identities.getName(userRef);
    const side = by === userRef ? 'person' : 'owners';
    const entry = await this.#roster.remove(entityRef, userRef, transaction =>
      this.#outbox.put(
        transaction,
        rosterLeft({ entityRef, entity, userRef, name, side }),
      ),
    );
    await this.#outbox.wake();
    await this.#reassess(entityRef);
    return entry;
  }
}
