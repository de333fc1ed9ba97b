import {
  createOpenApiDocument,
  routes,
} from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { databases } from './__testUtils__/databases';
import { hostileRequest } from './__testUtils__/hostile/hostileRequest';
import { HostileWorld } from './__testUtils__/hostile/HostileWorld';

jest.setTimeout(300_000);

const requests = 2000;
/** After so many, records that were used up are made anew. */
const requestsPerRecord = 40;

type OperationId = keyof typeof routes;
const operations = Object.keys(routes) as OperationId[];

/** What has to be done before, where that is not to make the record. */
const firstOf: Partial<Record<OperationId, readonly OperationId[]>> = {
  completeReviewRequest: ['acceptReviewRequest'],
  requestReview: ['withdrawReviewRequest'],
  requestWaiver: ['revokeWaiver'],
};

const { paths } = createOpenApiDocument();

/** The statuses that a route may answer with, as the OpenAPI document has them. */
function documented(operation: OperationId): number[] {
  const { path, method } = routes[operation];
  const found = paths[path.replace(/:(\w+)/g, '{$1}')][method];
  return Object.keys((found as { responses: object }).responses).map(Number);
}

describe.each(databases.eachSupportedId())('hostile requests on %s', id => {
  it('never get a 5xx, and change nothing when they are refused', async () => {
    const world = await HostileWorld.start(await databases.init(id));
    let before = await world.dump();
    let sent = 0;
    const succeeded = new Set<string>();
    const refused = new Set<string>();

    await fc.assert(
      fc.asyncProperty(hostileRequest, async hostile => {
        const { operation } = hostile;
        sent += 1;
        if (sent % requestsPerRecord === 0) {
          await world.keepRecords();
          before = await world.dump();
        }
        const { status, method } = await world.call(hostile);
        expect(status).toBeLessThan(500);
        const after = await world.dump();
        expect(status < 400 || after === before).toBe(true);
        before = after;
        if (method !== routes[operation].method) return;
        expect([operation, documented(operation)]).toEqual([
          operation,
          expect.arrayContaining([status]),
        ]);
        if (status === routes[operation].status) succeeded.add(operation);
        if (status >= 400) refused.add(operation);
      }),
      // Nothing to shrink: each request finds what those before have left.
      { numRuns: requests, seed: 20261122, endOnFailure: true },
    );
    // What chance has left out, such as completing a review that was accepted; twice, as
    // a waiver can be requested again only once the last one was revoked.
    const left = operations.filter(one => !succeeded.has(one));
    for (const operation of [...left, ...left]) {
      await world.keepRecords();
      for (const name of [...(firstOf[operation] ?? []), operation]) {
        const good = { isFromAnybody: false, caller: 0, wrong: {} };
        const { status } = await world.call({ ...good, operation: name });
        if (status === routes[name].status) succeeded.add(name);
      }
    }
    // They reached what lies behind the parser of each route, and what stops them.
    const all = [...operations].sort();
    expect([...succeeded].sort()).toEqual(all);
    expect([...refused].sort()).toEqual(all);
    await world.stop();
  });
});
