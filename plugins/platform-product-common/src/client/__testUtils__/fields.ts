/** A field of a request: what it takes, at its bounds, and what it doesn't. */
export interface Field {
  readonly isOptional?: boolean;
  /** The first stands in the example of the request. */
  readonly takes: readonly [unknown, ...unknown[]];
  readonly refuses: readonly unknown[];
}

/** The fields of one part of a request, by their names. */
export type Fields = Readonly<Record<string, Field>>;

const letters = (length: number) => 'x'.repeat(Math.max(0, length));

export const optional = (field: Field): Field => ({
  ...field,
  isOptional: true,
});

/** Text of so many characters, its own blanks at the ends not counted. */
export function text({ min = 1, max }: { min?: number; max: number }): Field {
  return {
    takes: [
      letters(min),
      letters(max),
      `  ${letters(max)}\n`,
      `${letters(max - 4)}ü\t🙂🙂`,
    ],
    refuses: [
      '',
      '  ',
      letters(min - 1),
      `  ${letters(min - 1)}  `,
      letters(max + 1),
      '🙂'.repeat(max + 1),
      `${letters(min)}\u0000`,
      `${letters(min)}\ud83d`,
      7,
      null,
      [letters(min)],
    ],
  };
}

/** A part of an entity ref. */
export const refPart: Field = {
  ...text({ max: 253 }),
  refuses: [...text({ max: 253 }).refuses, 'a:b', 'a/b'],
};

function link(options: { secure: boolean; max: number }): Field {
  const { secure, max } = options;
  const url = (length: number) => `https://example.com/`.padEnd(length, 'x');
  const plain = 'http://example.com';
  return {
    takes: [url(0), url(max), ...(secure ? [] : [plain])],
    refuses: [
      '',
      url(max + 1),
      'example.com',
      '/docs',
      // eslint-disable-next-line no-script-url
      'javascript:alert(1)',
      'ftp://example.com',
      'mailto:maya@example.com',
      7,
      ...(secure ? [plain] : []),
    ],
  };
}

export const webLink = link({ secure: false, max: 2000 });
export const secureLink = link({ secure: true, max: 2000 });

/** A moment with its time zone. */
export const moment: Field = {
  takes: [
    '2026-03-01T12:00:00Z',
    '2026-03-01T12:00:00.123Z',
    '2026-03-01T12:00:00+05:30',
    '2024-02-29T23:59:59-08:00',
  ],
  refuses: [
    '',
    'tomorrow',
    '2026-03-01',
    '2026-03-01T12:00:00',
    '2026-02-29T12:00:00Z',
    '2026-03-01T24:00:01Z',
    1_772_366_400_000,
  ],
};

export const day: Field = {
  takes: ['2026-03-01', '2024-02-29', '2026-12-31'],
  refuses: ['', '2026-02-29', '2026-13-01', '2026-3-1', '2026-03-01T12:00:00Z'],
};

export const id: Field = {
  takes: ['0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10'],
  refuses: ['', '7', '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b1', 7],
};

/** A number in a query, where everything is text. */
export function queryNumber({ min, max }: { min: number; max: number }): Field {
  return {
    takes: [`${min}`, `${max}`, min, max],
    refuses: [`${min - 1}`, `${max + 1}`, `${min}.5`, 'x', `${max}x`, 'NaN'],
  };
}

export function integer({ min, max }: { min: number; max?: number }): Field {
  return {
    takes: [min, ...(max === undefined ? [] : [max])],
    refuses: [
      min - 1,
      ...(max === undefined ? [] : [max + 1]),
      min + 0.5,
      `${min}`,
      null,
    ],
  };
}

export const flag: Field = {
  takes: [true, false],
  refuses: ['true', 'false', 0, 1, null],
};

export function oneOf(first: string, ...others: readonly string[]): Field {
  return {
    takes: [first, ...others],
    refuses: ['', 'nonsense', first.toLocaleUpperCase('en-US'), 7, null],
  };
}

/** A query parameter that may be repeated. */
export function several(field: Field, { max }: { max: number }): Field {
  const [example] = field.takes;
  const times = (count: number) => Array.from({ length: count }, () => example);
  return {
    takes: [example, [...field.takes], times(1), times(max)],
    refuses: [
      times(max + 1),
      // Nothing at all reads as the number 0.
      ...(field.refuses.includes('') ? [[]] : []),
      ...field.refuses
        .filter(bad => !Array.isArray(bad))
        .flatMap(bad => [bad, [example, bad]]),
    ],
  };
}

export function listOf(
  field: Field,
  { min = 0, max }: { min?: number; max: number },
): Field {
  const times = (count: number) =>
    Array.from({ length: count }, () => field.takes[0]);
  return {
    takes: [times(max), times(min), [...field.takes]],
    refuses: [
      times(max + 1),
      ...(min > 0 ? [times(min - 1)] : []),
      field.takes[0],
      ...field.refuses.map(bad => [bad]),
    ],
  };
}

/** The full ref of a User, in a request. */
export const userRef: Field = {
  takes: [
    'user:default/maya-lund',
    'User:Default/Maya-Lund',
    `user:default/${letters(600 - 13)}`,
  ],
  refuses: [
    '',
    'maya-lund',
    'user:maya-lund',
    'default/maya-lund',
    'group:default/maya-lund',
    'superuser:default/maya-lund',
    'user:default/maya/lund',
    'user:default/maya:lund',
    'user:/maya-lund',
    'user:default/',
    `user:default/${letters(601 - 13)}`,
    7,
  ],
};

/** What names a service in a path. */
export const service: Fields = {
  kind: refPart,
  namespace: refPart,
  name: refPart,
};
