import {
  highestRating,
  lowestGoodRating,
  ratedFeatures,
  ratingSchema,
  ratingsSchema,
} from './features';

describe('ratings', () => {
  it('are given on five features, in this order', () => {
    expect(ratedFeatures).toEqual([
      'leverage',
      'usability',
      'reliability',
      'cost',
      'latency',
    ]);
    expect(Object.keys(ratingsSchema.shape)).toEqual(ratedFeatures);
  });

  it('are 1 to 5, of which 4 and 5 are good, or that one can’t say', () => {
    expect([highestRating, lowestGoodRating]).toEqual([5, 4]);
    const isRating = (value: unknown) => ratingSchema.safeParse(value).success;
    expect([1, 2, 3, 4, 5, 'cant-say'].filter(isRating)).toHaveLength(6);
    expect(
      [0, 6, -1, 4.5, NaN, '4', 'can’t say', '', null, undefined].filter(
        isRating,
      ),
    ).toEqual([]);
  });

  it('may leave features out, and have no others', () => {
    const isRatings = (value: unknown) =>
      ratingsSchema.safeParse(value).success;
    expect(isRatings({})).toBe(true);
    for (const feature of ratedFeatures) {
      expect(isRatings({ [feature]: 1 })).toBe(true);
      expect(isRatings({ [feature]: 6 })).toBe(false);
    }
    expect(isRatings({ looks: 1 })).toBe(false);
  });
});
