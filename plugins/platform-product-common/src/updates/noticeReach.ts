/** What uses what: for each entity, the entities that use it. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/** An entity that is reached from a service. */
export interface ReachedEntity {
  readonly entityRef: string;
  /** The shortest way from the service to it, both included. */
  readonly path: readonly string[];
  /** Reached entities, or the service, that it uses; through APIs, too. */
  readonly parents: readonly string[];
}

const isApi = (ref: string) => ref.startsWith('api:');

/**
 * All that uses a service, directly or through others, each with the shortest path and
 * all ways into it. APIs are ways, not users. Cycles end; of two paths of one length the
 * first by name is taken. Linear in the edges, but for sorting.
 */
export function findReach(uses: Uses, serviceRef: string): ReachedEntity[] {
  const paths = new Map([[serviceRef, [serviceRef]]]);
  const parents = new Map<string, Set<string>>();
  let front = [serviceRef];
  while (front.length) {
    const next: string[] = [];
    for (const from of front) {
      for (const to of [...new Set(uses.get(from))].sort()) {
        if (to === serviceRef || to === from) continue;
        addParents(parents, { from, to });
        if (paths.has(to)) continue;
        paths.set(to, [...paths.get(from)!, to]);
        next.push(to);
      }
    }
    front = next.sort();
  }
  return [...paths.keys()]
    .filter(ref => ref !== serviceRef && !isApi(ref))
    .map(entityRef => ({
      entityRef,
      path: paths.get(entityRef)!,
      parents: parentsOf(parents, { entityRef, serviceRef }),
    }));
}

function addParents(
  parents: Map<string, Set<string>>,
  edge: { readonly from: string; readonly to: string },
): void {
  const known = parents.get(edge.to);
  if (known) known.add(edge.from);
  else parents.set(edge.to, new Set([edge.from]));
}

/** The users and the service behind an entity’s APIs, instead of the APIs. */
function parentsOf(
  parents: ReadonlyMap<string, ReadonlySet<string>>,
  of: { readonly entityRef: string; readonly serviceRef: string },
): string[] {
  const { entityRef, serviceRef } = of;
  const isWay = (ref: string) => isApi(ref) && ref !== serviceRef;
  const direct = [...(parents.get(entityRef) ?? [])];
  return [
    ...new Set(
      direct.flatMap(ref =>
        isWay(ref) ? [...(parents.get(ref) ?? [])] : [ref],
      ),
    ),
  ]
    .filter(ref => ref !== entityRef)
    .sort();
}

/**
 * Of the entities that a notice reaches, those that are reached only through some that
 * are not affected. Whoever is not affected counts as reached: they had to look.
 */
export function findSpared(
  reached: ReadonlyArray<Pick<ReachedEntity, 'entityRef' | 'parents'>>,
  serviceRef: string,
  notAffected: ReadonlySet<string>,
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const { entityRef, parents } of reached) {
    for (const parent of parents) {
      const known = users.get(parent);
      if (known) known.push(entityRef);
      else users.set(parent, [entityRef]);
    }
  }
  const hit = new Set<string>();
  const front = [serviceRef];
  for (let from = front.pop(); from !== undefined; from = front.pop()) {
    for (const to of users.get(from) ?? []) {
      if (hit.has(to)) continue;
      hit.add(to);
      if (!notAffected.has(to)) front.push(to);
    }
  }
  return new Set(
    reached.map(({ entityRef }) => entityRef).filter(ref => !hit.has(ref)),
  );
}
