import { roadmapItemInputSchema } from '@platform-product/backstage-plugin-common/rules';
import {
  RecordImport,
  RoadmapRecord,
} from '@platform-product/backstage-plugin-node';
import { idOfKey } from '../../database/idOfKey';
import { FeedbackLinks } from '../../satisfaction/FeedbackLinks';
import { readRecord } from '../readRecord';
import { PastRoadmapStore } from './PastRoadmapStore';
import { StoredRoadmapItem } from './RoadmapStore';

/** Brings in roadmaps of the past; what was brought in once stays as it is. */
export class RoadmapImporter {
  readonly #store: PastRoadmapStore;
  readonly #feedback: Pick<FeedbackLinks, 'idOfImported'>;
  readonly #keepFor: number;
  readonly #now: () => Date;

  constructor(options: {
    store: PastRoadmapStore;
    feedbackLinks: Pick<FeedbackLinks, 'idOfImported'>;
    /** For how long what has shipped is kept, in milliseconds. */
    keepFor: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#feedback = options.feedbackLinks;
    this.#keepFor = options.keepFor;
    this.#now = options.now;
  }

  /** @throws InputError naming the first item that could not have been written here */
  async run(source: RecordImport): Promise<void> {
    const now = this.#now();
    const records = (await source.loadRoadmaps?.({ now })) ?? [];
    const items = records.map(record => this.#toItem(record));
    const keptSince = +now - this.#keepFor;
    await this.#store.add(
      items.filter(
        ({ shippedAt }) => !shippedAt || +new Date(shippedAt) > keptSince,
      ),
    );
  }

  #toItem(record: RoadmapRecord): StoredRoadmapItem {
    const { key, entityRef, stage, feedbackKeys = [], by, at } = record;
    const { title, text, feature, cutsKtlo = false, link } = record;
    const content = { title, text, feature, cutsKtlo, link };
    const feedbackIds = [...new Set(feedbackKeys)].map(one =>
      this.#feedback.idOfImported(one),
    );
    readRecord(
      roadmapItemInputSchema,
      { ...content, feedbackIds, stage: 'now' },
      `roadmap item '${key}'`,
    );
    const since = (record.stageSince ?? at).toISOString();
    return {
      ...content,
      feedbackIds,
      id: idOfKey('roadmap item', key),
      entityRef,
      stage,
      isDraft: false,
      stageSince: since,
      shippedAt: stage === 'shipped' ? since : undefined,
      version: 1,
      createdBy: by,
      createdAt: at.toISOString(),
    };
  }
}
