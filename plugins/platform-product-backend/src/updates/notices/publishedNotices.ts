import { Notice } from '@platform-product/backstage-plugin-common';
import { statusAt } from '@platform-product/backstage-plugin-common/rules';
import { NoticeStore, StoredNotice } from './NoticeStore';
import { ReachStore } from './ReachStore';

/** A notice as it stands at a moment: maintenance begins and ends by itself, but for drafts. */
export const noticeAsOf = (notice: StoredNotice, now: Date): StoredNotice => ({
  ...notice,
  status: notice.publishedAt ? statusAt(notice, now) : notice.status,
});

/**
 * Published notices of some services, open ones and those since a moment, with how many
 * entities they reach and what was answered; three queries.
 */
export async function listWithReach(
  stores: {
    readonly store: Pick<NoticeStore, 'listPublished'>;
    readonly reachStore: Pick<ReachStore, 'count'>;
  },
  entityRefs: readonly string[],
  time: { readonly since: Date; readonly now: Date },
): Promise<Notice[]> {
  const found = await stores.store.listPublished(entityRefs, time.since);
  const reach = await stores.reachStore.count(found.map(({ id }) => id));
  return found.map(notice => ({
    ...noticeAsOf(notice, time.now),
    reach: reach.get(notice.id),
  }));
}
