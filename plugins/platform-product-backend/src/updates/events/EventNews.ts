import { DigestSource, ServiceNews, Within } from '../../services/DigestSource';
import { EventStore } from './EventStore';

/** Which events were planned, for digests. */
export class EventNews implements DigestSource {
  readonly #store: Pick<EventStore, 'countNews'>;

  constructor(options: { store: Pick<EventStore, 'countNews'> }) {
    this.#store = options.store;
  }

  async listNews(within: Within): Promise<readonly ServiceNews[]> {
    const found = await this.#store.countNews(within);
    return found.map(item => ({
      ...item,
      kind: 'events',
      audience: 'everybody',
    }));
  }
}
