import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  defaultLadder,
  EvidenceRule,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../../__testUtils__/entities';
import { hidingCatalog } from '../../../__testUtils__/hidingCatalog';
import { CatalogGraph } from '../../../catalog/CatalogGraph';
import { AnnotationCollector } from './AnnotationCollector';

const ladder = (...rules: EvidenceRule[]): Ladder => ({
  ...defaultLadder,
  criteria: rules.map((rule, index) => ({
    ...defaultLadder.criteria[0],
    id: `criterion-${index + 1}`,
    rule,
  })),
});

function create(rules: readonly EvidenceRule[], entities: Entity[] = []) {
  const { catalog, asked } = hidingCatalog({ entities });
  const collector = new AnnotationCollector({
    ladder: ladder(...rules),
    graph: new CatalogGraph({
      catalog,
      auth: mockServices.auth({ pluginId: 'platform-product' }),
    }),
  });
  const collect = (...annotations: Array<Record<string, unknown>>) =>
    collector.collect({
      services: annotations.map((own, index) => ({
        entityRef: `component:default/s${index}`,
        entity: serviceEntity(`s${index}`, {
          annotations: own as Record<string, string>,
        }),
      })),
      now: new Date('2026-06-01T12:00:00Z'),
      signal: new AbortController().signal,
    });
  return { collector, collect, asked };
}

/** What is found on one annotation, `a`, of one service. */
async function find(
  rule: Omit<Extract<EvidenceRule, { annotation: string }>, 'annotation'>,
  value: unknown,
) {
  const { collect } = create(
    [{ annotation: 'a', ...rule }],
    [userEntity('maya'), groupEntity('maya')],
  );
  const [{ result, summary, link }] = await collect(
    value === undefined ? {} : { a: value },
  );
  return [result, summary, ...(link === undefined ? [] : [link])];
}

it.each([
  ['platform-product/vision', '^https?://', 'HTTPS://example.com', 'pass'],
  ['platform-product/vision', undefined, 'example.com', 'fail'],
  ['platform-product/review-target', undefined, 'P1M', 'fail'],
  ['platform-product/review-target', undefined, 'PT8H', 'pass'],
  ['platform-product/level', undefined, 'two', 'fail'],
  ['example.com/level', undefined, 'two', 'pass'],
])(
  'is of one mind with who reads %s, wanted as %p: %p',
  async (annotation, matches, value, result) => {
    const { collect } = create([{ annotation, matches }], []);
    expect(await collect({ [annotation]: value })).toMatchObject([{ result }]);
  },
);

const unexpected = (quoted: string) =>
  `a is “${quoted}”, which is not as expected`;

describe('AnnotationCollector', () => {
  it.each([undefined, '', '  ', 3])(
    'fails what is not set, such as %j',
    async value => {
      expect(await find({}, value)).toEqual(['fail', 'a is not set']);
      expect(await find({ matches: '^$' }, value)).toEqual([
        'fail',
        'a is not set',
      ]);
    },
  );

  it.each<[string, string, string[]]>([
    ['text', ' on call ', ['pass', 'on call']],
    [
      'a link',
      'https://docs.example.com/a',
      ['pass', 'https://docs.example.com/a', 'https://docs.example.com/a'],
    ],
    [
      'a plain link',
      'HTTP://x.example',
      ['pass', 'HTTP://x.example', 'HTTP://x.example'],
    ],
    ['a link of another kind', 'mailto:a@b', ['pass', 'mailto:a@b']],
    ['a malformed link', 'https://', ['fail', unexpected('https://')]],
    ['a long text', 'x'.repeat(200), ['pass', 'x'.repeat(200)]],
    ['a longer text', 'x'.repeat(201), ['pass', `${'x'.repeat(200)}…`]],
  ])('takes %s', async (_, value, expected) => {
    expect(await find({}, value)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['^(one|two)$', 'two', ['pass', 'two']],
    ['^(one|two)$', 'three', ['fail', unexpected('three')]],
    ['wo', 'two', ['pass', 'two']],
    ['^https://', 'http://x.example', ['fail', unexpected('http://x.example')]],
    ['^$', 'x'.repeat(201), ['fail', unexpected(`${'x'.repeat(200)}…`)]],
  ])('holds against %s: %s', async (matches, value, expected) => {
    expect(await find({ matches }, value)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['maya', ['pass', 'user:default/maya']],
    ['User:Default/Maya', ['pass', 'user:default/maya']],
    ['max', ['fail', 'The catalog has no User “max”']],
    ['other/maya', ['fail', 'The catalog has no User “other/maya”']],
    ['group:maya', ['fail', 'The catalog has no User “group:maya”']],
    [':', ['fail', 'The catalog has no User “:”']],
    [
      'x'.repeat(201),
      ['fail', `The catalog has no User “${'x'.repeat(200)}…”`],
    ],
  ])('looks up the User %s', async (value, expected) => {
    expect(await find({ refKind: 'User' }, value)).toEqual(expected);
  });

  it('answers for every criterion that names an annotation, of every service', async () => {
    const { collector, collect, asked } = create(
      [
        { annotation: 'a' },
        { source: 'other' },
        { allOf: [{ annotation: 'a', matches: '^1$' }, { annotation: 'b' }] },
        { annotation: 'c', refKind: 'User' },
        { annotation: 'd', refKind: 'Group' },
      ],
      [userEntity('maya'), groupEntity('council')],
    );
    expect(collector.provides).toEqual([
      'annotation:a',
      'annotation:b',
      'annotation:c',
      'annotation:d',
    ]);
    const found = await collect(
      { a: '1', b: '2', c: 'maya', d: 'council' },
      { a: '2', c: 'council', d: 'maya' },
    );
    expect(
      found.map(({ entityRef, criterionId, source, result }) =>
        [entityRef, criterionId, source, result].join(' '),
      ),
    ).toEqual([
      'component:default/s0 criterion-1 annotation:a pass',
      'component:default/s0 criterion-3 annotation:a pass',
      'component:default/s0 criterion-3 annotation:b pass',
      'component:default/s0 criterion-4 annotation:c pass',
      'component:default/s0 criterion-5 annotation:d pass',
      'component:default/s1 criterion-1 annotation:a pass',
      'component:default/s1 criterion-3 annotation:a fail',
      'component:default/s1 criterion-3 annotation:b fail',
      'component:default/s1 criterion-4 annotation:c fail',
      'component:default/s1 criterion-5 annotation:d fail',
    ]);
    expect(asked).toEqual(['getEntitiesByRefs as service']);
  });

  it('asks the catalog nothing where nothing is referred to', async () => {
    const { collect, asked } = create([
      { annotation: 'a' },
      { annotation: 'c', refKind: 'User' },
    ]);
    await collect({ a: '1' }, { a: '2', c: ':' });
    expect(asked).toEqual([]);
  });
});
