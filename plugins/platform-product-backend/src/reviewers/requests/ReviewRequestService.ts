import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import {
  addBusinessHours,
  isSameChange,
} from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { Also } from '../../notifications/Notification';
import { Outbox } from '../../notifications/Outbox';
import { FieldError } from '../../operations/FieldError';
import { AvailabilityService } from '../availability/AvailabilityService';
import { FinderService } from '../finder/FinderService';
import { ReviewPromises } from '../times/ReviewPromises';
import { IdentityService } from '../identities/IdentityService';
import {
  reviewAccepted,
  reviewAsked,
  reviewMovedOn,
  reviewPassedOn,
  reviewTakenBack,
} from '../notifications';
import { ReviewRequestStore, StoredReviewRequest } from './ReviewRequestStore';

/** Who wrote the change is for the finder alone. */
function toAnswer({
  author: _,
  ...request
}: StoredReviewRequest): ReviewRequest {
  return request;
}

/**
 * Requests for reviews. A request is with one person at a time: who declines, or
 * does not answer within the promised time, passes it on to the next.
 */
export class ReviewRequestService {
  readonly #store: ReviewRequestStore;
  readonly #finder: FinderService;
  readonly #availability: AvailabilityService;
  readonly #promises: ReviewPromises;
  readonly #catalog: ServiceCatalog;
  readonly #identities: Pick<IdentityService, 'getName'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: ReviewRequestStore;
    finder: FinderService;
    availability: AvailabilityService;
    promises: ReviewPromises;
    catalog: ServiceCatalog;
    identities: Pick<IdentityService, 'getName'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#finder = options.finder;
    this.#availability = options.availability;
    this.#promises = options.promises;
    this.#catalog = options.catalog;
    this.#identities = options.identities;
    this.#outbox = options.outbox;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /**
   * Asks one person, who has to be able to review this change right now.
   *
   * @throws InputError when that person can't
   * @throws ConflictError when the same change was asked for already
   */
  async request(
    service: ServiceEntity,
    options: {
      readonly reviewer: string;
      readonly paths: readonly string[];
      readonly changeUrl?: string;
      readonly note?: string;
      /** Who wrote the change: user ref or person key. */
      readonly author: string;
      readonly by: string;
      readonly idempotencyKey?: string;
    },
  ): Promise<ReviewRequest> {
    const { reviewer, by, paths, author } = options;
    const { idempotencyKey = randomUUID() } = options;
    const known = await this.#store.find(by, idempotencyKey);
    if (!known) await this.#refuseUnavailable(service, options);
    const id = randomUUID();
    const asked = reviewAsked({
      id,
      service: titleOf(service.entity),
      to: reviewer,
      by: await this.#identities.getName(by),
      paths,
    });
    const { request } = await this.#store.add(
      {
        id,
        entityRef: service.entityRef,
        requestedBy: by,
        requestedAt: this.#now().toISOString(),
        paths: [...paths],
        changeUrl: options.changeUrl,
        note: options.note,
        author,
        reviewer,
        answerDueAt: await this.#dueAt(service, reviewer),
      },
      idempotencyKey,
      transaction => this.#outbox.put(transaction, asked),
    );
    await this.#outbox.wake();
    return toAnswer(request);
  }

  async #refuseUnavailable(
    service: ServiceEntity,
    options: {
      readonly reviewer: string;
      readonly paths: readonly string[];
      readonly changeUrl?: string;
      readonly author: string;
      readonly by: string;
    },
  ): Promise<void> {
    const { reviewer, paths, author, by, changeUrl } = options;
    const open = await this.#store.listOpen(by, service.entityRef);
    const isAsked = open.some(
      request =>
        (request.changeUrl === changeUrl &&
          JSON.stringify(request.paths) === JSON.stringify(paths)) ||
        (request.reviewer === reviewer && isSameChange(request, options)),
    );
    if (isAsked) {
      throw new ConflictError(
        'You have asked for a review of this change already; see My reviews',
      );
    }
    const { leftOut, available } = await this.#finder.listAvailable({
      ...service,
      paths,
      author,
    });
    if (!available.includes(reviewer)) {
      const reason = leftOut.get(reviewer) ?? 'not-on-roster';
      throw new FieldError(
        'reviewer',
        `'${reviewer}' can't be asked (${reason})`,
      );
    }
  }

  /** Open requests of somebody about a change of a service. */
  async listOpenAbout(
    { entityRef }: ServiceEntity,
    change: Parameters<typeof isSameChange>[0],
    by: string,
  ): Promise<ReviewRequest[]> {
    const open = await this.#store.listOpen(by, entityRef);
    return open.filter(request => isSameChange(request, change)).map(toAnswer);
  }

  /** Undefined when there is none, or it does not concern the user. */
  async find(id: string, user: string): Promise<ReviewRequest | undefined> {
    const request = await this.#find(id, user);
    return request && toAnswer(request);
  }

  async #find(
    id: string,
    user: string,
  ): Promise<StoredReviewRequest | undefined> {
    const request = await this.#store.get(id);
    const concerned = [
      request?.requestedBy,
      ...(request?.asked.map(({ reviewer }) => reviewer) ?? []),
    ];
    return concerned.includes(user) ? request : undefined;
  }

  async #get(id: string, user: string): Promise<StoredReviewRequest> {
    const request = await this.#find(id, user);
    if (!request) throw new NotFoundError(`No review request found '${id}'`);
    return request;
  }

  async listOf(
    user: string,
  ): Promise<{ asked: ReviewRequest[]; requested: ReviewRequest[] }> {
    const [asked, requested] = await Promise.all([
      this.#store.listAsked(user),
      this.#store.listRequested(user),
    ]);
    return {
      asked: asked.map(toAnswer),
      requested: requested.map(toAnswer),
    };
  }

  /** @throws ConflictError when it is not the user's turn any more */
  async accept(id: string, user: string): Promise<ReviewRequest> {
    const request = await this.#get(id, user);
    const accepted = reviewAccepted({
      id,
      service: (await this.#serviceOf(request)).title,
      to: request.requestedBy,
      by: await this.#identities.getName(user),
    });
    await this.#endTurn(request, user, {
      outcome: 'accepted',
      also: transaction => this.#outbox.put(transaction, accepted),
    });
    return toAnswer(await this.#get(id, user));
  }

  /** @throws ConflictError when it is not the user's turn any more */
  async decline(id: string, user: string): Promise<ReviewRequest> {
    const request = await this.#get(id, user);
    await this.#passOn(request, user, 'declined');
    return toAnswer(await this.#get(id, user));
  }

  /** @throws ConflictError when it was not accepted, or is closed already */
  async complete(id: string, user: string): Promise<ReviewRequest> {
    const request = await this.#get(id, user);
    if (request.reviewer !== user && request.requestedBy !== user) {
      throw new NotAllowedError('Only who reviews or who asked may say so');
    }
    await this.#close(request, ['accepted'], 'completed');
    return toAnswer(await this.#get(id, user));
  }

  /** @throws NotAllowedError when somebody else made the request */
  async withdraw(id: string, user: string): Promise<ReviewRequest> {
    const request = await this.#get(id, user);
    if (request.requestedBy !== user) {
      throw new NotAllowedError('Only who asked may take the request back');
    }
    const { title } = await this.#serviceOf(request);
    await this.#close(
      request,
      ['pending', 'accepted'],
      'withdrawn',
      async (transaction, reviewer) => {
        if (!reviewer) return;
        await this.#outbox.put(
          transaction,
          reviewTakenBack({ id, service: title, to: reviewer }),
        );
      },
    );
    return toAnswer(await this.#get(id, user));
  }

  /** Passes on what was not answered in time; safe to run in several places. */
  async passOnUnanswered(signal: AbortSignal): Promise<void> {
    const tried: string[] = [];
    for (;;) {
      const due = await this.#store.listDue(this.#now(), tried);
      if (!due.length) return;
      for (const request of due) {
        if (signal.aborted) return;
        tried.push(request.id);
        await this.#passOnInTime(request);
      }
    }
  }

  async #passOnInTime(request: StoredReviewRequest): Promise<void> {
    if (!request.reviewer) return;
    try {
      await this.#passOn(request, request.reviewer, 'unanswered');
    } catch (error) {
      // Somebody else was faster, or has just answered.
      if ((error as Error).name === 'ConflictError') return;
      this.#logger.warn('A review request could not be passed on', {
        request: request.id,
        error: stringifyError(error),
      });
    }
  }

  async #passOn(
    request: StoredReviewRequest,
    reviewer: string,
    outcome: 'declined' | 'unanswered',
  ): Promise<void> {
    const { id, requestedBy } = request;
    const service = await this.#serviceOf(request);
    const next = service.asked
      ? await this.#findNext(service.asked, request)
      : undefined;
    const nameOf = (ref: string) => this.#identities.getName(ref);
    const told = [
      reviewPassedOn({
        id,
        service: service.title,
        to: requestedBy,
        from: await nameOf(reviewer),
        outcome,
        next: next && (await nameOf(next)),
      }),
      ...(outcome === 'unanswered'
        ? [reviewMovedOn({ id, service: service.title, to: reviewer })]
        : []),
      ...(next
        ? [
            reviewAsked({
              id,
              service: service.title,
              to: next,
              by: await nameOf(requestedBy),
              paths: request.paths,
            }),
          ]
        : []),
    ];
    await this.#endTurn(request, reviewer, {
      outcome,
      next:
        next && service.asked
          ? {
              reviewer: next,
              answerDueAt: await this.#dueAt(service.asked, next),
            }
          : undefined,
      also: transaction => this.#outbox.put(transaction, ...told),
    });
  }

  async #findNext(
    service: ServiceEntity,
    request: StoredReviewRequest,
  ): Promise<string | undefined> {
    const { available } = await this.#finder.listAvailable({
      ...service,
      paths: request.paths,
      author: request.author,
      declined: request.asked.map(({ reviewer }) => reviewer),
    });
    return available[0];
  }

  async #endTurn(
    { id }: ReviewRequest,
    reviewer: string,
    end: Pick<
      Parameters<ReviewRequestStore['endTurn']>[0],
      'outcome' | 'next' | 'also'
    >,
  ): Promise<void> {
    const at = this.#now();
    if (!(await this.#store.endTurn({ ...end, id, reviewer, at }))) {
      throw new ConflictError('The request is not with this person any more');
    }
    await this.#outbox.wake();
  }

  async #close(
    { id, status }: ReviewRequest,
    from: ReadonlyArray<ReviewRequest['status']>,
    to: 'completed' | 'withdrawn',
    also?: Also<string | undefined>,
  ): Promise<void> {
    if (!(await this.#store.close(id, { from, to, at: this.#now(), also }))) {
      throw new ConflictError(`The request is ${status}`);
    }
    await this.#outbox.wake();
  }

  async #dueAt(service: ServiceEntity, reviewer: string): Promise<string> {
    const availability = await this.#availability.list([reviewer]);
    const hours = await this.#promises.knownHours(service.entity);
    return addBusinessHours(
      this.#now(),
      hours,
      availability.get(reviewer)?.calendar ??
        this.#availability.fallbackCalendar,
    ).toISOString();
  }

  async #serviceOf({ entityRef }: ReviewRequest): Promise<{
    asked?: ServiceEntity;
    title: string;
  }> {
    const [asked] = await this.#catalog.getServices([entityRef]);
    return { asked, title: asked ? titleOf(asked.entity) : entityRef };
  }
}
