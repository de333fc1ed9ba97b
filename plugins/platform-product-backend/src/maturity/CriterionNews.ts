import {
  Attestation,
  Ladder,
  Waiver,
} from '@platform-product/backstage-plugin-common';
import { productManagerOf } from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog, ServiceEntity } from '../catalog/ServiceCatalog';
import { Also, Notification } from '../notifications/Notification';
import { Outbox } from '../notifications/Outbox';
import { GroupTree } from '../people/GroupTree';
import {
  criterionAttested,
  waiverAsked,
  waiverDecided,
  waiverReopened,
} from './notifications';

interface OfService {
  readonly entityRef: string;
  readonly criterionId: string;
}

/**
 * Who is told what of acts on criteria. What is told is prepared before the act, since
 * the catalog is asked for it, and written with it.
 */
export class CriterionNews {
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;
  readonly #catalog: Pick<ServiceCatalog, 'getServices'>;
  readonly #stewards: readonly string[];
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: {
    outbox: Pick<Outbox, 'put' | 'wake'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
    catalog: Pick<ServiceCatalog, 'getServices'>;
    stewards: readonly string[];
    ladder: Ladder;
  }) {
    this.#outbox = options.outbox;
    this.#groups = options.groups;
    this.#catalog = options.catalog;
    this.#stewards = options.stewards;
    this.#titles = new Map(
      options.ladder.criteria.map(({ id, title }) => [id, title]),
    );
  }

  /** Stewards hear that a waiver waits for them, but for who asks. */
  async waiverAsked(waiver: Waiver & OfService): Promise<Also> {
    const people = await this.#groups.findPeopleInside(this.#stewards);
    const to = new Set([...people.values()].flatMap(inside => [...inside]));
    to.delete(waiver.requestedBy);
    return this.#prepare(waiver, [...to], about =>
      waiverAsked({ ...about, ...waiver }),
    );
  }

  /** Who asked hears what was decided. */
  async waiverDecided(
    waiver: Waiver & OfService,
    decision: {
      readonly decision: 'approved' | 'denied';
      readonly note?: string;
    },
  ): Promise<Also> {
    const { id, requestedBy } = waiver;
    return this.#prepare(waiver, [requestedBy], about =>
      waiverDecided({ ...about, ...decision, id }),
    );
  }

  /** Who asked hears that the decision was taken back. */
  async waiverReopened(waiver: Waiver & OfService): Promise<Also> {
    const { id, requestedBy } = waiver;
    return this.#prepare(waiver, [requestedBy], about =>
      waiverReopened({ ...about, id }),
    );
  }

  /** The product manager hears of somebody's word. */
  async attested(attestation: Attestation): Promise<Also> {
    const isOther = (manager: string | undefined): manager is string =>
      manager !== undefined && manager !== attestation.createdBy;
    return this.#prepare(
      attestation,
      ({ entity }) => [productManagerOf(entity)].filter(isOther),
      about => criterionAttested({ ...about, ...attestation }),
    );
  }

  /** Starts to tell what was written. */
  async wake(): Promise<void> {
    await this.#outbox.wake();
  }

  async #prepare(
    { entityRef, criterionId }: OfService,
    to: readonly string[] | ((service: ServiceEntity) => readonly string[]),
    write: (about: {
      readonly entity: ServiceEntity['entity'];
      readonly criterion: string;
      readonly to: readonly string[];
    }) => Notification,
  ): Promise<Also> {
    const [service] = await this.#catalog.getServices([entityRef]);
    const people = service && (typeof to === 'function' ? to(service) : to);
    if (!people?.length) return async () => {};
    const notification = write({
      entity: service.entity,
      criterion: this.#titles.get(criterionId) ?? criterionId,
      to: people,
    });
    return transaction => this.#outbox.put(transaction, notification);
  }
}
