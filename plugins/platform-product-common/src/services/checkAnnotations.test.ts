import { Entity } from '@backstage/catalog-model';
import { annotations } from '../annotations';
import { AnnotationName } from './annotationReaders';
import { checkAnnotations } from './checkAnnotations';
import { isMalformedAnnotation } from './isMalformedAnnotation';
import { isWebLink } from './isWebLink';
import { productFactsOf } from './productFacts';
import { readAnnotation } from './readAnnotation';

const entityWith = (values?: Record<string, unknown>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'logs',
    annotations: values as Record<string, string> | undefined,
  },
});

const links = {
  good: [
    'https://example.com',
    'http://example.com/a?b#c',
    'HTTPS://EXAMPLE.COM',
    ' https://example.com ',
  ],
  bad: [
    '',
    'example.com',
    'www.example.com/roadmap',
    '/roadmap',
    '//example.com',
    'https://',
    'ftp://example.com',
    'mailto:maya@example.com',
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'data:text/html,hi',
  ],
  expected: 'an absolute http(s) link',
};

const rules: [
  annotation: string,
  rule: { good: string[]; bad: string[]; expected: string },
][] = [
  [
    'platform-product/level',
    {
      good: ['0', '1', '9', ' 2 '],
      bad: ['', '10', '-1', '1.5', 'two', '1a', 'a1', '²'],
      expected: 'the number of a level, such as 2',
    },
  ],
  [
    'platform-product/product-manager',
    {
      good: [
        'user:default/maya-lund',
        'USER:default/Maya',
        'user:maya-lund',
        'default/maya-lund',
        'maya-lund',
        ' maya-lund ',
      ],
      bad: [
        '',
        ' ',
        'group:default/maya-lund',
        'superuser:x',
        'user:',
        'user:/x',
      ],
      expected: 'a reference to a User, such as user:default/maya-lund',
    },
  ],
  ['platform-product/vision', links],
  ['platform-product/roadmap', links],
  ['platform-product/sla', links],
  ['platform-product/support', links],
  [
    'platform-product/contributing',
    {
      good: [
        'CONTRIBUTING.md',
        './docs/contributing.md',
        '/docs/How to help.md',
        'https://example.com/guide',
        ' docs/a..b.md ',
      ],
      bad: [
        '',
        '../other/CONTRIBUTING.md',
        'docs/..',
        'a\\..\\b.md',
        'ftp://x/y',
      ],
      expected:
        'a path within the repository, such as docs/CONTRIBUTING.md, or an absolute http(s) link',
    },
  ],
  [
    'platform-product/codeowners',
    {
      good: [
        'CODEOWNERS',
        'services/logs/CODEOWNERS',
        './OWNERS',
        'https://github.com/o/r/blob/main/CODEOWNERS',
      ],
      bad: [
        '',
        'CODEOWNERS.md',
        'docs/owners',
        '../CODEOWNERS',
        'https://x.y/z',
      ],
      expected:
        'a path within the repository, or an absolute http(s) link, to a file called CODEOWNERS or OWNERS',
    },
  ],
  [
    'platform-product/reviewers',
    {
      good: ['mia', 'user:default/mia, jan', 'mia jan', ' mia,,\njan, '],
      bad: [
        '',
        ',',
        'group:default/logs',
        'mia, group:default/logs',
        'user:/x',
      ],
      expected:
        'references to Users with commas between them, such as user:default/maya-lund',
    },
  ],
  [
    'platform-product/review-target',
    {
      good: [
        'PT8H',
        'PT30M',
        'P1D',
        'P2W',
        'P1DT4H',
        'P3W4DT5H6M',
        'P30W40DT50H60M',
        ' PT8H ',
      ],
      bad: [
        '',
        'P',
        'PT',
        'P1DT',
        '8h',
        '8',
        'PT8',
        'P8H',
        'PT1D',
        'PT1Y',
        'PT8M8H',
        'P1D1W',
        'PH',
        'PTH',
        'PD',
        'PY',
        'P-1D',
        'PT1.5H',
        'pt8h',
        'xPT8H',
        'PT8Hx',
        // Nobody can say how many hours of work these are, or there are none.
        'PT90S',
        'P1M',
        'P1Y',
        'PT0H',
        'P0D',
      ],
      expected: 'business hours as an ISO 8601 duration, such as PT8H or P2D',
    },
  ],
  [
    'platform-product/ktlo-target',
    {
      good: [
        '0',
        '7',
        '30',
        '100',
        '99.5',
        '33.33 %',
        '30%',
        '100.0',
        ' 30 % ',
      ],
      bad: [
        '',
        '%',
        '-1',
        '101',
        '100.1',
        '1000',
        '0030',
        '.5',
        '5.',
        '30,5',
        '30%%',
        '30 % of it',
        'about 30',
      ],
      expected: 'a percentage from 0 to 100, such as 30',
    },
  ],
  [
    'platform-product/service',
    {
      // As the filter of services reads it.
      good: ['true', 'false', 'True', 'FALSE'],
      bad: ['', 'yes', '1', 'truest', 'untrue', ' true', 'false '],
      expected: "'true' or 'false'",
    },
  ],
];

describe('checkAnnotations', () => {
  describe.each(rules)('of %s', (annotation, { good, bad, expected }) => {
    it.each(good)('takes %j', value => {
      expect(checkAnnotations(entityWith({ [annotation]: value }))).toEqual([]);
    });

    it.each(bad)('tells that %j is malformed, and what was expected', value => {
      expect(checkAnnotations(entityWith({ [annotation]: value }))).toEqual([
        { annotation, value, expected },
      ]);
    });

    it.each([7, true, null, ['true']])(
      'takes no %j in place of a text',
      value => {
        expect(checkAnnotations(entityWith({ [annotation]: value }))).toEqual([
          { annotation, value: String(value), expected },
        ]);
      },
    );
  });

  it.each(rules)('is of one mind with who reads %s', (annotation, rule) => {
    const [name] = Object.entries(annotations).find(
      ([, value]) => value === annotation,
    )! as [AnnotationName, string];
    const read = (value: string) =>
      readAnnotation(entityWith({ [annotation]: value }), name);
    for (const value of rule.good) {
      expect([value, read(value)]).not.toEqual([value, undefined]);
      expect(isMalformedAnnotation(annotation, value)).toBe(false);
    }
    // Of a list, what can be used is used.
    for (const value of rule.bad.filter(text => !text.startsWith('mia, '))) {
      expect([value, read(value)]).toEqual([value, undefined]);
      expect(isMalformedAnnotation(annotation, value)).toBe(true);
    }
  });

  it('reads what it takes', () => {
    const values = {
      [annotations.level]: ' 2 ',
      [annotations.productManager]: 'USER:Maya',
      [annotations.vision]: ' HTTPS://EXAMPLE.COM/a ',
      [annotations.reviewers]: 'mia, group:default/logs user:x/Jan',
      [annotations.reviewTarget]: ' P1DT4H ',
      [annotations.ktloTarget]: '33.5 %',
      [annotations.service]: 'FALSE',
      [annotations.codeowners]: ' ./CODEOWNERS ',
    };
    const entity = entityWith(values);
    expect(
      (Object.keys(annotations) as AnnotationName[]).flatMap(name =>
        values[annotations[name] as keyof typeof values]
          ? [readAnnotation(entity, name)]
          : [],
      ),
    ).toEqual([
      2,
      'user:default/maya',
      'https://EXAMPLE.COM/a',
      './CODEOWNERS',
      ['user:default/mia', 'user:x/jan'],
      { duration: 'P1DT4H', hours: 12 },
      33.5,
      false,
    ]);
    expect(productFactsOf(entity)).toMatchObject({
      productManager: 'user:default/maya',
      vision: 'https://EXAMPLE.COM/a',
    });
    expect(isMalformedAnnotation('example.com/level', 'x')).toBe(false);
  });

  it('tells of each malformed annotation, and of no other', () => {
    const entity = entityWith({
      [annotations.level]: 'high',
      [annotations.vision]: 'https://example.com',
      [annotations.sla]: '99.9 %',
      [annotations.contributing]: 'docs/anything.md',
      'example.com/level': 'high',
    });
    expect(checkAnnotations(entity).map(problem => problem.annotation)).toEqual(
      [annotations.level, annotations.sla],
    );
  });

  it('finds nothing where there is nothing', () => {
    expect(checkAnnotations(entityWith({}))).toEqual([]);
    expect(checkAnnotations(entityWith())).toEqual([]);
  });
});

describe('isWebLink', () => {
  it.each(links.good)('is true of %j', value => {
    expect(isWebLink(value)).toBe(true);
  });

  it.each(links.bad)('is false of %j', value => {
    expect(isWebLink(value)).toBe(false);
  });

  it.each(['https:wiki/page', 'http:/wiki', 'HTTPS:page'])(
    'is false of %j, which leads into the page that it stands on',
    value => {
      expect(isWebLink(value)).toBe(false);
    },
  );
});
