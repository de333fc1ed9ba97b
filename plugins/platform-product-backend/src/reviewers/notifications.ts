import { Entity } from '@backstage/catalog-model';
import {
  ownersOf,
  RosterSide,
} from '@platform-product/backstage-plugin-common/rules';
import { pathOf } from '../catalog/pathOf';
import { titleOf } from '../catalog/titleOf';
import { Notification } from '../notifications/Notification';

const topic = 'Reviews';
const mostPaths = 3;

/** A request for a review, as far as what is told of it has to know. */
interface About {
  /** Id of the request. */
  readonly id: string;
  /** Title of the service. */
  readonly service: string;
  /** User ref of who is told. */
  readonly to: string;
}

const linkTo = (id: string) => `/platform-product/reviews?request=${id}`;

const toReviewer = ({ id, to }: About) => ({
  topic,
  to: [to],
  link: linkTo(id),
  scope: `review-request:${id}:${to}`,
});

const toRequester = ({ id, to }: About) => ({
  topic,
  to: [to],
  link: linkTo(id),
  scope: `review-request:${id}`,
});

/** Asks somebody for a review. */
export function reviewAsked(
  about: About & {
    /** Name of who asks. */
    readonly by: string;
    readonly paths: readonly string[];
  },
): Notification {
  const paths = about.paths.slice(0, mostPaths).join(', ');
  return {
    ...toReviewer(about),
    title: `You are asked to review a change of ${about.service}`,
    description: [
      `${about.by} asks you.`,
      ...(paths ? [`It touches ${paths}.`] : []),
    ].join(' '),
  };
}

/** Tells the reviewer that nothing has to be done any more. */
export function reviewTakenBack(about: About): Notification {
  return {
    ...toReviewer(about),
    title: `A review request for ${about.service} was taken back`,
  };
}

/** Tells somebody who did not answer in time that it is not up to them any more. */
export function reviewMovedOn(about: About): Notification {
  return {
    ...toReviewer(about),
    title: `A review request for ${about.service} is not with you any more`,
  };
}

/** Tells who asked that a request was accepted. */
export function reviewAccepted(
  about: About & {
    /** Name of who reviews. */
    readonly by: string;
  },
): Notification {
  return {
    ...toRequester(about),
    title: `Your review request for ${about.service} was accepted`,
    description: `${about.by} reviews it.`,
  };
}

/** Tells who asked that a request went on to the next person, or to nobody. */
export function reviewPassedOn(
  about: About & {
    /** Name of who was asked. */
    readonly from: string;
    readonly outcome: 'declined' | 'unanswered';
    /** Name of who is asked now. */
    readonly next: string | undefined;
  },
): Notification {
  const { service, from, outcome, next } = about;
  const what = outcome === 'declined' ? 'declined' : 'has not answered';
  return {
    ...toRequester(about),
    ...(next
      ? {
          title: `Your review request for ${service} is with somebody else now`,
          description: `${from} ${what}; ${next} is asked now.`,
        }
      : {
          title: `Nobody is left to ask for a review of ${service}`,
          description: `${from} ${what}, and nobody else on the roster can take it now.`,
        }),
  };
}

interface RosterChange {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly userRef: string;
  /** Name of the person. */
  readonly name: string;
  /** Who acted; the other side is told. */
  readonly side: RosterSide;
}

function toOtherSide({ entityRef, entity, userRef, side }: RosterChange) {
  return {
    topic,
    to: side === 'person' ? ownersOf(entity) : [userRef],
    link:
      side === 'person'
        ? `${pathOf(entity)}/contribute`
        : '/platform-product/reviews',
    scope: `roster:${entityRef}:${userRef}`,
  };
}

/** Tells the other side that terms were put forward, or that they hold now. */
export function rosterTermsPutForward(
  change: RosterChange & { readonly isAgreed: boolean },
): Notification {
  const { entity, name, side, isAgreed } = change;
  const title = titleOf(entity);
  const titles = isAgreed
    ? {
        person: `${name} reviews for ${title}`,
        owners: `You review for ${title}`,
      }
    : {
        person: `${name} offers to review for ${title}`,
        owners: `You are invited to review for ${title}`,
      };
  return { ...toOtherSide(change), title: titles[side] };
}

/** Tells the other side that somebody is on the roster no longer. */
export function rosterLeft(change: RosterChange): Notification {
  const title = titleOf(change.entity);
  return {
    ...toOtherSide(change),
    title:
      change.side === 'person'
        ? `${change.name} no longer reviews for ${title}`
        : `You are no longer on the roster of ${title}`,
  };
}

/** Reminds somebody of a change that waits for their review. */
export function reviewNudged(change: {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  readonly entity: Entity;
  readonly to: string;
}): Notification {
  return {
    topic,
    to: [change.to],
    title: `A change of ${titleOf(change.entity)} waits for your review`,
    description: change.title,
    link: change.url ?? `${pathOf(change.entity)}/contribute`,
    scope: `review-nudge:${change.id}`,
  };
}
