import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { annotations } from '@platform-product/backstage-plugin-common';
import { groupEntity, serviceEntity, userEntity } from '../entities';

/** The moment at which all lists are asked for. */
export const now = new Date('2027-03-15T10:30:00.000Z');

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** A moment before now, or after it where the days are negative. */
export const daysAgo = (days: number, milliseconds = 0) =>
  new Date(+now - days * millisecondsPerDay + milliseconds);

export const logsTeam = 'group:default/logs-team';
export const shopTeam = 'group:default/shop-team';

/** Sees everything, and has a part in nothing. */
export const reader = 'user:default/reader';
/** May not read a third of the services, nor one of the systems. */
export const stranger = 'user:default/stranger';
/** May read nothing at all. */
export const barred = 'user:default/barred';
/** Of the logs team. */
export const olga = 'user:default/olga';
/** Of the shop team. */
export const carl = 'user:default/carl';

export const systems = ['a', 'b', 'secret'].map(
  name => `system:default/${name}`,
);

/** Both `a` and the secret one are of the domain `running`; `b` is of none. */
export const domainOf: Readonly<Record<string, string>> = {
  [systems[0]]: 'domain:default/running',
  [systems[2]]: 'domain:default/running',
};

/** Every fifth service is an API. */
export const services = Array.from({ length: 24 }, (_, n) => {
  const name = `svc-${`${n}`.padStart(2, '0')}`;
  return n % 5 === 4 ? `api:default/${name}` : `component:default/${name}`;
});

/** More services than fit on somebody’s page at home. */
export const moreServices = Array.from(
  { length: 30 },
  (_, n) => `component:default/more-${n}`,
);

/** What is assessed still, though the catalog has just lost it. */
export const orphans = ['component:default/orphan-1', 'api:default/orphan-2'];

export const ownerOf = (ref: string) =>
  services.indexOf(ref) % 2 ? shopTeam : logsTeam;

/** What the website of the shop team depends on; one of them is its own. */
export const usedByWebsite = [8, 2, 3, 6].map(n => services[n]);

/** What the catalog calls a service. */
export const catalogTitleOf = (ref: string) =>
  services.indexOf(ref) % 4 ? parseEntityRef(ref).name : 'A service of many';

export const hidden: Readonly<Record<string, readonly string[]>> = {
  [stranger]: [...services.filter((_, n) => n % 3 === 0), systems[2]],
  [barred]: [...services, ...systems],
};

export const mayRead = (user: string, ref: string) =>
  !hidden[user] || (services.includes(ref) && !hidden[user].includes(ref));

/** Whether a single service can be asked for: the catalog has to have it. */
export const isFound = (user: string, ref: string) =>
  services.includes(ref) && mayRead(user, ref);

function toEntity(ref: string): Entity {
  const { kind, name } = parseEntityRef(ref);
  const isComponent = kind === 'component';
  const title = catalogTitleOf(ref);
  const entity = serviceEntity(name, {
    owner: ownerOf(ref),
    title: title === name ? undefined : title,
    annotations: {
      [annotations.productManager]: 'nobody',
      ...(!isComponent && { [annotations.service]: 'true' }),
    },
  });
  return { ...entity, kind: isComponent ? 'Component' : 'API' };
}

/** Beside the services, what is no service: groups, people, systems, a website. */
export const entities: readonly Entity[] = [
  ...services.map(toEntity),
  ...moreServices.map(ref =>
    serviceEntity(parseEntityRef(ref).name, { owner: logsTeam }),
  ),
  ...systems.map(ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: parseEntityRef(ref).name, namespace: 'default' },
    relations: [
      { type: 'ownedBy', targetRef: logsTeam },
      ...(domainOf[ref] ? [{ type: 'partOf', targetRef: domainOf[ref] }] : []),
    ],
  })),
  {
    ...serviceEntity('website', { owner: shopTeam }),
    spec: { type: 'website', owner: shopTeam },
    relations: [
      { type: 'ownedBy', targetRef: shopTeam },
      ...usedByWebsite.map(targetRef => ({ type: 'dependsOn', targetRef })),
    ],
  },
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
  userEntity('olga', { groups: [logsTeam] }),
  userEntity('carl', { groups: [shopTeam] }),
  ...['ada', 'ben', 'reader', 'stranger'].map(name => userEntity(name)),
];
