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

const none = { isKnown: true };
const unread = { isKnown: false };
const promised = { isKnown: true, promise: said };

describe.each([
  [undefined, usual],
  ['PT4H', { duration: 'PT4H', hours: 4, source: 'annotation' }],
  [' P2D ', { duration: 'P2D', hours: 16, source: 'annotation' }],
  ['PT8H', { ...usual, source: 'annotation' }],
  ['soon', usual],
  ['', usual],
  ['PT0H', usual],
  ['P1M', usual],
  [4, usual],
])('a review target of %j', (value, expected) => {
  it(`promises ${expected.hours} hours`, async () => {
    const promises = promisesWith(jest.fn(async () => [none]));
    const entity = entityWith(value);
    expect(await promises.find(entity)).toEqual(expected);
    expect(await promises.findHours([entity])).toEqual([expected.hours]);
    expect(await promises.knownHours(entity)).toBe(expected.hours);
  });
});

it('takes the promise of a guide where no annotation can be used', async () => {
  const findPromises = jest.fn(async (entities: readonly unknown[]) =>
    entities.map(() => promised),
  );
  const promises = promisesWith(findPromises);
  const guide = { ...said, duration: 'PT12H' };
  expect(await promises.find(entityWith('soon'))).toEqual({
    duration: 'PT12H',
    hours: 12,
    source: 'guide',
    guide,
  });
  expect(await promises.find(entityWith('PT4H'))).toEqual({
    duration: 'PT4H',
    hours: 4,
    source: 'annotation',
    guide,
  });
  const both = [entityWith('PT4H'), entityWith('soon'), entityWith('P1D')];
  expect(await promises.findHours(both)).toEqual([4, 12, 8]);
  expect(await promises.knownHours(entityWith('soon'))).toBe(12);
});

it('asks once, for the guides that decide, and passes the signal on', async () => {
  const findPromises = jest.fn(async () => [none]);
  const { signal } = new AbortController();
  const open = entityWith(undefined);
  await promisesWith(findPromises).findHours(
    [entityWith('PT4H'), open],
    signal,
  );
  expect(findPromises.mock.calls).toEqual([
    [[open], { patience: expect.any(Number), signal }],
  ]);
});

it('does not take a guide that was not read for one that promises nothing', async () => {
  const promises = promisesWith(jest.fn(async () => [unread]));
  const entity = entityWith(undefined);
  expect(await promises.findHours([entity])).toEqual([undefined]);
  expect(await promises.find(entity)).toEqual(usual);
});

it('waits a moment for a guide where somebody waits for an act', async () => {
  const findPromises = jest.fn(async (..._: unknown[]) => [unread]);
  const promises = promisesWith(findPromises);
  const entity = entityWith(undefined);
  expect(await promises.knownHours(entity)).toBe(8);
  expect(findPromises.mock.calls).toEqual([[[entity], { patience: 1000 }]]);
  expect(await promises.knownHours(entityWith('PT4H'))).toBe(4);
  expect(findPromises).toHaveBeenCalledTimes(1);
});
