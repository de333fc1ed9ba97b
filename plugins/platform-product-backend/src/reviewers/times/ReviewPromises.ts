import { Entity } from '@backstage/catalog-model';
import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import {
  readAnnotation,
  toBusinessDuration,
} from '@platform-product/backstage-plugin-common/rules';
import { Guides } from '../../contributing/Guides';

type ReviewPromise = ReviewTimes['promise'];

const fallback = { duration: 'PT8H', hours: 8, source: 'default' } as const;

function findAnnotated(entity: Entity): ReviewPromise | undefined {
  const target = readAnnotation(entity, 'reviewTarget');
  return target && { ...target, source: 'annotation' };
}

/** For how long a page or a sweep waits for guides that are old, in milliseconds. */
const patience = 5_000;
/** The same where somebody waits for an act of theirs. */
const shortPatience = 1_000;

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

  /** What a service promises, and what its guide says beside it. */
  async find(entity: Entity): Promise<ReviewPromise> {
    const [{ promise }] = await this.#guides.findPromises([entity], {
      patience,
    });
    const guide = promise && {
      ...promise,
      duration: toBusinessDuration(promise.hours),
    };
    const byGuide = guide && {
      duration: guide.duration,
      hours: guide.hours,
      source: 'guide' as const,
    };
    return { ...(findAnnotated(entity) ?? byGuide ?? fallback), guide };
  }

  /**
   * The promised hours, in the order of the services; undefined where only the guide
   * could tell and was not read yet. As many queries for many as for one.
   */
  async findHours(
    entities: readonly Entity[],
    signal?: AbortSignal,
  ): Promise<Array<number | undefined>> {
    const annotated = entities.map(entity => findAnnotated(entity)?.hours);
    const others = entities.filter((_, index) => !annotated[index]);
    const found = await this.#guides.findPromises(others, { patience, signal });
    const byGuide = new Map(others.map((entity, i) => [entity, found[i]]));
    return entities.map((entity, index) => {
      const { promise, isKnown } = byGuide.get(entity) ?? { isKnown: true };
      return (
        annotated[index] ??
        promise?.hours ??
        (isKnown ? fallback.hours : undefined)
      );
    });
  }

  /** The promised hours as far as they are known in a moment. */
  async knownHours(entity: Entity): Promise<number> {
    const annotated = findAnnotated(entity);
    if (annotated) return annotated.hours;
    const [{ promise }] = await this.#guides.findPromises([entity], {
      patience: shortPatience,
    });
    return promise?.hours ?? fallback.hours;
  }
}
