import { readQuantities } from './readQuantities';

describe('readQuantities', () => {
  it.each<[string, number[]]>([
    ['2 3 days', [2, 3]],
    ['one to two weeks', [1, 2]],
    ['twenty four to forty eight hours', [24, 48]],
    ['twenty days', [20]],
    ['twenty 4 hours', [20, 4]],
    ['twelve to nineteen days', [12, 19]],
    ['zero days', [0]],
    ['1.5 or 2,25 days', [1.5, 2.25]],
    ['half a day', [0.5]],
    ['half of a day', [0.5]],
    ['a half day', [0.5]],
    ['one half day', [0.5]],
    ['two and a half days', [2.5]],
    ['one and a half to two days', [1.5, 2]],
    ['and a half days', [0.5]],
    ['the next day', []],
  ])('finds those in %j', (text, quantities) => {
    expect(readQuantities(text.split(' '))).toEqual(quantities);
  });

  it.each(['1,000 hours', '1/2 day', '1½ days', '1.125 days', '007 days'])(
    'is not sure of %j',
    text => {
      expect(readQuantities(text.split(' '))).toBeUndefined();
    },
  );
});
