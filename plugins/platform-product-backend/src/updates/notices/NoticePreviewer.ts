import { parseEntityRef } from '@backstage/catalog-model';
import { NoticePreview } from '@platform-product/backstage-plugin-common';
import {
  findReach,
  firstStatuses,
  NoticeDraft,
} from '@platform-product/backstage-plugin-common/rules';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { FieldError } from '../../operations/FieldError';
import { GroupTree } from '../../people/GroupTree';
import { noticeTold } from '../notifications';

/** Of whatever is reached, so many can be chosen. */
const mostChoices = 50;

/** Shows whom a notice would reach, before anybody is told. */
export class NoticePreviewer {
  readonly #graph: Pick<CatalogGraph, 'loadUses'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;

  constructor(options: {
    graph: Pick<CatalogGraph, 'loadUses'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
  }) {
    this.#graph = options.graph;
    this.#groups = options.groups;
  }

  /** @throws FieldError when an entity is named that does not use the service */
  async show(
    { entityRef: serviceRef, entity }: ServiceEntity,
    draft: NoticeDraft,
    entityRef?: string,
  ): Promise<NoticePreview> {
    const { uses, owners, titles } = await this.#graph.loadUses();
    const reached = findReach(uses, serviceRef);
    const chosen = entityRef
      ? reached.find(item => item.entityRef === entityRef)
      : reached[0];
    if (entityRef && !chosen) {
      throw new FieldError('entityRef', 'does not use this service');
    }
    const nameOf = (ref: string) => titles.get(ref) ?? parseEntityRef(ref).name;
    const path = chosen?.path ?? [];
    const inside = await this.#groups.findPeopleInside(
      chosen ? owners.get(chosen.entityRef) ?? [] : [],
    );
    const told = noticeTold({
      entity,
      notice: {
        ...draft,
        id: '',
        text: draft.text ?? '',
        status: draft.status ?? firstStatuses(draft)[0],
        updates: [],
      },
      reached: chosen
        ? [
            {
              title: nameOf(chosen.entityRef),
              through: path.length > 2 ? nameOf(path.at(-2)!) : undefined,
            },
          ]
        : [],
      to: [],
    });
    return {
      entities: reached.length,
      choices: reached.slice(0, mostChoices).map(item => item.entityRef),
      entityRef: chosen?.entityRef,
      path,
      people: new Set([...inside.values()].flatMap(people => [...people])).size,
      title: told.title,
      description: told.description ?? '',
    };
  }
}
