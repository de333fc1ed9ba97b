import { IdentityService } from '../identities/IdentityService';
import { Notifier } from '../../notifications/Notifier';

/** What a notice about a request says. */
interface About {
  /** Id of the request. */
  readonly id: string;
  /** Title of the service. */
  readonly service: string;
  /** User ref of who is told. */
  readonly to: string;
}

const linkTo = (id: string) => `/platform-product/reviews?request=${id}`;

/** Tells people what becomes of requests for reviews. */
export class RequestNotices {
  readonly #notifier: Notifier;
  readonly #identities: IdentityService;

  constructor(options: { notifier: Notifier; identities: IdentityService }) {
    this.#notifier = options.notifier;
    this.#identities = options.identities;
  }

  /** Asks somebody for a review. */
  async ask(
    about: About & { readonly by: string; readonly paths: readonly string[] },
  ): Promise<void> {
    const { by, paths } = about;
    await this.#toReviewer(about, {
      title: `You are asked to review a change of ${about.service}`,
      description: [
        `${await this.#identities.getName(by)} asks you.`,
        ...(paths.length
          ? [`It touches ${paths.slice(0, 3).join(', ')}.`]
          : []),
      ].join(' '),
    });
  }

  /** Tells whoever was asked that nothing has to be done any more. */
  async takeBack(about: About): Promise<void> {
    await this.#toReviewer(about, {
      title: `A review request for ${about.service} was taken back`,
    });
  }

  /** Tells who asked that it was accepted. */
  async accept(about: About & { readonly by: string }): Promise<void> {
    await this.#toRequester(about, {
      title: `Your review request for ${about.service} was accepted`,
      description: `${await this.#identities.getName(about.by)} reviews it.`,
    });
  }

  /** Tells who asked that a request went on to the next person, or to nobody. */
  async passOn(
    about: About & {
      readonly from: string;
      readonly outcome: 'declined' | 'unanswered';
      readonly next: string | undefined;
    },
  ): Promise<void> {
    const { service, from, outcome, next } = about;
    const what = outcome === 'declined' ? 'declined' : 'has not answered';
    const name = await this.#identities.getName(from);
    await this.#toRequester(
      about,
      next
        ? {
            title: `Your review request for ${service} is with somebody else now`,
            description: `${name} ${what}; ${await this.#identities.getName(
              next,
            )} is asked now.`,
          }
        : {
            title: `Nobody is left to ask for a review of ${service}`,
            description: `${name} ${what}, and nobody else on the roster can take it now.`,
          },
    );
  }

  async #toReviewer(
    { id, to }: About,
    text: { readonly title: string; readonly description?: string },
  ) {
    await this.#notifier.tell({
      ...text,
      to,
      link: linkTo(id),
      scope: `review-request:${id}:${to}`,
    });
  }

  async #toRequester(
    { id, to }: About,
    text: { readonly title: string; readonly description?: string },
  ) {
    await this.#notifier.tell({
      ...text,
      to,
      link: linkTo(id),
      scope: `review-request:${id}`,
    });
  }
}
