import fc from 'fast-check';
import { Asked, Operation, Stage, Tables } from './Stage';

/** A list of the API beside a plain implementation of it. */
export interface ListModel {
  readonly operations: readonly Operation[];
  /**
   * Compares both over random data and random questions, and answers with how
   * many questions it asked.
   */
  check(stage: Stage, numRuns: number): Promise<number>;
}

const seed = 20270315;
export const asksPerWorld = 3;

export function createListModel<TWorld, TAsk>(options: {
  readonly operations: readonly Operation[];
  readonly world: fc.Arbitrary<TWorld>;
  readonly ask: fc.Arbitrary<TAsk>;
  readonly toTables: (world: TWorld) => Tables;
  readonly compare: (stage: Stage, world: TWorld, ask: TAsk) => Promise<void>;
}): ListModel {
  const { operations, world, ask, toTables, compare } = options;
  const asks = fc.array(ask, {
    minLength: asksPerWorld,
    maxLength: asksPerWorld,
  });
  return {
    operations,
    async check(stage, numRuns) {
      let count = 0;
      const property = fc.asyncProperty(world, asks, async (given, asked) => {
        await stage.fill(toTables(given));
        for (const one of asked) {
          await compare(stage, given, one);
          count++;
        }
      });
      // What differs is told by the comparison; to shrink it would take minutes.
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
      return count;
    },
  };
}

/** Something one time in so many, or else nothing. */
export function seldom<T>(
  arbitrary: fc.Arbitrary<T>,
  oneIn = 4,
): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary },
  );
}

/** Some of the keys, in any order, each with a value. */
export function someOf<TKey, TValue>(
  keys: readonly TKey[],
  value: fc.Arbitrary<TValue>,
): fc.Arbitrary<ReadonlyArray<TValue & { readonly key: TKey }>> {
  const { length } = keys;
  return fc
    .tuple(
      fc.shuffledSubarray([...keys]),
      fc.array(value, { minLength: length, maxLength: length }),
    )
    .map(([chosen, values]) =>
      chosen.map((key, index) => ({ ...values[index], key })),
    );
}

/** How many rows a page takes, of a list of so many. */
const pageSizes = {
  'one by one': () => 1,
  'three at a time': () => 3,
  'all but one': (total: number) => total - 1,
  'two halves': (total: number) => Math.ceil(total / 2),
  'exactly one page': (total: number) => total,
  'more than there are': (total: number) => total + 1,
};

export type Paging = keyof typeof pageSizes;

export const paging: fc.Arbitrary<Paging> = fc.constantFrom(
  ...(Object.keys(pageSizes) as Paging[]),
);

/** What a list answers on all of its pages together. */
export interface WholeList {
  readonly items: readonly unknown[];
  /** What every page repeats, beside the total. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Reads a list from its first page to its last. */
export async function readPages(
  stage: Stage,
  asked: Asked,
  limit: number,
): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> {
  const pages = [];
  let cursor: string | undefined;
  do {
    const query = { ...asked.query, limit, cursor };
    const { status, body } = await stage.ask({ ...asked, query });
    expect(status).toBe(200);
    pages.push(body);
    cursor = (body.pageInfo as { nextCursor?: string }).nextCursor;
    expect((pages.length - 1) * limit).toBeLessThanOrEqual(
      Number(body.totalItems),
    );
  } while (cursor !== undefined);
  return pages;
}

/**
 * Compares a list with the pages that are answered: the same rows in the same
 * order, all pages full but the last one, and the same numbers on each. Without a
 * list, nothing is to be found.
 */
export async function comparePages(
  stage: Stage,
  asked: Asked & { readonly paging: Paging },
  whole: WholeList | undefined,
): Promise<void> {
  if (!whole) {
    expect((await stage.ask(asked)).status).toBe(404);
    return;
  }
  const { items, more } = whole;
  const limit = Math.max(1, pageSizes[asked.paging](items.length));
  const pages = await readPages(stage, asked, limit);
  expect(pages.flatMap(page => page.items)).toEqual(items);
  const pageCount = Math.max(1, Math.ceil(items.length / limit));
  expect(pages.length).toBe(pageCount);
  for (const [index, page] of pages.entries()) {
    const { items: own, pageInfo: _, ...rest } = page;
    const isLast = index === pageCount - 1;
    expect(own).toHaveLength(isLast ? items.length - index * limit : limit);
    expect(rest).toEqual({ totalItems: items.length, ...more });
  }
}

/** Compares an answer, or a part of it; without one, nothing is to be found. */
export async function compareAnswer(
  stage: Stage,
  asked: Asked,
  expected: Readonly<Record<string, unknown>> | undefined,
  partOf = (body: Readonly<Record<string, unknown>>) => body,
): Promise<void> {
  const { status, body } = await stage.ask(asked);
  expect(status).toBe(expected ? 200 : 404);
  if (expected) expect(partOf(body)).toEqual(expected);
}
