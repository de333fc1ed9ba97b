import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { LRUCache } from 'lru-cache';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { kindOf } from '../catalog/kindOf';
import { targetsOf } from '../catalog/targetsOf';
import { createMemory } from '../memory/createMemory';

/** As long as Backstage remembers whose groups are whose. */
const rememberedAbove = { max: 1_000, ttl: 5_000 };

const groupsOver = (entity: Entity): readonly string[] => [
  ...targetsOf(entity, RELATION_MEMBER_OF),
  ...targetsOf(entity, RELATION_CHILD_OF),
];

/**
 * Who is inside a group: its members, and those of all groups below it. The
 * catalog is asked once for each level of the tree; a cycle ends where it began.
 */
export class GroupTree {
  readonly #graph: CatalogGraph;
  readonly #above?: LRUCache<string, Promise<ReadonlySet<string>>>;

  constructor(options: {
    graph: CatalogGraph;
    /** By which clock it remembers what is above somebody; never, where there is none. */
    now?: () => Date;
  }) {
    const { graph, now } = options;
    this.#graph = graph;
    this.#above = now && createMemory({ ...rememberedAbove, now });
  }

  /**
   * Refs of people and groups, and of all groups that these are inside; as they were at
   * some time within the last five seconds.
   */
  async findGroupsAbove(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const key = [...new Set(refs)].sort().join(' ');
    const remembered = this.#above?.get(key);
    if (remembered) return remembered;
    const found = this.#walk(refs, groupsOver).then(
      entities => new Set(entities.keys()),
    );
    this.#above?.set(key, found);
    found.catch(() => this.#above?.delete(key));
    return found;
  }

  /** The same for each of the given refs. */
  async findGroupsAboveEach(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const entities = await this.#walk(refs, groupsOver);
    return new Map(
      [...new Set(refs)].map(ref => {
        const above = new Set([ref]);
        // A set takes in what is added while it is walked.
        for (const one of above) {
          const entity = entities.get(one);
          if (entity) groupsOver(entity).forEach(group => above.add(group));
        }
        return [ref, above];
      }),
    );
  }

  /**
   * Refs of the Users inside each of the given owners. A User is inside themselves,
   * whether the catalog knows them or not.
   */
  async findPeopleInside(
    owners: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const groups = owners.filter(ref => kindOf(ref) === 'group');
    const childrenOf = (group: Entity | undefined) =>
      group ? targetsOf(group, RELATION_PARENT_OF) : [];
    const entities = await this.#walk(groups, childrenOf);
    const peopleOf = (owner: string) => {
      if (kindOf(owner) === 'user') return [owner];
      const inside = new Set(kindOf(owner) === 'group' ? [owner] : []);
      // A set takes in what is added while it is walked.
      for (const ref of inside) {
        childrenOf(entities.get(ref)).forEach(child => inside.add(child));
      }
      return [...inside].flatMap(ref => {
        const group = entities.get(ref);
        return group
          ? targetsOf(group, RELATION_HAS_MEMBER).filter(
              member => kindOf(member) === 'user',
            )
          : [];
      });
    };
    return new Map(
      [...new Set(owners)].map(owner => [owner, new Set(peopleOf(owner))]),
    );
  }

  /** All entities that some lead to, step by step; undefined for unknown ones. */
  async #walk(
    refs: readonly string[],
    next: (entity: Entity) => readonly string[],
  ): Promise<ReadonlyMap<string, Entity | undefined>> {
    const found = new Map<string, Entity | undefined>();
    let asked = [...new Set(refs)];
    while (asked.length) {
      const entities = await this.#graph.getEntities(asked);
      asked.forEach(ref => found.set(ref, entities.get(ref)));
      const led = [...entities.values()].flatMap(next);
      asked = [...new Set(led)].filter(ref => !found.has(ref));
    }
    return found;
  }
}
