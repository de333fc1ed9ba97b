import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';

/** Addresses of this machine other than the one that the demo listens on. */
function otherAddresses(): string[] {
  const own = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  // On Linux, the whole of 127.0.0.0/8 is this machine.
  return process.platform === 'linux' ? ['127.0.0.2', ...own] : own;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (hasAnswered: boolean) => {
      socket.destroy();
      resolve(hasAnswered);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });
}

test('nobody else on the network reaches the demo', async ({ baseURL }) => {
  const port = Number(new URL(baseURL!).port);
  expect(await answers('127.0.0.1', port)).toBe(true);
  for (const address of otherAddresses()) {
    expect([address, await answers(address, port)]).toEqual([address, false]);
  }
});
