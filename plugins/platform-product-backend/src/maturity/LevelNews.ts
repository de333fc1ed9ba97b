import { Entity } from '@backstage/catalog-model';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { Also, Notification } from '../notifications/Notification';
import { Outbox } from '../notifications/Outbox';
import { titlesOf } from './assessment/levelFigures';
import { AssessedService, AssessmentWrite } from './assessment/MaturityStore';
import { levelAtRisk, levelDropped } from './notifications';

/** What an assessment makes of a service that was assessed before. */
export interface AssessedChange {
  readonly entity: Entity;
  readonly previous?: AssessedService;
  readonly write: AssessmentWrite;
}

/** What the team of a service hears of its level, told with the assessment itself. */
export class LevelNews {
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: {
    outbox: Pick<Outbox, 'put' | 'wake'>;
    ladder: Ladder;
  }) {
    this.#outbox = options.outbox;
    this.#titles = titlesOf(options.ladder);
  }

  /** What is to be told of those of the changes that are saved, by their refs. */
  prepare(changes: readonly AssessedChange[]): Also<ReadonlySet<string>> {
    const news = changes.flatMap(change => {
      const notification = this.#newsOf(change);
      const { entityRef } = change.write.service;
      return notification ? [{ entityRef, notification }] : [];
    });
    return async (transaction, saved) => {
      const told = news.filter(({ entityRef }) => saved.has(entityRef));
      if (!told.length) return;
      await this.#outbox.put(
        transaction,
        ...told.map(({ notification }) => notification),
      );
    };
  }

  /** Starts to tell what was written. */
  async wake(): Promise<void> {
    await this.#outbox.wake();
  }

  /** A fall, or that one is near where that was not known before. */
  #newsOf({
    entity,
    previous,
    write,
  }: AssessedChange): Notification | undefined {
    if (!previous) return undefined;
    const { service, historyEntry } = write;
    if (service.level < previous.level) {
      const missing = historyEntry?.causes.filter(c => c.to === 'missing');
      return levelDropped({
        entity,
        from: previous.level,
        to: service.level,
        isNewLadder: historyEntry?.reason === 'ladder',
        criteria: missing?.map(({ title }) => title) ?? [],
        atRisk: service.atRisk,
      });
    }
    if (!service.atRisk || previous.atRisk) return undefined;
    return levelAtRisk({
      entity,
      level: service.level,
      atRisk: service.atRisk,
      criteria: service.atRisk.criteria.map(id => this.#titles.get(id) ?? id),
    });
  }
}
