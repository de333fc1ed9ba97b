import {
  portfolioFiltersSchema,
  portfolioSignalChannel,
  portfolioSorts,
} from './portfolio';

describe('the portfolio', () => {
  it('signals on one channel, which names no service', () => {
    expect(portfolioSignalChannel).toBe('platform-product:portfolio');
  });

  it('can be sorted by these', () => {
    expect(portfolioSorts).toEqual([
      'title',
      'owner',
      'level',
      'levelSince',
      'atRiskUntil',
      'satisfaction',
    ]);
  });

  it('is filtered by these, and by nothing that sorts or pages', () => {
    const filters = {
      level: ['0', '3'],
      owner: 'group:default/a',
      kind: 'component',
      system: ['system:default/a', 'system:default/b'],
      atRisk: 'true',
      text: ' logs ',
    };
    expect(portfolioFiltersSchema.parse(filters)).toEqual({
      level: [0, 3],
      owner: ['group:default/a'],
      kind: ['component'],
      system: ['system:default/a', 'system:default/b'],
      atRisk: true,
      text: 'logs',
    });
    expect(portfolioFiltersSchema.parse({})).toEqual({});
    for (const name of ['sort', 'order', 'limit', 'cursor']) {
      const given = { [name]: 'title' };
      expect(portfolioFiltersSchema.safeParse(given).success).toBe(false);
    }
  });
});
