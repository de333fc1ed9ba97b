import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { MyReviews } from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { AvailabilityService } from '../availability/AvailabilityService';
import { RosterService } from '../roster/RosterService';
import { ReviewRequestService } from './ReviewRequestService';

/** What one person reviews, is asked to review and has asked others to review. */
export class MyReviewsService {
  readonly #requests: ReviewRequestService;
  readonly #availability: AvailabilityService;
  readonly #roster: RosterService;
  readonly #services: ServiceCatalog;

  constructor(options: {
    requests: ReviewRequestService;
    availability: AvailabilityService;
    roster: RosterService;
    services: ServiceCatalog;
  }) {
    this.#requests = options.requests;
    this.#availability = options.availability;
    this.#roster = options.roster;
    this.#services = options.services;
  }

  /** Requests of services that the person can't read any more are left out. */
  async get(
    userRef: string,
    credentials: BackstageCredentials,
  ): Promise<MyReviews> {
    const [own, mine, entries] = await Promise.all([
      this.#availability.getOwn(userRef),
      this.#requests.listOf(userRef),
      this.#roster.listOf(userRef),
    ]);
    const visible = await this.#services.filterVisible(
      [...mine.asked, ...mine.requested].map(({ entityRef }) => entityRef),
      credentials,
    );
    const isVisible = ({ entityRef }: { entityRef: string }) =>
      visible.has(entityRef);
    return {
      userRef,
      ...own,
      asked: mine.asked.filter(isVisible),
      requested: mine.requested.filter(isVisible),
      // One's own name on a roster is one's own to know, and to take off.
      roster: entries.map(entry => ({
        entityRef: entry.entityRef,
        status: this.#roster.statusOf(entry),
        agreed: entry.agreed,
        proposed: entry.proposed && {
          ...entry.proposed.terms,
          by: entry.proposed.by,
        },
      })),
    };
  }
}
