import { ForgeCaller } from './ForgeCaller';
import { readRetryAfter } from './readRetryAfter';

const start = new Date('2026-03-02T10:00:00Z');
const inSeconds = (seconds: number) =>
  new Date(start.getTime() + seconds * 1000);

/** A caller whose clock only moves when it sleeps. */
function createCaller() {
  const naps: number[] = [];
  const slept = () => naps.reduce((sum, nap) => sum + nap, 0);
  const caller = new ForgeCaller({
    forge: 'The forge',
    now: () => inSeconds(slept() / 1000),
    sleep: async nap => void naps.push(nap),
  });
  return { caller, naps };
}

const signal = new AbortController().signal;
const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`failure ${calls}`);
    return `call ${calls}`;
  };
};

describe('ForgeCaller', () => {
  it('repeats a call that may go well, ever more slowly', async () => {
    const { caller, naps } = createCaller();
    await expect(
      caller.call({
        run: failing(3),
        judge: () => ({ action: 'retry' }),
        signal,
      }),
    ).resolves.toBe('call 4');
    expect(naps).toEqual([500, 1000, 2000]);
  });

  it('gives up after some failures, and says why', async () => {
    const { caller, naps } = createCaller();
    await expect(
      caller.call({
        run: failing(99),
        judge: () => ({ action: 'retry' }),
        signal,
      }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The forge does not answer; caused by Error: failure 7',
      retryAt: undefined,
    });
    expect(naps).toHaveLength(6);
  });

  it('does not repeat what is of no use', async () => {
    const { caller, naps } = createCaller();
    await expect(
      caller.call({
        run: failing(1),
        judge: () => ({ action: 'fail' }),
        signal,
      }),
    ).rejects.toThrow(new Error('failure 1'));
    expect(naps).toEqual([]);
  });

  it('waits for a limit that ends soon, and not for others', async () => {
    const { caller, naps } = createCaller();
    const until = inSeconds(40);
    await expect(
      caller.call({
        run: failing(1),
        judge: () => ({ action: 'wait', until }),
        signal,
      }),
    ).resolves.toBe('call 2');
    expect(naps).toEqual([40_000]);
    await expect(
      caller.waitUntil(inSeconds(101), signal),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The forge asks to come back at 2026-03-02T10:01:41.000Z',
      retryAt: inSeconds(101),
    });
  });

  it('goes on at once where the limit is over already', async () => {
    const { caller, naps } = createCaller();
    await caller.waitUntil(inSeconds(-5), signal);
    await caller.waitUntil(start, signal);
    expect(naps).toEqual([0, 0]);
  });

  it('adds up the waits of one call', async () => {
    const { caller, naps } = createCaller();
    let until = 0;
    await expect(
      caller.call({
        run: failing(99),
        judge: () => ({ action: 'wait', until: inSeconds((until += 25)) }),
        signal,
      }),
    ).rejects.toMatchObject({ retryAt: inSeconds(75) });
    expect(naps).toEqual([25_000, 25_000]);
  });

  it('ends at once when it is aborted, asleep or calling', async () => {
    const controller = new AbortController();
    const caller = new ForgeCaller({ forge: 'The forge' });
    const asleep = caller.waitUntil(
      new Date(Date.now() + 30_000),
      controller.signal,
    );
    const calling = caller.call({
      run: () =>
        new Promise((_, reject) => {
          controller.signal.addEventListener('abort', () => reject(Error('x')));
        }),
      judge: () => ({ action: 'retry' }),
      signal: controller.signal,
    });
    controller.abort();
    await expect(asleep).rejects.toMatchObject({ name: 'AbortError' });
    await expect(calling).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it.each([
  ['120', inSeconds(120)],
  ['Mon, 02 Mar 2026 10:05:00 GMT', inSeconds(300)],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %p as a retry-after header', (header, expected) => {
  expect(readRetryAfter(header, start)).toEqual(expected);
});
