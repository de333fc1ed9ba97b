import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AnyRouteDefinition,
  routes,
} from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import request from 'supertest';
import { databases } from './__testUtils__/databases';
import { serviceEntity, userEntity } from './__testUtils__/entities';
import { dump } from './__testUtils__/Snapshot';
import { startTestPlugin } from './__testUtils__/startTestPlugin';

jest.setTimeout(300_000);

const owner = 'user:default/olga';
const consumer = 'user:default/carl';
const stranger = 'user:default/stranger';
const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  '[]',
  '{}',
  "'; drop table maturity_services; --",
  '" or 1=1',
  '%00',
  '\u0000',
  '\u202e\u0007',
  '\ud800',
  '../../../etc/passwd',
  '%2e%2e%2f',
  '%',
  '%E0%A4%A',
  '__proto__',
  'constructor',
  'a'.repeat(5000),
  '🧨'.repeat(300),
  '<script>alert(1)</script>',
  '${7*7}',
  '2026-02-30T99:99:99Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '00000000-0000-0000-0000-000000000000',
  'component',
  'default',
  'logs',
  'LOGS',
  'guide',
  'product-manager',
);
const text = fc.oneof(nasty, fc.string({ maxLength: 40, unit: 'binary' }));
const json: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text, { maxKeys: 3 }),
);

const reviewer = 'user:default/maya';

const goodBody = {
  role: 'reviewer',
  paths: ['charts/values.yaml'],
  endsOn: '2999-12-31',
  sponsor: reviewer,
  reviewer,
  author: consumer,
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3],
  from: '09:00',
  until: '17:00',
  holidays: 'DE-BE',
  away: [{ from: '2999-01-01', until: '2999-01-02' }],
  onRotation: true,
  maxOpenReviews: 3,
  criterionId: 'guide',
  statement: 'The guide was read by two teams.',
  reason: 'The guide is being written.',
  decision: 'approved',
  note: 'Fine.',
  link: 'https://example.com',
  expiresAt: new Date(Date.now() + 1e9).toISOString(),
};

/** Mostly nothing: a request with one thing wrong reaches deeper. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight, arbitrary },
  );

const hostileRequest = fc.record({
  operation: fc.constantFrom(...Object.keys(routes)),
  user: fc.constantFrom(
    owner,
    owner,
    owner,
    consumer,
    reviewer,
    stranger,
    undefined,
  ),
  params: rarely(fc.array(text, { minLength: 4, maxLength: 4 }), 4),
  query: rarely(fc.tuple(fc.nat(20), fc.array(text, { maxLength: 2 })), 6),
  strangeQuery: rarely(fc.tuple(text, text)),
  spoiled: rarely(fc.tuple(fc.nat(5), json), 6),
  strangeField: rarely(fc.tuple(text, json)),
  rawBody: rarely(
    fc.constantFrom('{', '[1,', '"', '\u0000', 'null', '{"a":'.repeat(300)),
  ),
  key: rarely(fc.constantFrom('k1', 'k 2', 'x'.repeat(200), 'ä')),
  method: rarely(fc.constantFrom('patch', 'options', 'head', 'put')),
});

type Hostile = typeof hostileRequest extends fc.Arbitrary<infer T> ? T : never;

const routeOf = ({ operation }: Hostile): AnyRouteDefinition =>
  routes[operation as keyof typeof routes];

function pathOf(hostile: Hostile): string {
  const parts = hostile.params ?? ['component', 'default', 'logs', reviewer];
  let index = 0;
  return routeOf(hostile).path.replace(/:\w+/g, () => {
    try {
      return encodeURIComponent(parts[index++]) || '%20';
    } catch {
      return '%ED%A0%80';
    }
  });
}

function queryOf(hostile: Hostile): URLSearchParams {
  const { query, strangeQuery } = hostile;
  const search = new URLSearchParams(strangeQuery ? [strangeQuery] : []);
  const names = Object.keys(routeOf(hostile).query.shape);
  if (query && names.length) {
    const [index, values] = query;
    values.forEach(value => search.append(names[index % names.length], value));
  }
  return search;
}

function bodyOf(hostile: Hostile): unknown {
  const { spoiled, strangeField } = hostile;
  const shape = routeOf(hostile).body.shape ?? {};
  const names = Object.keys(goodBody).filter(name => shape[name]);
  const body: Record<string, unknown> = Object.fromEntries(
    names.map(name => [name, goodBody[name as keyof typeof goodBody]]),
  );
  if (spoiled && names.length) {
    body[names[spoiled[0] % names.length]] = spoiled[1];
  }
  if (strangeField) body[strangeField[0]] = strangeField[1];
  return body;
}

const requestsOn = { SQLITE_3: 2000, POSTGRES_18: 1000 } as Record<
  string,
  number
>;

describe.each(databases.eachSupportedId())('hostile requests on %s', id => {
  it('never get a 5xx, and change nothing when they are refused', async () => {
    const knex = await databases.init(id);
    const plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', {
          annotations: { 'github.com/project-slug': 'northwind/logs' },
        }),
        ...['maya', 'olga', 'carl'].map(name => userEntity(name)),
      ],
      files: new Map([
        [
          'https://github.com/northwind/logs/blob/HEAD/.github/CODEOWNERS',
          '* @maya\n[\n!x @olga\n',
        ],
      ]),
      groups: { [owner]: ['group:default/logs-team'] },
      config: { stewards: ['group:default/logs-team'] },
      hidden: { [stranger]: ['component:default/logs'] },
    });
    await plugin.sweep();
    let before = await dump(knex);
    const statuses = new Map<number, number>();

    await fc.assert(
      fc.asyncProperty(hostileRequest, async hostile => {
        const { user, rawBody, key } = hostile;
        const method = (hostile.method ?? routeOf(hostile).method) as 'get';
        const path = pathOf(hostile);
        let sent = request(plugin.server)[method](
          `/api/platform-product${path}`,
        );
        sent = sent.query(queryOf(hostile).toString());
        if (user) {
          sent = sent.set('Authorization', mockCredentials.user.header(user));
        } else {
          sent = sent.set('Authorization', mockCredentials.none.header());
        }
        if (key) sent = sent.set('Idempotency-Key', key);
        const { status } = await sent
          .set('Content-Type', 'application/json')
          .send(rawBody ?? JSON.stringify(bodyOf(hostile)));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
        const after = await dump(knex);
        expect(status < 400 || after === before).toBe(true);
        before = after;
      }),
      { numRuns: requestsOn[id], seed: 20261122 },
    );
    // They reached what lies behind the parser, too.
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining([200, 201, 400, 401, 403, 404]),
    );
    await plugin.stop();
  });
});
