import {
  Ladder,
  WaitingFor,
  WaitingRisk,
  WaitingWaiver,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { titlesOf } from '../catalog/titleOf';
import {
  byTime,
  mostWaiting,
  WaitingReader,
  WaitingSource,
} from '../services/WaitingSource';
import { titlesOf as titlesOfCriteria } from './assessment/levelFigures';
import { MaturityStore } from './assessment/MaturityStore';
import { waiverEndsSoon } from './waivers/waiverEndsSoon';
import { WaiverService } from './waivers/WaiverService';

/** Waivers that stewards are to decide, as long as they are needed; what ends soon or is at risk, for its team. */
export class WaitingCriteria implements WaitingSource {
  readonly #store: Pick<MaturityStore, 'listServices'>;
  readonly #waivers: Pick<WaiverService, 'listPending' | 'listOf'>;
  readonly #access: Pick<AccessService, 'filterAllowed'>;
  readonly #catalog: Pick<ServiceCatalog, 'getVisibleServices'>;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<MaturityStore, 'listServices'>;
    waivers: Pick<WaiverService, 'listPending' | 'listOf'>;
    access: Pick<AccessService, 'filterAllowed'>;
    catalog: Pick<ServiceCatalog, 'getVisibleServices'>;
    ladder: Ladder;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#waivers = options.waivers;
    this.#access = options.access;
    this.#catalog = options.catalog;
    this.#titles = titlesOfCriteria(options.ladder);
    this.#now = options.now;
  }

  /** Four queries; for stewards a catalog call and a permission call. */
  async listWaiting(reader: WaitingReader) {
    const [toDecide, own] = await Promise.all([
      reader.isSteward ? this.#listToDecide(reader) : [],
      this.#listOwn(reader),
    ]);
    return [...toDecide, ...own];
  }

  async #listToDecide(reader: WaitingReader): Promise<WaitingWaiver[]> {
    const pending = await this.#waivers.listPending({
      notBy: reader.userRef,
      limit: mostWaiting,
    });
    const services = await this.#access.filterAllowed(
      'decideWaiver',
      await this.#catalog.getVisibleServices(
        [...new Set(pending.map(({ entityRef }) => entityRef))],
        reader.credentials,
      ),
      reader.credentials,
    );
    const titles = titlesOf(services);
    const assessed = await this.#store.listServices([...titles.keys()]);
    const states = new Map(
      assessed.map(service => [service.entityRef, service.states]),
    );
    return pending.flatMap((waiver): WaitingWaiver[] => {
      const { entityRef, criterionId, requestedAt: at } = waiver;
      const title = titles.get(entityRef);
      const state = states.get(entityRef)?.[criterionId];
      if (state === 'met' || state === 'attested') return [];
      const criterion = this.#titleOf(waiver.criterionId);
      return title
        ? [{ kind: 'waiver', entityRef, title, at, waiver, criterion }]
        : [];
    });
  }

  async #listOwn({
    own,
  }: WaitingReader): Promise<Array<WaitingRisk | WaitingWaiver>> {
    if (!own.length) return [];
    const refs = own.map(({ entityRef }) => entityRef);
    const [services, waivers] = await Promise.all([
      this.#store.listServices(refs),
      this.#waivers.listOf(refs),
    ]);
    const titles = titlesOf(own);
    const risks = services.flatMap(({ entityRef, atRisk }): WaitingRisk[] =>
      atRisk
        ? [
            {
              kind: 'at-risk',
              entityRef,
              title: titles.get(entityRef)!,
              at: atRisk.until,
              atRisk,
              criteria: atRisk.criteria.map(id => this.#titleOf(id)),
            },
          ]
        : [],
    );
    const waived = new Set(
      services.flatMap(({ entityRef, states }) =>
        Object.keys(states)
          .filter(id => states[id] === 'waived')
          .map(id => `${entityRef} ${id}`),
      ),
    );
    const now = this.#now();
    const ending = waivers.flatMap((waiver): WaitingWaiver[] =>
      waiverEndsSoon(waiver, now) &&
      waived.has(`${waiver.entityRef} ${waiver.criterionId}`)
        ? [
            {
              kind: 'waiver-ends',
              entityRef: waiver.entityRef,
              title: titles.get(waiver.entityRef)!,
              at: waiver.expiresAt,
              waiver,
              criterion: this.#titleOf(waiver.criterionId),
            },
          ]
        : [],
    );
    return [...soonest(risks), ...soonest(ending)];
  }

  #titleOf(criterionId: string): string {
    return this.#titles.get(criterionId) ?? criterionId;
  }
}

function soonest<TItem extends WaitingFor>(items: readonly TItem[]): TItem[] {
  return [...items].sort(byTime).slice(0, mostWaiting);
}
