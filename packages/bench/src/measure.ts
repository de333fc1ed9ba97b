import { JsonObject } from '@backstage/types';

/** How long requests took, in milliseconds. */
export interface Measurement {
  readonly median: number;
  readonly p95: number;
}

const warmUpRounds = 20;

/** What is asked; with a body, another one each round, it is posted. */
export interface TimedRequest {
  readonly url: string;
  readonly body?: (round: number) => JsonObject;
}

async function timeOf(
  url: string,
  body: JsonObject | undefined,
  token: string,
): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - start;
}

function summarise(times: readonly number[]): Measurement {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Times some requests by turns, one request at a time, so that whatever else the
 * machine does meets them all alike.
 */
export async function measure(options: {
  readonly requests: readonly TimedRequest[];
  readonly rounds: number;
  readonly token: string;
}): Promise<Measurement[]> {
  const { requests, rounds, token } = options;
  const times = requests.map((): number[] => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, { url, body }] of requests.entries()) {
      const time = await timeOf(url, body?.(round + warmUpRounds), token);
      if (round >= 0) times[index].push(time);
    }
  }
  return times.map(summarise);
}
