import { DigestSource, ServiceNews, Within } from '../../services/DigestSource';
import { RoadmapStore } from './RoadmapStore';

/** What came to another stage of roadmaps, for digests. */
export class RoadmapNews implements DigestSource {
  readonly #store: Pick<RoadmapStore, 'countNews'>;

  constructor(options: { store: Pick<RoadmapStore, 'countNews'> }) {
    this.#store = options.store;
  }

  async listNews(within: Within): Promise<readonly ServiceNews[]> {
    const found = await this.#store.countNews(within);
    return found.map(item => ({
      ...item,
      kind: 'roadmap',
      audience: 'everybody',
    }));
  }
}
