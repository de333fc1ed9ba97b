import { Entity } from '@backstage/catalog-model';
import {
  annotations,
  ReviewTimes,
} from '@platform-product/backstage-plugin-common';
import {
  readBusinessHours,
  toBusinessDuration,
} from '@platform-product/backstage-plugin-common/rules';
import { Guides } from '../../contributing/Guides';

type ReviewPromise = ReviewTimes['promise'];

const fallback = { duration: 'PT8H', hours: 8, source: 'default' } as const;

function findAnnotated(entity: Entity): ReviewPromise | undefined {
  const value: unknown =
    entity.metadata.annotations?.[annotations.reviewTarget];
  if (typeof value !== 'string') return undefined;
  const hours = readBusinessHours(value);
  return hours
    ? { duration: value.trim(), hours, source: 'annotation' }
    : undefined;
}

/**
 * How soon services promise a review, in business hours: as their annotation says,
 * else as their contribution guide does. Whatever is shown, counted late or passed
 * on goes by this one answer.
 */
export class ReviewPromises {
  readonly #guides: Guides;

  constructor(options: { guides: Guides }) {
    this.#guides = options.guides;
  }

  /** In the order of the services; as many queries for many as for one. */
  async find(
    entities: readonly Entity[],
    signal?: AbortSignal,
  ): Promise<ReviewPromise[]> {
    const found = await this.#guides.findPromises(entities, signal);
    return entities.map((entity, index) => {
      const promised = found[index];
      const guide = promised && {
        ...promised,
        duration: toBusinessDuration(promised.hours),
      };
      const byGuide = guide && {
        duration: guide.duration,
        hours: guide.hours,
        source: 'guide' as const,
      };
      return { ...(findAnnotated(entity) ?? byGuide ?? fallback), guide };
    });
  }
}
