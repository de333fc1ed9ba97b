import { BackstageCredentials } from '@backstage/backend-plugin-api';
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
  readonly #graph: Pick<CatalogGraph, 'getEntities' | 'loadUses'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;

  constructor(options: {
    graph: Pick<CatalogGraph, 'getEntities' | 'loadUses'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
  }) {
    this.#graph = options.graph;
    this.#groups = options.groups;
  }

  /** @throws FieldError when an entity is named that does not use the service */
  async show(
    { entityRef: serviceRef, entity }: ServiceEntity,
    draft: NoticeDraft,
    asked: {
      readonly entityRef?: string;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<NoticePreview> {
    const { entityRef, credentials } = asked;
    const { uses, owners, titles } = await this.#graph.loadUses();
    const reached = findReach(uses, serviceRef);
    const nearest = reached.slice(0, mostChoices);
    const named = reached.filter(item => item.entityRef === entityRef);
    // The rest is counted alone.
    const seen = await this.#graph.getEntities(
      [...named, ...nearest].flatMap(item => [...item.path]),
      credentials,
    );
    const isSeen = (item: { readonly entityRef: string }) =>
      seen.has(item.entityRef);
    const choices = nearest.filter(isSeen);
    const chosen = entityRef ? named.find(isSeen) : choices[0];
    if (entityRef && !chosen) {
      throw new FieldError('entityRef', 'does not use this service');
    }
    const nameOf = (ref: string) => titles.get(ref) ?? parseEntityRef(ref).name;
    const path = (chosen?.path ?? []).filter(ref => seen.has(ref));
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
              through:
                chosen.path.length > 2
                  ? nameOf(chosen.path.at(-2)!)
                  : undefined,
            },
          ]
        : [],
      to: [],
    });
    return {
      entities: reached.length,
      choices: choices.map(item => item.entityRef),
      entityRef: chosen?.entityRef,
      path,
      people: new Set([...inside.values()].flatMap(people => [...people])).size,
      title: told.title,
      description: told.description ?? '',
    };
  }
}
