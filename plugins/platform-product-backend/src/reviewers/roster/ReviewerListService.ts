import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ReviewerListItem } from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { ServiceListStore } from '../../services/ServiceListStore';
import { RosterService } from './RosterService';

const list = 'reviewers';

/** Who reviews what, across the services that a caller may see. */
export class ReviewerListService {
  readonly #roster: RosterService;
  readonly #catalog: ServiceCatalog;
  readonly #list: Pick<ServiceListStore, 'getTitles'>;

  constructor(options: {
    roster: RosterService;
    catalog: ServiceCatalog;
    serviceList: Pick<ServiceListStore, 'getTitles'>;
  }) {
    this.#roster = options.roster;
    this.#catalog = options.catalog;
    this.#list = options.serviceList;
  }

  /**
   * One page, by title.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async list(
    query: {
      readonly text?: string;
      readonly limit: number;
      readonly cursor?: string;
    },
    credentials: BackstageCredentials,
  ): Promise<{
    items: ReviewerListItem[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const offset = readOffset(list, query.cursor);
    const [entries, visible] = await Promise.all([
      this.#roster.listAllActive(),
      this.#catalog.getVisibleRefs(credentials),
    ]);
    const refs = new Set(visible === 'all' ? [] : visible);
    const seen = entries.filter(
      ({ entityRef, agreed }) =>
        agreed && (visible === 'all' || refs.has(entityRef)),
    );
    const titles = await this.#list.getTitles(
      seen.map(({ entityRef }) => entityRef),
    );
    const wanted = query.text?.toLocaleLowerCase('en-US');
    const found = seen
      .flatMap(entry => {
        const title = titles.get(entry.entityRef);
        return title === undefined ? [] : [{ entry, title }];
      })
      .filter(
        ({ entry, title }) =>
          !wanted ||
          [title, entry.entityRef, entry.userRef].some(text =>
            text.toLocaleLowerCase('en-US').includes(wanted),
          ),
      )
      .sort(
        (a, b) =>
          a.title.localeCompare(b.title, 'en') ||
          (a.entry.userRef < b.entry.userRef ? -1 : 1),
      );
    const page = found.slice(offset, offset + query.limit);
    const described = await this.#roster.describe(
      page.map(({ entry }) => entry),
      [],
    );
    return {
      items: described.map((entry, index) => ({
        entityRef: page[index].entry.entityRef,
        title: page[index].title,
        userRef: entry.userRef,
        role: entry.agreed?.role ?? 'reviewer',
        paths: entry.agreed?.paths ?? [],
        openReviews: entry.openReviews,
        maxOpenReviews: entry.maxOpenReviews,
        onRotation: entry.onRotation,
        timeZone: entry.timeZone,
        awayUntil: entry.awayUntil,
      })),
      totalItems: found.length,
      pageInfo: {
        nextCursor: nextCursor(list, {
          offset,
          size: page.length,
          totalItems: found.length,
        }),
      },
    };
  }
}
