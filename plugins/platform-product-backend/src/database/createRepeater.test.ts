import { createRepeater } from './createRepeater';

describe('createRepeater', () => {
  it('runs once more for all who ask during a run, and never two at once', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const ask = createRepeater(async () => {
      runs++;
      most = Math.max(most, ++running);
      await new Promise(resolve => setImmediate(resolve));
      running--;
    });
    await Promise.all([ask(), ask(), ask()]);
    expect([runs, most]).toEqual([2, 1]);
    await ask();
    expect(runs).toBe(3);
  });

  it('runs again after a run that has failed', async () => {
    const work = jest.fn(async () => {});
    work.mockRejectedValueOnce(new Error('The database is away'));
    const ask = createRepeater(work);
    await expect(ask()).rejects.toThrow('The database is away');
    await ask();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
