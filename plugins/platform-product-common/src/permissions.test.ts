import {
  platformProductPermissions,
  RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE,
} from './permissions';
import * as permissions from './permissions';

/** Policies of companies go by these: a changed one opens or closes a door. */
const expected = [
  [
    'attestationCreatePermission',
    'platform-product.attestation.create',
    'create',
  ],
  [
    'attestationWithdrawPermission',
    'platform-product.attestation.withdraw',
    'delete',
  ],
  ['waiverRequestPermission', 'platform-product.waiver.request', 'create'],
  ['waiverDecidePermission', 'platform-product.waiver.decide', 'update'],
  ['rosterManagePermission', 'platform-product.roster.manage', 'update'],
  ['reviewOfferPermission', 'platform-product.review.offer', 'create'],
  ['reviewRequestPermission', 'platform-product.review.request', 'create'],
  ['ratingCreatePermission', 'platform-product.rating.create', 'create'],
  ['ratingInvitePermission', 'platform-product.rating.invite', 'create'],
  ['scoresReplyPermission', 'platform-product.scores.reply', 'update'],
  ['feedbackCreatePermission', 'platform-product.feedback.create', 'create'],
  ['feedbackManagePermission', 'platform-product.feedback.manage', 'update'],
  ['researchWritePermission', 'platform-product.research.write', 'update'],
  ['followWritePermission', 'platform-product.follow.write', 'update'],
] as const;

describe('the permissions of the suite', () => {
  it.each(expected)('%s is %s, to %s', (key, name, action) => {
    expect(permissions[key]).toEqual({
      type: 'resource',
      name,
      attributes: { action },
      resourceType: 'platform-product-service',
    });
  });

  it('are all in one list', () => {
    expect(RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE).toBe(
      'platform-product-service',
    );
    expect(platformProductPermissions.map(({ name }) => name)).toEqual(
      expected.map(([, name]) => name),
    );
    const { platformProductPermissions: _, ...others } = permissions;
    expect(Object.keys(others).sort()).toEqual(
      [
        'RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE',
        ...expected.map(([key]) => key),
      ].sort(),
    );
  });
});
