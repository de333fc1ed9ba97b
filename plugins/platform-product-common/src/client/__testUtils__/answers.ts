/** What an answer may leave out. */
class Optional {
  constructor(readonly value: unknown) {}
}

/** Marks a part of an example that an answer may leave out. */
export const maybe = (value: unknown) => new Optional(value);

/** A list's answer with one item. */
export const listOfOne = (item: unknown) => ({
  items: [item],
  totalItems: 1,
  pageInfo: { nextCursor: maybe('Mg') },
});

type Place = readonly (string | number)[];

function build(example: unknown, isFull: boolean): unknown {
  if (Array.isArray(example)) return example.map(item => build(item, isFull));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(
    Object.entries(example).flatMap(([key, part]: [string, unknown]) => {
      if (!(part instanceof Optional)) return [[key, build(part, isFull)]];
      return isFull ? [[key, build(part.value, isFull)]] : [];
    }),
  );
}

/** The example with all that an answer can hold. */
export const fullAnswer = (example: unknown) => build(example, true);

/** The example with what every answer holds. */
export const leastAnswer = (example: unknown) => build(example, false);

/** Where the parts of an answer are, itself not included. */
export function placesIn(answer: unknown): Place[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, part]: [string, unknown]) => {
    const key = Array.isArray(answer) ? Number(name) : name;
    return [[key], ...placesIn(part).map(place => [key, ...place])];
  });
}

/** What is at a place of an answer. */
export function partAt(answer: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown>)[key],
    answer,
  );
}

/** The answer with something else at a place; without it, if it is undefined. */
export function withPart(
  answer: unknown,
  [key, ...rest]: Place,
  part: unknown,
): unknown {
  if (key === undefined) return part;
  const own = answer as Record<string | number, unknown>;
  const changed = withPart(own[key], rest, part);
  if (Array.isArray(answer)) {
    return answer.map((item: unknown, index) =>
      index === key ? changed : item,
    );
  }
  const { [key]: _, ...others } = own;
  return changed === undefined ? others : { ...others, [key]: changed };
}

/** Values that must not stand in place of one in an answer. */
export function wrongFor(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [null, 'yes', 0];
  if (typeof value === 'number') {
    const isCount = Number.isInteger(value);
    return [null, `${value}`, NaN, ...(isCount ? [value + 0.5] : [])];
  }
  if (typeof value === 'string') {
    const isMoment = /^\d{4}-\d{2}-\d{2}T/.test(value);
    const otherForms = ['yesterday', '2026-03-01', '2026-03-01T12:00:00+01:00'];
    return [null, 7, {}, ...(isMoment ? otherForms : [])];
  }
  return [null, 'text', 7];
}
