import {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { Post } from '@platform-product/backstage-plugin-common';
import { ownersOf } from '@platform-product/backstage-plugin-common/rules';
import { pathOf } from '../../catalog/pathOf';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { FieldError } from '../../operations/FieldError';
import { Announcement, AnnouncementsClient } from './AnnouncementsClient';
import { AnnouncementStore, DueAnnouncement } from './AnnouncementStore';

const minute = 60_000;
const longestWait = 6 * 60 * minute;
const excerptLength = 200;

/** By the name that the announcements plugin gives it. */
const createAnnouncements = createPermission({
  name: 'announcement.entity.create',
  attributes: { action: 'create' },
});

/** Without what would end the text of a link in Markdown. */
const plain = (title: string) => title.replace(/[[\]\\]/g, ' ');

/**
 * Brings posts to the announcements plugin, and what becomes of them. It tries again,
 * ever more seldom, until it has succeeded.
 */
export class Announcer {
  readonly #isOffered: boolean;
  readonly #store: AnnouncementStore;
  readonly #client: Pick<
    AnnouncementsClient,
    'add' | 'change' | 'find' | 'remove'
  >;
  readonly #findPost: (id: string) => Promise<Post | undefined>;
  readonly #services: Pick<ServiceCatalog, 'getServices'>;
  readonly #permissions: PermissionsService;
  readonly #logger: LoggerService;
  readonly #appUrl: string;
  readonly #now: () => Date;

  constructor(options: {
    /** Whether the announcements plugin is installed, as far as is configured. */
    isOffered: boolean;
    store: AnnouncementStore;
    client: Pick<AnnouncementsClient, 'add' | 'change' | 'find' | 'remove'>;
    findPost: (id: string) => Promise<Post | undefined>;
    services: Pick<ServiceCatalog, 'getServices'>;
    permissions: PermissionsService;
    logger: LoggerService;
    appUrl: string;
    now: () => Date;
  }) {
    this.#isOffered = options.isOffered;
    this.#store = options.store;
    this.#client = options.client;
    this.#findPost = options.findPost;
    this.#services = options.services;
    this.#permissions = options.permissions;
    this.#logger = options.logger;
    this.#appUrl = options.appUrl;
    this.#now = options.now;
  }

  /**
   * Checks that somebody may announce: the plugin itself is asked later, and without them.
   *
   * @throws FieldError when the announcements plugin is not offered
   * @throws NotAllowedError when they may not create announcements
   */
  async check(credentials: BackstageCredentials): Promise<void> {
    if (!this.#isOffered) {
      throw new FieldError('isAnnounced', 'is not offered here');
    }
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: createAnnouncements }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not create announcements');
    }
  }

  /** Does what is due; what fails is logged, and waits for another time. */
  async run(signal?: AbortSignal): Promise<void> {
    if (!this.#isOffered) return;
    for (const due of await this.#store.listDue(this.#now())) {
      signal?.throwIfAborted();
      const wait = Math.min(2 ** due.attempts * minute, longestWait);
      if (!(await this.#store.claim(due, new Date(+this.#now() + wait)))) {
        continue;
      }
      try {
        await this.#bring(due);
      } catch (error) {
        this.#logger.warn(
          'A post could not be brought to the announcements; it is tried again',
          { post: due.postId, error: `${error}` },
        );
      }
    }
  }

  async #bring(due: DueAnnouncement): Promise<void> {
    const mark = `#post-${due.postId}`;
    // What a backend that died has brought there it could not note here.
    const id = due.announcementId ?? (await this.#client.find(mark));
    const announcement = await this.#announcementOf(due.postId, mark);
    if (!announcement) {
      if (id) await this.#client.remove(id);
      await this.#store.remove(due);
    } else if (id) {
      await this.#client.change(id, announcement);
      await this.#store.settle(due, id);
    } else {
      await this.#store.settle(due, await this.#client.add(announcement));
    }
  }

  /** What is to be announced; nothing of what nobody else may see. */
  async #announcementOf(
    postId: string,
    mark: string,
  ): Promise<Announcement | undefined> {
    const post = await this.#findPost(postId);
    if (!post?.announcement || post.audience !== 'everybody') return undefined;
    const { title, text, publishedAt } = post;
    if (!publishedAt || new Date(publishedAt) > this.#now()) return undefined;
    const [service] = await this.#services.getServices([post.entityRef]);
    if (!service) return undefined;
    const { entity } = service;
    const link = `${this.#appUrl}${pathOf(entity)}/updates${mark}`;
    return {
      // Not who wrote it, whom nobody could erase there.
      publisher: ownersOf(entity)[0] ?? post.entityRef,
      title,
      excerpt: excerptOf(text),
      body: `${text}\n\n[${plain(titleOf(entity))}](${link})`,
      active: true,
      start_at: publishedAt,
    };
  }
}

/** The first paragraph, as far as it fits into a line. */
function excerptOf(text: string): string {
  const [first] = text.split(/\n\s*\n/);
  const line = first.replace(/\s+/g, ' ').trim();
  if (line.length <= excerptLength) return line;
  return `${line.slice(0, line.lastIndexOf(' ', excerptLength))} …`;
}
