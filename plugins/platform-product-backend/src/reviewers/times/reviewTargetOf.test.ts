import { serviceEntity } from '../../__testUtils__/entities';
import { reviewTargetOf } from './reviewTargetOf';

const usual = { duration: 'PT8H', hours: 8, isDefault: true };

it.each([
  [undefined, usual],
  ['PT4H', { duration: 'PT4H', hours: 4, isDefault: false }],
  [' P2D ', { duration: 'P2D', hours: 16, isDefault: false }],
  ['PT8H', { ...usual, isDefault: false }],
  ['soon', usual],
  ['', usual],
  ['PT0H', usual],
  ['P1M', usual],
])('a review target of %j is promised as %j', (value, expected) => {
  const entity = serviceEntity('logs', {
    annotations:
      value === undefined ? {} : { 'platform-product/review-target': value },
  });
  expect(reviewTargetOf(entity)).toEqual(expected);
});

it('takes nothing but text for a review target', () => {
  const entity = serviceEntity('logs');
  const annotations = { 'platform-product/review-target': 4 as never };
  expect(
    reviewTargetOf({
      ...entity,
      metadata: { ...entity.metadata, annotations },
    }),
  ).toEqual(usual);
});
