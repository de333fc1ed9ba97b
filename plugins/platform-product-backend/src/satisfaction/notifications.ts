import { Entity } from '@backstage/catalog-model';
import { FeedbackStatus } from '@platform-product/backstage-plugin-common';
import { pathOf } from '../catalog/pathOf';
import { titleOf } from '../catalog/titleOf';
import { Notification } from '../notifications/Notification';

const linkTo = (entity: Entity) => `${pathOf(entity)}/satisfaction`;

interface AboutFeedback {
  readonly entity: Entity;
  readonly feedback: { readonly id: string; readonly title: string };
  readonly to: readonly string[];
}

const ofFeedback = ({ entity, feedback, to }: AboutFeedback) => ({
  topic: 'Feedback',
  to,
  link: `${linkTo(entity)}?feedback=${feedback.id}`,
  scope: `feedback:${feedback.id}`,
});

/** Tells the team that somebody has given feedback. */
export function feedbackGiven(
  about: AboutFeedback & {
    /** Not everybody who is told may read what is for the team alone. */
    readonly isForTeam: boolean;
  },
): Notification {
  const { entity, feedback, isForTeam } = about;
  return {
    ...ofFeedback(about),
    topic: 'New feedback',
    title: `New feedback on ${titleOf(entity)}`,
    description: isForTeam ? undefined : feedback.title,
  };
}

/** Tells the author of feedback that there is a reply. */
export function feedbackReplied(about: AboutFeedback): Notification {
  return {
    ...ofFeedback(about),
    title: `There is a reply to your feedback on ${titleOf(about.entity)}`,
    description: about.feedback.title,
  };
}

const statusWords: Record<FeedbackStatus, string> = {
  open: 'is open again',
  planned: 'is planned',
  started: 'is being worked on',
  completed: 'is done',
  declined: 'was declined',
  duplicate: 'goes on in another one',
};

/** Tells the author and the voters what becomes of feedback. */
export function feedbackMoved(
  about: AboutFeedback & {
    readonly status: FeedbackStatus;
    readonly note?: string;
  },
): Notification {
  const { entity, feedback, status, note } = about;
  return {
    ...ofFeedback(about),
    title: `${titleOf(entity)}: “${feedback.title}” ${statusWords[status]}`,
    description: note,
  };
}
