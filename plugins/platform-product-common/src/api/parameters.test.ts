import { z } from 'zod';
import { entityParams, idParams, listOf, plainText } from './parameters';

const messagesOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('plainText', () => {
  const schema = plainText({ min: 2, max: 4 });

  it.each([
    ['ab', 'ab'],
    ['abcd', 'abcd'],
    ['  ab ', 'ab'],
    ['\n abcd\t', 'abcd'],
    ['a\tb', 'a\tb'],
    ['a\nb', 'a\nb'],
    ['a\r\nb', 'a\r\nb'],
    ['a b', 'a b'],
    ['äöüß', 'äöüß'],
    ['\u00a0a\u00a0b\u00a0', 'a\u00a0b'],
    ['🙂🙂🙂🙂', '🙂🙂🙂🙂'],
    ['a\u0080b', 'a\u0080b'],
  ])('takes %j as %j', (given, expected) => {
    expect(schema.parse(given)).toBe(expected);
  });

  it.each([
    '',
    'a',
    ' a ',
    '    ',
    'abcde',
    ' abcde ',
    '🙂',
    '🙂🙂🙂🙂🙂',
    7,
    null,
  ])('refuses %j for its length or its type', given => {
    expect(schema.safeParse(given).success).toBe(false);
  });

  it('is not empty unless it may be', () => {
    const usual = plainText({ max: 4 });
    expect(usual.parse('a')).toBe('a');
    expect(usual.safeParse(' ').success).toBe(false);
    expect(plainText({ min: 0, max: 4 }).parse(' ')).toBe('');
  });

  it('holds no control character but tab and line breaks', () => {
    const codes = Array.from({ length: 0x90 }, (_, code) => code);
    const refused = codes.filter(
      code => messagesOf(schema, `a${String.fromCharCode(code)}b`).length > 0,
    );
    const allowed = [0x09, 0x0a, 0x0d];
    expect(refused).toEqual([
      ...codes.slice(0, 0x20).filter(code => !allowed.includes(code)),
      0x7f,
    ]);
    expect(messagesOf(schema, 'a\u0000b')).toEqual([
      'must not contain control characters',
    ]);
  });

  it.each(['a\ud83d', 'a\ude42', '\ude42\ud83d', '\ud83d\ud83d'])(
    'holds no half of a character, as in %j',
    given => {
      expect(messagesOf(schema, given)).toEqual([
        'must be well-formed Unicode',
      ]);
    },
  );
});

describe('entityParams', () => {
  const logs = { kind: 'Component', namespace: 'default', name: 'logs' };
  const longest = 'x'.repeat(253);

  it('names a service, in its own spelling', () => {
    expect(entityParams.parse(logs)).toEqual(logs);
    expect(entityParams.parse({ ...logs, name: longest }).name).toBe(longest);
  });

  it.each(['kind', 'namespace', 'name'])('needs a %s of its own', part => {
    for (const bad of ['', 'a:b', 'a/b', ':', '/', `${longest}x`, undefined]) {
      const { error } = entityParams.safeParse({ ...logs, [part]: bad });
      expect([bad, error?.issues[0].path]).toEqual([bad, [part]]);
    }
    expect(messagesOf(entityParams, { ...logs, [part]: 'a/b' })).toEqual([
      'must not contain ":" or "/"',
    ]);
  });
});

describe('idParams', () => {
  it('names one thing by a UUID', () => {
    const id = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
    expect(idParams.parse({ id })).toEqual({ id });
    expect(idParams.safeParse({ id: '1' }).success).toBe(false);
    expect(idParams.safeParse({}).success).toBe(false);
  });
});

describe('listOf', () => {
  const list = listOf(z.string());

  it('is a page of items with the number of all, and where the next one starts', () => {
    const last = { items: [], totalItems: 0, pageInfo: {} };
    const first = {
      items: ['a', 'b'],
      totalItems: 7,
      pageInfo: { nextCursor: 'Mg' },
    };
    expect(list.parse(last)).toEqual(last);
    expect(list.parse(first)).toEqual(first);
    for (const bad of [
      { ...first, items: [7] },
      { ...first, items: undefined },
      { ...first, totalItems: 0.5 },
      { ...first, totalItems: undefined },
      { ...first, pageInfo: undefined },
      { ...first, pageInfo: { nextCursor: 7 } },
    ]) {
      expect([bad, list.safeParse(bad).success]).toEqual([bad, false]);
    }
  });
});
