import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  findReach,
  findSpared,
  isOpen,
  ownersOf,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { CatalogGraph, CatalogUses } from '../../catalog/CatalogGraph';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { createRepeater } from '../../database/createRepeater';
import { runAlone } from '../../database/runAlone';
import { Notification } from '../../notifications/Notification';
import { Outbox } from '../../notifications/Outbox';
import { GroupTree } from '../../people/GroupTree';
import { Follows } from '../Follows';
import { noticeTold, ReachedOfPerson } from '../notifications';
import { NoticeStore, StoredNotice } from './NoticeStore';
import { ReachRecord, ReachStore } from './ReachStore';

/** What comes to the catalog while a notice is open is reached within that time. */
const lookAgainAfter = 60 * 60 * 1000;

/** Who is told of what of theirs, by refs of people or of groups. */
interface Told {
  readonly reached: ReadonlyMap<string, readonly ReachedOfPerson[]>;
  /** All people among them, and inside the groups among them. */
  readonly people: ReadonlySet<string>;
}

/**
 * Finds whom notices reach, and tells them. It is written in one transaction whom a
 * notice reaches and what they are told, so that who dies meanwhile has told nobody, and
 * whoever goes on tells everybody once.
 */
export class ReachService {
  readonly #knex: Knex;
  readonly #store: ReachStore;
  readonly #notices: Pick<NoticeStore, 'listByIds'>;
  readonly #graph: CatalogGraph;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;
  readonly #services: Pick<ServiceCatalog, 'getServices'>;
  readonly #follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #tellsGroups: boolean;
  readonly #onReached: (entityRef: string) => Promise<unknown>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #tellDue: () => Promise<void>;

  constructor(options: {
    knex: Knex;
    store: ReachStore;
    notices: Pick<NoticeStore, 'listByIds'>;
    graph: CatalogGraph;
    groups: Pick<GroupTree, 'findPeopleInside'>;
    services: Pick<ServiceCatalog, 'getServices'>;
    follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    /** Whether owning groups are told as such, and not each person in them. */
    tellsGroups: boolean;
    /** Called with the ref of a service whose notices have reached others than before. */
    onReached: (entityRef: string) => Promise<unknown>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#notices = options.notices;
    this.#graph = options.graph;
    this.#groups = options.groups;
    this.#services = options.services;
    this.#follows = options.follows;
    this.#outbox = options.outbox;
    this.#tellsGroups = options.tellsGroups;
    this.#onReached = options.onReached;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#tellDue = createRepeater(() => this.#runAll());
  }

  /** Begins to find and tell; nobody waits for it. */
  wake(): void {
    this.run().catch(error => {
      this.#logger.warn('Users will be told of notices later', {
        error: stringifyError(error),
      });
    });
  }

  /** Finds and tells whom notices reach that nobody was told of, unless another backend does. */
  async run(): Promise<void> {
    return this.#tellDue();
  }

  async #runAll(): Promise<void> {
    await runAlone(this.#knex, 'notices', async checkAlone => {
      const since = new Date(+this.#now() - lookAgainAfter);
      const due = await this.#store.listDue(since);
      if (!due.length) return;
      const notices = await this.#notices.listByIds(due);
      const services = await this.#services.getServices([
        ...new Set(notices.map(({ entityRef }) => entityRef)),
      ]);
      // What the catalog has not, or not yet, is looked for again the next time.
      const known = notices.flatMap(notice => {
        const service = services.find(
          ({ entityRef }) => entityRef === notice.entityRef,
        );
        return service ? [{ notice, service }] : [];
      });
      if (!known.length) return;
      for (const { notice, service } of known) {
        await this.#reachFirst(notice, service);
      }
      const uses = await this.#graph.loadUses();
      for (const { notice, service } of known) {
        await checkAlone();
        await this.#reach(notice, service, uses);
        await this.#onReached(service.entityRef);
      }
    });
    await this.#outbox.wake();
  }

  /** What uses the service directly has the notice at once, while others are looked for. */
  async #reachFirst(
    notice: StoredNotice,
    service: ServiceEntity,
  ): Promise<void> {
    const told = await this.#store.findTold(notice.id);
    if (!told || told.version > 0) return;
    const consumers = await this.#graph.findConsumers([service]);
    const entities = await this.#graph.getEntities(
      consumers.get(service.entityRef) ?? [],
    );
    await this.#store.replace(
      notice,
      [...entities].map(([entityRef, entity]) => ({
        entityRef,
        path: [service.entityRef, entityRef],
        parents: [service.entityRef],
        owners: ownersOf(entity),
      })),
    );
  }

  /** Tells what is new to all that it concerns, or what is not new to who was not reached before. */
  async #reach(
    notice: StoredNotice,
    service: ServiceEntity,
    { uses, owners, titles, calls }: CatalogUses,
  ): Promise<void> {
    const { id, entityRef, version } = notice;
    const before = await this.#store.findTold(id);
    if (!before) return;
    const isNews = before.version < version;
    // Of what is over, nothing that came since is concerned.
    const isPast = !isOpen(notice) && before.version > 0;
    const reached: readonly ReachRecord[] = isPast
      ? await this.#store.listReached(id)
      : findReach(uses, entityRef).map(found => ({
          ...found,
          owners: owners.get(found.entityRef) ?? [],
        }));
    const concerned = stillConcerned(
      reached,
      await this.#store.listNotAffected(id),
      entityRef,
    );
    const known = isNews ? new Set() : await this.#store.listTold(id);
    const untold = new Set(
      concerned.map(item => item.entityRef).filter(ref => !known.has(ref)),
    );
    const told = await this.#findTold(concerned, untold, titles);
    this.#logger.info('Found whom a notice reaches', {
      notice: id,
      entities: reached.length,
      people: told.people.size,
      catalogCalls: calls,
    });
    const followers = isNews ? await this.#findListening(entityRef) : [];
    await this.#store.replace(notice, reached, {
      before,
      version,
      at: this.#now(),
      entityRefs: untold,
      also: async transaction => {
        await this.#outbox.put(
          transaction,
          ...tellAll(notice, service, told, followers),
        );
      },
    });
  }

  /** Those who follow a service, and want to hear of its notices. */
  async #findListening(entityRef: string): Promise<readonly string[]> {
    const [followers, muted] = await Promise.all([
      this.#follows.listFollowers([entityRef]),
      this.#follows.listMuted([entityRef]),
    ]);
    return [...(followers.get(entityRef) ?? [])].filter(
      userRef => !muted.get(entityRef)?.get(userRef)?.has('notices'),
    );
  }

  /**
   * Who owns something that was not told of, with all that is theirs of what is reached;
   * as many catalog calls as groups have levels.
   */
  async #findTold(
    reached: readonly ReachRecord[],
    untold: ReadonlySet<string>,
    titles: ReadonlyMap<string, string>,
  ): Promise<Told> {
    const inside = await this.#groups.findPeopleInside([
      ...new Set(reached.flatMap(item => item.owners)),
    ]);
    const titleOfRef = (ref: string) =>
      titles.get(ref) ?? parseEntityRef(ref).name;
    const told = new Map<string, ReachedOfPerson[]>();
    const due = new Set<string>();
    for (const { entityRef, path, owners } of reached) {
      const before = path.length > 2 ? path[path.length - 2] : undefined;
      const item = {
        title: titleOfRef(entityRef),
        // Their own entity says that it uses this; what lies before may not be theirs to know.
        through: before && titleOfRef(before),
      };
      const recipients = this.#tellsGroups
        ? owners
        : owners.flatMap(owner => [...(inside.get(owner) ?? [])]);
      for (const recipient of new Set(recipients)) {
        if (untold.has(entityRef)) due.add(recipient);
        const others = told.get(recipient);
        if (others) others.push(item);
        else told.set(recipient, [item]);
      }
    }
    const people = [...inside.values()].flatMap(persons => [...persons]);
    return {
      reached: new Map([...told].filter(([recipient]) => due.has(recipient))),
      people: new Set(people),
    };
  }
}

/** What is reached, without what is not affected and what lies only behind that. */
function stillConcerned(
  reached: readonly ReachRecord[],
  notAffected: ReadonlySet<string>,
  serviceRef: string,
): ReachRecord[] {
  const spared = findSpared(reached, serviceRef, notAffected);
  return reached.filter(
    ({ entityRef }) => !spared.has(entityRef) && !notAffected.has(entityRef),
  );
}

/** One notification a recipient: of what is theirs, or that they follow the service. */
function tellAll(
  notice: StoredNotice,
  { entity }: ServiceEntity,
  { reached: told, people }: Told,
  followers: readonly string[],
): Notification[] {
  const ofOwners = [...told].map(([recipient, reached]) =>
    noticeTold({ entity, notice, reached, to: [recipient] }),
  );
  const others = followers.filter(person => !people.has(person));
  return others.length
    ? [...ofOwners, noticeTold({ entity, notice, reached: [], to: others })]
    : ofOwners;
}
