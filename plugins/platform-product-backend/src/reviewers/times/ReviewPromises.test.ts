import { serviceEntity } from '../../__testUtils__/entities';
import { ReviewPromises } from './ReviewPromises';

const usual = { duration: 'PT8H', hours: 8, source: 'default' };
const said = {
  hours: 12,
  sentence: 'We review within a day and a half.',
  url: 'https://example.com/CONTRIBUTING.md',
};

function entityWith(value: unknown) {
  const entity = serviceEntity('logs');
  const annotations = { 'platform-product/review-target': value as string };
  return value === undefined
    ? entity
    : { ...entity, metadata: { ...entity.metadata, annotations } };
}

const promisesWith = (findPromises: jest.Mock) =>
  new ReviewPromises({ guides: { findPromises } });

it.each([
  [undefined, usual],
  ['PT4H', { duration: 'PT4H', hours: 4, source: 'annotation' }],
  [' P2D ', { duration: 'P2D', hours: 16, source: 'annotation' }],
  ['PT8H', { ...usual, source: 'annotation' }],
  ['soon', usual],
  ['', usual],
  ['PT0H', usual],
  ['P1M', usual],
  [4, usual],
])('a review target of %j is promised as %j', async (value, expected) => {
  const promises = promisesWith(jest.fn(async () => [undefined]));
  expect(await promises.find([entityWith(value)])).toEqual([expected]);
});

it('takes the promise of a guide where no annotation can be used', async () => {
  const promises = promisesWith(jest.fn(async () => [said, said, undefined]));
  const guide = { ...said, duration: 'PT12H' };
  expect(
    await promises.find([
      entityWith('soon'),
      entityWith('PT4H'),
      entityWith(undefined),
    ]),
  ).toEqual([
    { duration: 'PT12H', hours: 12, source: 'guide', guide },
    { duration: 'PT4H', hours: 4, source: 'annotation', guide },
    usual,
  ]);
});

it('asks once for all services, and passes the signal on', async () => {
  const findPromises = jest.fn(async () => [undefined, undefined]);
  const { signal } = new AbortController();
  const services = [entityWith(undefined), entityWith('PT4H')];
  await promisesWith(findPromises).find(services, signal);
  expect(findPromises.mock.calls).toEqual([[services, signal]]);
});
