import { randomUUID } from 'crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  ListPage,
  Post,
  PostInput,
} from '@platform-product/backstage-plugin-common';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { isMeantFor, PostReaders } from './PostReaders';
import { PostPage, PostStore } from './PostStore';

/** A post, and the service that it is of. */
export interface TellingPost {
  readonly post: Post;
  readonly service: ServiceEntity;
}

interface Paging {
  readonly cursor?: string;
  readonly limit: number;
}

/** What teams tell of their services that is new. */
export class PostService {
  readonly #store: PostStore;
  readonly #readers: PostReaders;
  readonly #services: Pick<ServiceCatalog, 'getVisibleServices'>;
  readonly #onChanged: (entityRef: string) => Promise<void>;
  readonly #now: () => Date;

  constructor(options: {
    store: PostStore;
    readers: PostReaders;
    services: Pick<ServiceCatalog, 'getVisibleServices'>;
    onChanged: (entityRef: string) => Promise<void>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#readers = options.readers;
    this.#services = options.services;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async find(id: string): Promise<Post | undefined> {
    return this.#store.get(id);
  }

  /** Whether a caller is meant to see a post of a service that they may read. */
  async isSeen(
    post: Post,
    service: ServiceEntity,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const sight = await this.#readers.find([service], credentials);
    return this.#isPublished(post)
      ? isMeantFor(sight, post)
      : sight.team.includes(post.entityRef);
  }

  /** @throws FieldError when the cursor is not one of this list */
  async list(
    service: ServiceEntity,
    asked: Paging & {
      readonly state: 'published' | 'waiting';
      readonly tag?: string;
    },
    credentials: BackstageCredentials,
  ): Promise<ListPage<Post>> {
    const { entityRef } = service;
    const { state, tag, cursor, limit } = asked;
    const list = `posts ${entityRef} ${state}`;
    const page = { tag, limit, offset: readOffset(list, cursor) };
    const by = this.#now();
    const sight = await this.#readers.find([service], credentials);
    if (state === 'published') {
      const found = await this.#store.listPublished({ ...page, sight, by });
      return toPage(list, page, found);
    }
    const found = sight.team.length
      ? await this.#store.listWaiting({ ...page, entityRef, by })
      : { items: [], totalItems: 0 };
    return toPage(list, page, found);
  }

  /**
   * Posts of what a caller follows or uses.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async listNew(
    { cursor, limit }: Paging,
    credentials: BackstageCredentials,
  ): Promise<ListPage<TellingPost>> {
    const list = 'new posts';
    const page = { limit, offset: readOffset(list, cursor) };
    const { followed, used } = await this.#readers.listConcerning(credentials);
    const services = await this.#services.getVisibleServices(
      [...new Set([...followed, ...used])],
      credentials,
    );
    const found = await this.#store.listPublished({
      ...page,
      sight: await this.#readers.find(services, credentials),
      by: this.#now(),
    });
    const telling = new Map(
      services.map(service => [service.entityRef, service]),
    );
    const { items, ...rest } = toPage(list, page, found);
    return {
      ...rest,
      items: items.map(post => ({
        post,
        service: telling.get(post.entityRef)!,
      })),
    };
  }

  /** @throws FieldError when it is to be published before now, or announced to some */
  async add(
    entityRef: string,
    input: PostInput,
    author: { readonly by: string; readonly idempotencyKey?: string },
  ): Promise<Post> {
    const now = this.#now();
    const { idempotencyKey = randomUUID() } = author;
    const { publishAt, isDraft, isAnnounced, ...content } = input;
    const added = await this.#store.add(
      {
        ...content,
        id: randomUUID(),
        entityRef,
        publishedAt: dateOf({ publishAt, isDraft }, now),
        announcement: announcementOf(input),
        version: 1,
        createdBy: author.by,
        createdAt: now.toISOString(),
      },
      idempotencyKey,
    );
    await this.#tellChange(added);
    return added;
  }

  /**
   * Changes the whole of a post. Once it is seen, it keeps its date.
   *
   * @throws FieldError when a post that is seen gets another date, or is to be a draft
   * @throws ConflictError when it has moved since the given version
   */
  async change(
    post: Post,
    { version, ...input }: PostInput & { readonly version: number },
  ): Promise<Post> {
    const { publishAt, isDraft, isAnnounced, ...content } = input;
    const changed = {
      ...post,
      ...content,
      announcement: announcementOf(input),
      publishedAt: this.#isPublished(post)
        ? keepDate(post, { publishAt, isDraft })
        : dateOf({ publishAt, isDraft }, this.#now()),
      version: version + 1,
    };
    if (!(await this.#store.change(changed))) {
      throw new ConflictError('The post was changed since you read it');
    }
    await this.#tellChange(changed);
    return changed;
  }

  async remove(post: Post): Promise<void> {
    await this.#store.remove(post.id);
    await this.#tellChange(post);
  }

  /** Of what nobody else sees, not even the time of an assessment tells. */
  async #tellChange(post: Post): Promise<void> {
    if (this.#isPublished(post)) await this.#onChanged(post.entityRef);
  }

  #isPublished({ publishedAt }: Post): boolean {
    return publishedAt !== undefined && new Date(publishedAt) <= this.#now();
  }
}

/** Whoever can't read the service reads the announcements all the same. */
function announcementOf({ isAnnounced, audience }: PostInput) {
  if (!isAnnounced) return undefined;
  if (audience !== 'everybody') {
    throw new FieldError('isAnnounced', 'goes with what is for everybody');
  }
  return 'waiting' as const;
}

type Publishing = Pick<PostInput, 'publishAt' | 'isDraft'>;

/** When a post is seen from on; never, while it is a draft. */
function dateOf({ publishAt, isDraft }: Publishing, now: Date) {
  if (isDraft) {
    if (!publishAt) return undefined;
    throw new FieldError('publishAt', 'belongs to what is no draft');
  }
  if (publishAt && new Date(publishAt) < now) {
    throw new FieldError('publishAt', 'must not be in the past');
  }
  return publishAt ?? now.toISOString();
}

function keepDate({ publishedAt }: Post, { publishAt, isDraft }: Publishing) {
  if (isDraft) {
    throw new FieldError('isDraft', 'must be false: others have seen the post');
  }
  if (publishAt && publishAt !== publishedAt) {
    throw new FieldError('publishAt', 'must stay: others have seen the post');
  }
  return publishedAt;
}

function toPage(
  list: string,
  { offset }: { readonly offset: number },
  { items, totalItems }: PostPage,
): ListPage<Post> {
  return {
    items,
    totalItems,
    pageInfo: {
      nextCursor: nextCursor(list, { offset, size: items.length, totalItems }),
    },
  };
}
