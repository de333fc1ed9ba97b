import { postInputSchema } from '@platform-product/backstage-plugin-common/rules';
import {
  PostRecord,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { idOfKey } from '../../database/idOfKey';
import { readRecord } from '../readRecord';
import { PostStore } from './PostStore';

/** Brings in posts of the past; what was brought in once stays as it is. */
export class PostImporter {
  readonly #store: Pick<PostStore, 'addPast'>;
  readonly #keepFor: number;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<PostStore, 'addPast'>;
    /** For how long posts are kept, in milliseconds. */
    keepFor: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#keepFor = options.keepFor;
    this.#now = options.now;
  }

  /** @throws InputError naming the first post that could not have been written here */
  async run(source: RecordImport): Promise<void> {
    const now = this.#now();
    const records = (await source.loadPosts?.({ now })) ?? [];
    for (const post of records.map(toPost)) {
      if (+new Date(post.publishedAt) > +now - this.#keepFor) {
        await this.#store.addPast(post);
      }
    }
  }
}

function toPost({ key, entityRef, by, at, ...content }: PostRecord) {
  const read = readRecord(postInputSchema, content, `post '${key}'`);
  const { publishAt: _, isDraft: __, ...written } = read;
  return {
    ...written,
    id: idOfKey('post', key),
    entityRef,
    publishedAt: at.toISOString(),
    version: 1,
    createdBy: by,
    createdAt: at.toISOString(),
  };
}
