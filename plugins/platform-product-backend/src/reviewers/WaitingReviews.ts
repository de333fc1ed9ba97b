import {
  WaitingReview,
  WaitingTerms,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { titlesOf } from '../catalog/titleOf';
import {
  byTime,
  mostWaiting,
  WaitingReader,
  WaitingSource,
} from '../services/WaitingSource';
import { ReviewRequestService } from './requests/ReviewRequestService';
import { RosterService } from './roster/RosterService';
import { StoredRosterEntry } from './roster/RosterStore';

/** Requests and invitations, for who is asked; offers, for who can approve them. */
export class WaitingReviews implements WaitingSource {
  readonly #requests: Pick<ReviewRequestService, 'listOf'>;
  readonly #roster: Pick<RosterService, 'listOf' | 'listOffers' | 'statusOf'>;
  readonly #access: Pick<AccessService, 'filterAllowed'>;
  readonly #catalog: Pick<ServiceCatalog, 'getVisibleServices'>;

  constructor(options: {
    requests: Pick<ReviewRequestService, 'listOf'>;
    roster: Pick<RosterService, 'listOf' | 'listOffers' | 'statusOf'>;
    access: Pick<AccessService, 'filterAllowed'>;
    catalog: Pick<ServiceCatalog, 'getVisibleServices'>;
  }) {
    this.#requests = options.requests;
    this.#roster = options.roster;
    this.#access = options.access;
    this.#catalog = options.catalog;
  }

  /** Four queries, a catalog call and a permission call. */
  async listWaiting(reader: WaitingReader) {
    const [asked, offers] = await Promise.all([
      this.#listAsked(reader),
      this.#listOffers(reader),
    ]);
    return [...asked, ...offers];
  }

  async #listAsked({
    userRef,
    credentials,
  }: WaitingReader): Promise<Array<WaitingReview | WaitingTerms>> {
    const [{ asked }, entries] = await Promise.all([
      this.#requests.listOf(userRef),
      this.#roster.listOf(userRef),
    ]);
    const requests = asked.filter(({ status }) => status === 'pending');
    const invitations = entries.filter(
      ({ proposed }) => proposed?.by === 'owners',
    );
    const titles = titlesOf(
      await this.#catalog.getVisibleServices(
        [...requests, ...invitations].map(({ entityRef }) => entityRef),
        credentials,
      ),
    );
    return [
      ...requests.flatMap((request): WaitingReview[] => {
        const { entityRef } = request;
        const title = titles.get(entityRef);
        const at = request.asked.at(-1)?.at ?? request.requestedAt;
        return title ? [{ kind: 'review', entityRef, title, at, request }] : [];
      }),
      ...this.#toTerms('invitation', invitations, titles),
    ];
  }

  async #listOffers({
    own,
    credentials,
  }: WaitingReader): Promise<WaitingTerms[]> {
    const offers = await this.#roster.listOffers(
      own.map(({ entityRef }) => entityRef),
    );
    const refs = new Set(offers.map(({ entityRef }) => entityRef));
    const services = await this.#access.filterAllowed(
      'manageRoster',
      own.filter(({ entityRef }) => refs.has(entityRef)),
      credentials,
    );
    return this.#toTerms('offer', offers, titlesOf(services));
  }

  #toTerms(
    kind: WaitingTerms['kind'],
    entries: readonly StoredRosterEntry[],
    titles: ReadonlyMap<string, string>,
  ): WaitingTerms[] {
    return entries
      .flatMap((entry): WaitingTerms[] => {
        const { entityRef, userRef, proposed, changedAt: at } = entry;
        const title = titles.get(entityRef);
        if (!title || !proposed || !at) return [];
        const status = this.#roster.statusOf(entry);
        const { terms } = proposed;
        return [{ kind, entityRef, title, at, userRef, status, terms }];
      })
      .sort(byTime)
      .slice(0, mostWaiting);
  }
}
