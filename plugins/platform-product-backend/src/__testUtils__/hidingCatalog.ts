import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

function nameOf({ principal }: BackstageCredentials): string {
  const { userEntityRef } = principal as { userEntityRef?: string };
  return userEntityRef ?? 'service';
}

/**
 * A catalog that hides some entities from some users, as a policy would, and
 * counts how often it is asked. It can be given other entities later.
 */
export function hidingCatalog(options: {
  readonly entities: readonly Entity[];
  /** Entity refs that users may not read, by user ref. */
  readonly hidden?: Readonly<Record<string, readonly string[]>>;
}) {
  const { hidden = {} } = options;
  let inner = catalogServiceMock({ entities: [...options.entities] });
  const asked: string[] = [];
  function ask(what: string, credentials: BackstageCredentials) {
    asked.push(`${what} as ${nameOf(credentials)}`);
    const refs = hidden[nameOf(credentials)] ?? [];
    return (entity?: Entity) =>
      entity !== undefined && !refs.includes(stringifyEntityRef(entity));
  }
  const catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getEntitiesByRefs' | 'queryEntities'
  > = {
    async getEntityByRef(ref, { credentials }) {
      const isVisible = ask('getEntityByRef', credentials);
      const entity = await inner.getEntityByRef(ref as string);
      return isVisible(entity) ? entity : undefined;
    },
    async getEntitiesByRefs({ fields, ...request }, { credentials }) {
      const isVisible = ask('getEntitiesByRefs', credentials);
      const whole = await inner.getEntitiesByRefs(request);
      const { items } = await inner.getEntitiesByRefs({ fields, ...request });
      return {
        items: items.map((entity, index) =>
          isVisible(whole.items[index]) ? entity : undefined,
        ),
      };
    },
    async queryEntities(request, { credentials }) {
      const isVisible = ask('queryEntities', credentials);
      const answer = await inner.queryEntities(request);
      return { ...answer, items: answer.items.filter(isVisible) };
    },
  };
  return {
    catalog: catalog as CatalogService,
    /** What was called, and as whom. */
    asked,
    setEntities(entities: readonly Entity[]) {
      inner = catalogServiceMock({ entities: [...entities] });
    },
  };
}
