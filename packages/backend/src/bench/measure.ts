/** How long requests took, in milliseconds. */
export interface Measurement {
  readonly median: number;
  readonly p95: number;
}

const warmUpRounds = 20;

async function timeOf(url: string, token: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${token}` },
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
 * Times some URLs by turns, one request at a time, so that whatever else the
 * machine does meets them all alike.
 */
export async function measure(options: {
  readonly urls: readonly string[];
  readonly rounds: number;
  readonly token: string;
}): Promise<Measurement[]> {
  const { urls, rounds, token } = options;
  const times = urls.map((): number[] => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, url] of urls.entries()) {
      const time = await timeOf(url, token);
      if (round >= 0) times[index].push(time);
    }
  }
  return times.map(summarise);
}
