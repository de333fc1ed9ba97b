import { Ladder } from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { Outbox } from '../../notifications/Outbox';
import { titlesOf } from '../assessment/levelFigures';
import { MaturityStore } from '../assessment/MaturityStore';
import { waiverEnds } from '../notifications';
import { toldBeforeEnd } from './waiverEndsSoon';
import { StoredWaiver, WaiverStore } from './WaiverStore';

const waiversPerPage = 200;

/** Tells teams that waivers on which their level rests are about to end; once each. */
export class EndingWaivers {
  readonly #waivers: Pick<WaiverStore, 'listEnding' | 'noteEndTold'>;
  readonly #store: Pick<MaturityStore, 'listServices'>;
  readonly #catalog: Pick<ServiceCatalog, 'getServices'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #now: () => Date;

  constructor(options: {
    waivers: Pick<WaiverStore, 'listEnding' | 'noteEndTold'>;
    store: Pick<MaturityStore, 'listServices'>;
    catalog: Pick<ServiceCatalog, 'getServices'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    ladder: Ladder;
    now: () => Date;
  }) {
    this.#waivers = options.waivers;
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#outbox = options.outbox;
    this.#titles = titlesOf(options.ladder);
    this.#now = options.now;
  }

  async tell(signal?: AbortSignal): Promise<void> {
    const now = this.#now();
    let after: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await this.#waivers.listEnding({
        now,
        before: new Date(+now + toldBeforeEnd),
        after,
        limit: waiversPerPage,
      });
      await this.#tellOf(page, now);
      after = page.length === waiversPerPage ? page.at(-1)!.id : undefined;
    } while (after);
    await this.#outbox.wake();
  }

  /** A waiver that nothing rests on at the moment is looked at again later. */
  async #tellOf(waivers: readonly StoredWaiver[], now: Date): Promise<void> {
    if (!waivers.length) return;
    const refs = [...new Set(waivers.map(({ entityRef }) => entityRef))];
    const [services, assessed] = await Promise.all([
      this.#catalog.getServices(refs),
      this.#store.listServices(refs),
    ]);
    const entities = new Map(
      services.map(({ entityRef, entity }) => [entityRef, entity]),
    );
    const states = new Map(
      assessed.map(({ entityRef, ...service }) => [entityRef, service.states]),
    );
    for (const { id, entityRef, criterionId, expiresAt } of waivers) {
      const entity = entities.get(entityRef);
      const isUsed = states.get(entityRef)?.[criterionId] === 'waived';
      if (!entity || !isUsed) continue;
      const notification = waiverEnds({
        entity,
        id,
        criterion: this.#titles.get(criterionId) ?? criterionId,
        expiresAt,
      });
      await this.#waivers.noteEndTold(id, now, transaction =>
        this.#outbox.put(transaction, notification),
      );
    }
  }
}
