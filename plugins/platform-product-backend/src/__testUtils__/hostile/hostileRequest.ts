import {
  AnyRouteDefinition,
  routes,
} from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';

export type OperationId = keyof typeof routes;

/** What a request takes from its route's example. */
export interface GoodRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

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

/** What is wrong with a request; a number tells with which of its fields. */
interface Wrong {
  readonly param?: readonly [number, string];
  readonly query?: readonly [number, readonly string[]];
  readonly strangeQuery?: readonly [string, string];
  readonly field?: readonly [number, unknown];
  readonly missingField?: number;
  readonly strangeField?: readonly [string, unknown];
  readonly rawBody?: string;
  readonly key?: string;
  readonly method?: string;
}

const which = fc.nat(50);
const only = <TName extends keyof Wrong>(
  name: TName,
  value: fc.Arbitrary<Wrong[TName]>,
): fc.Arbitrary<Wrong> => value.map(part => ({ [name]: part }));

/** Nothing or one thing, so that the request gets far. */
const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: only('param', fc.tuple(which, text)) },
  {
    weight: 3,
    arbitrary: only('query', fc.tuple(which, fc.array(text, { maxLength: 2 }))),
  },
  { weight: 4, arbitrary: only('field', fc.tuple(which, json)) },
  only('missingField', which),
  only('strangeQuery', fc.tuple(text, text)),
  only('strangeField', fc.tuple(text, json)),
  only(
    'rawBody',
    fc.constantFrom('{', '[1,', '"', '\u0000', 'null', '{"a":'.repeat(300)),
  ),
  only('key', fc.constantFrom('k1', 'k 2', 'x'.repeat(200), 'ä')),
  only('method', fc.constantFrom('patch', 'options', 'head', 'put')),
);

/** A request to any route; what is good of it comes from the route's example. */
export interface HostileRequest {
  readonly operation: OperationId;
  /** Of those who may do this, or of everybody. */
  readonly isFromAnybody: boolean;
  /** Which of them. */
  readonly caller: number;
  readonly wrong: Wrong;
}

export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.record({
  operation: fc.constantFrom(...(Object.keys(routes) as OperationId[])),
  isFromAnybody: fc.nat(9).map(digit => digit < 4),
  caller: which,
  wrong,
});

/** A request as it goes over the wire, below the base path of the plugin. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly key?: string;
}

const pick = <T>(list: readonly T[], index: number) =>
  list[index % list.length];

function encodePart(part: string): string {
  try {
    return encodeURIComponent(part) || '%20';
  } catch {
    return '%ED%A0%80';
  }
}

function pathOf(
  { path }: AnyRouteDefinition,
  { params }: GoodRequest,
  { param }: Wrong,
): string {
  const names = path.match(/:\w+/g) ?? [];
  return path.replace(/:\w+/g, name =>
    encodePart(
      param && name === pick(names, param[0])
        ? param[1]
        : params[name.slice(1)],
    ),
  );
}

function queryOf(good: GoodRequest, { query, strangeQuery }: Wrong): string {
  const names = Object.keys(good.query);
  const spoiled = query && names.length ? pick(names, query[0]) : undefined;
  const search = new URLSearchParams(
    names.flatMap(name => {
      const values = [good.query[name]].flat().map(String);
      return (name === spoiled ? query![1] : values).map(value => [
        name,
        value,
      ]);
    }),
  );
  if (strangeQuery) search.append(...strangeQuery);
  return search.toString();
}

type Owner = Record<string, unknown>;

/** The fields at any depth, each with what it belongs to. */
const fieldsIn = (owner: Owner): Array<readonly [Owner, string]> =>
  Object.entries(owner).flatMap(([name, part]) => [
    [owner, name] as const,
    ...(typeof part === 'object' ? fieldsIn(part as Owner) : []),
  ]);

function bodyOf(good: GoodRequest, wrongs: Wrong): string {
  const { field, missingField, strangeField, rawBody } = wrongs;
  const body: Owner = structuredClone(good.body);
  const fields = fieldsIn(body);
  if (fields.length && field) {
    const [owner, name] = pick(fields, field[0]);
    owner[name] = field[1];
  }
  if (fields.length && missingField !== undefined) {
    const [owner, name] = pick(fields, missingField);
    delete owner[name];
  }
  if (strangeField) body[strangeField[0]] = strangeField[1];
  return rawBody ?? JSON.stringify(body);
}

/** Spoils a good request to a route. */
export function spoil(
  route: AnyRouteDefinition,
  good: GoodRequest,
  wrongs: Wrong,
): SentRequest {
  return {
    method: wrongs.method ?? route.method,
    path: pathOf(route, good, wrongs),
    query: queryOf(good, wrongs),
    body: bodyOf(good, wrongs),
    key: wrongs.key,
  };
}
