import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of the suite's permissions: a service of the catalog, its
 * entity ref being the resource ref.
 *
 * @public
 */
export const RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE =
  'platform-product-service';

const resourceType = RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE;

/**
 * To attest a criterion of a service.
 *
 * @public
 */
export const attestationCreatePermission = createPermission({
  name: 'platform-product.attestation.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To withdraw an attestation of a service.
 *
 * @public
 */
export const attestationWithdrawPermission = createPermission({
  name: 'platform-product.attestation.withdraw',
  attributes: { action: 'delete' },
  resourceType,
});

/**
 * To ask for a waiver of a criterion, and to take it back.
 *
 * @public
 */
export const waiverRequestPermission = createPermission({
  name: 'platform-product.waiver.request',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To approve, deny or revoke a waiver.
 *
 * @public
 */
export const waiverDecidePermission = createPermission({
  name: 'platform-product.waiver.decide',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * To invite people to the roster of a service, approve offers and let reviewers
 * go.
 *
 * @public
 */
export const rosterManagePermission = createPermission({
  name: 'platform-product.roster.manage',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * To offer oneself as a reviewer of a service, and to answer an invitation.
 * Leaving needs no permission.
 *
 * @public
 */
export const reviewOfferPermission = createPermission({
  name: 'platform-product.review.offer',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To ask a reviewer of a service for a review, and to nudge.
 *
 * @public
 */
export const reviewRequestPermission = createPermission({
  name: 'platform-product.review.request',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To rate a service. To see, change and take back one's own rating needs none.
 *
 * @public
 */
export const ratingCreatePermission = createPermission({
  name: 'platform-product.rating.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To invite the people who use a service to rate it.
 *
 * @public
 */
export const ratingInvitePermission = createPermission({
  name: 'platform-product.rating.invite',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To answer the scores of a service as its team.
 *
 * @public
 */
export const scoresReplyPermission = createPermission({
  name: 'platform-product.scores.reply',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * To give feedback on a service, to reply to it and to vote for it.
 *
 * @public
 */
export const feedbackCreatePermission = createPermission({
  name: 'platform-product.feedback.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * To say what becomes of feedback, and to read what is for the team alone.
 *
 * @public
 */
export const feedbackManagePermission = createPermission({
  name: 'platform-product.feedback.manage',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * To write the research log of a service.
 *
 * @public
 */
export const researchWritePermission = createPermission({
  name: 'platform-product.research.write',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * To follow a service. To see whether one does, and to stop, needs none.
 *
 * @public
 */
export const followWritePermission = createPermission({
  name: 'platform-product.follow.write',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * All permissions of the suite.
 *
 * @public
 */
export const platformProductPermissions = [
  attestationCreatePermission,
  attestationWithdrawPermission,
  waiverRequestPermission,
  waiverDecidePermission,
  rosterManagePermission,
  reviewOfferPermission,
  reviewRequestPermission,
  ratingCreatePermission,
  ratingInvitePermission,
  scoresReplyPermission,
  feedbackCreatePermission,
  feedbackManagePermission,
  researchWritePermission,
  followWritePermission,
];
