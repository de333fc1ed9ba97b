import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { EventStore, StoredEvent } from './events/EventStore';
import { occurrencesOf } from './events/occurrences';
import { PostStore } from './posts/PostStore';

const day = 24 * 60 * 60 * 1000;
const lookBackDays = 90;
const everBefore = new Date(0);

/** When somebody last met the team, as far as events are kept; up to a moment. */
function lastHeld(
  events: readonly StoredEvent[],
  window: { readonly from: Date; readonly until: Date },
): Date | undefined {
  const held = events.flatMap(event =>
    occurrencesOf(event, {
      ...window,
      // Nobody was invited to what had been before it was told.
      from: new Date(Math.max(+window.from, +new Date(event.publishedAt!))),
    })
      .filter(
        ({ isCancelled, startsAt }) => !isCancelled && startsAt >= window.from,
      )
      .map(({ startsAt }) => +startsAt),
  );
  return held.length ? new Date(Math.max(...held)) : undefined;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/**
 * Tells whether users heard of a service and met its team lately. It says nothing of who
 * has neither posted nor invited here: they may do so elsewhere.
 */
export class InTheLoopCollector implements EvidenceCollector {
  readonly id = evidenceSources.postsAndEvents;
  readonly provides = [evidenceSources.postsAndEvents];
  readonly #posts: Pick<PostStore, 'findLatest'>;
  readonly #events: Pick<EventStore, 'listPublished'>;

  constructor(options: {
    posts: Pick<PostStore, 'findLatest'>;
    events: Pick<EventStore, 'listPublished'>;
  }) {
    this.#posts = options.posts;
    this.#events = options.events;
  }

  /** Three queries for four hundred services. */
  async collect({
    services,
    now,
  }: CollectOptions): Promise<CollectedEvidence[]> {
    const refs = services.map(({ entityRef }) => entityRef);
    const from = new Date(+now - lookBackDays * day);
    const [latest, events] = await Promise.all([
      this.#posts.findLatest(refs, { since: everBefore, until: now }),
      this.#events.listPublished(refs, { from: everBefore, until: now }),
    ]);
    return refs.flatMap(entityRef => {
      const own = events.filter(event => event.entityRef === entityRef);
      const posted = latest.get(entityRef);
      if (!posted && !own.length) return [];
      const held = lastHeld(own, { from, until: now });
      const missing = [
        ...(posted && posted >= from ? [] : ['no post']),
        ...(held ? [] : ['no event']),
      ];
      return [
        {
          entityRef,
          source: this.id,
          ...(missing.length
            ? {
                result: 'fail' as const,
                summary: `There was ${missing.join(
                  ' and ',
                )} in ${lookBackDays} days`,
              }
            : {
                result: 'pass' as const,
                // Of a post that is not for everybody, the day would tell.
                summary: `There was a post in ${lookBackDays} days, and an event on ${dayOf(
                  held!,
                )}`,
              }),
        },
      ];
    });
  }
}
