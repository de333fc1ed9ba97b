import { DigestSource, ServiceNews, Within } from '../../services/DigestSource';
import { PostStore } from './PostStore';

/** What was posted, for digests. */
export class PostNews implements DigestSource {
  readonly #store: Pick<PostStore, 'countNews'>;

  constructor(options: { store: Pick<PostStore, 'countNews'> }) {
    this.#store = options.store;
  }

  async listNews(within: Within): Promise<readonly ServiceNews[]> {
    const found = await this.#store.countNews(within);
    return found.map(item => ({ ...item, kind: 'posts' }));
  }
}
