import {
  portfolioQuerySchema,
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
      'measuredLevel',
      'levelSince',
      'atRiskUntil',
      'satisfaction',
      'openNotices',
      'timeToNotify',
      'promisesKept',
      'noticesComplete',
      'noticesAnswered',
      'timeToPostMortem',
    ]);
  });

  it('is filtered by these, and by nothing else', () => {
    const byDefault = { sort: 'title', order: 'asc', limit: 50 };
    const filters = {
      level: ['0', '3'],
      owner: 'group:default/a',
      kind: 'component',
      system: ['system:default/a', 'system:default/b'],
      atRisk: 'true',
      text: ' logs ',
    };
    expect(portfolioQuerySchema.parse(filters)).toEqual({
      ...byDefault,
      level: [0, 3],
      owner: ['group:default/a'],
      kind: ['component'],
      system: ['system:default/a', 'system:default/b'],
      atRisk: true,
      text: 'logs',
    });
    expect(portfolioQuerySchema.parse({})).toEqual(byDefault);
    expect(portfolioQuerySchema.safeParse({ levels: '1' }).success).toBe(false);
  });

  it.each(['', ' ', '-1', '100', '1.5', '0x1', '1e0', [''], [], ['1', '']])(
    'takes %j for no level',
    level => {
      expect(portfolioQuerySchema.safeParse({ level }).success).toBe(false);
    },
  );
});
