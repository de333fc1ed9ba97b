import { databases } from '../../__testUtils__/databases';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const year = 365 * 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('a wrong clock on %s', id => {
  afterEach(() => jest.useRealTimers());

  it('ends a round where it is the only clock there is, and nowhere else', async () => {
    const knex = await databases.init(id);
    const plugin = await startTestPlugin({ knex, entities: [] });
    const rounds = () => knex('satisfaction_rounds').orderBy('opens_at');
    await plugin.releaseRatings();
    expect(await rounds()).toMatchObject([{ status: 'open' }]);
    jest.useFakeTimers({
      now: Date.now() + year,
      doNotFake: [
        'nextTick',
        'performance',
        'setImmediate',
        'setInterval',
        'setTimeout',
      ],
    });
    await plugin.releaseRatings();
    const [first] = await rounds();
    expect(first.status).toBe(id === 'SQLITE_3' ? 'closed' : 'open');
    await plugin.stop();
  });
});
