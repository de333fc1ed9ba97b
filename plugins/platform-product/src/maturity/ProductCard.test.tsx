import {
  Maturity,
  ProductFacts,
} from '@platform-product/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { guide, levelOne } from '../__testUtils__/maturity';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { ProductCard } from './ProductCard';

const nothing: ProductFacts = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  owners: [],
};

async function factsOf(facts: ProductFacts, maturity?: Maturity) {
  renderWithApi(
    <ProductCard facts={facts} maturity={maturity} follow="3 follow it" />,
    {},
  );
  const card = await screen.findByRole('region', { name: 'Product' });
  const names = [...card.querySelectorAll('dt')];
  return Object.fromEntries(
    names.map(name => {
      const value = name.nextElementSibling!;
      const link = value.querySelector('a')?.getAttribute('href');
      return [name.textContent, [value.textContent, link].filter(Boolean)];
    }),
  );
}

describe('the service as a product', () => {
  it('shows who answers for it, where it is going, and who uses it', async () => {
    const facts = await factsOf(
      {
        ...nothing,
        owners: ['group:default/logs-team', 'group:default/shop'],
        productManager: 'user:default/maya',
        vision: 'https://example.com/vision',
        roadmap: 'https://example.com/roadmap',
        sla: 'https://example.com/sla',
        support: 'https://example.com/support',
      },
      {
        ...levelOne,
        levels: [
          {
            ...levelOne.levels[0],
            criteria: [
              {
                ...guide,
                evidence: ['followers', 'consumers'].map(source => ({
                  criterionId: 'consumers-known',
                  source,
                  result: 'pass',
                  summary: `14 ${source}`,
                  firstSeenAt: '2026-11-18T12:00:00.000Z',
                  lastSeenAt: '2026-11-18T12:00:00.000Z',
                })),
              },
            ],
          },
        ],
      },
    );
    expect(facts).toEqual({
      'Product manager': ['maya', '/catalog/default/user/maya'],
      Owner: ['logs-team, shop', '/catalog/default/group/logs-team'],
      Vision: ['read', 'https://example.com/vision'],
      Roadmap: ['open', 'https://example.com/roadmap'],
      SLA: ['terms', 'https://example.com/sla'],
      Support: ['ask', 'https://example.com/support'],
      'Used by': ['14 consumers'],
      Followers: ['3 follow it'],
    });
  });

  it('says what is not set', async () => {
    expect(await factsOf(nothing, levelOne)).toEqual({
      'Product manager': ['not set'],
      Owner: ['not set'],
      Vision: ['not set'],
      Roadmap: ['not set'],
      SLA: ['not set'],
      Support: ['not set'],
      'Used by': ['not set'],
      Followers: ['3 follow it'],
    });
  });

  it.each([
    [
      'pass',
      ['3 of 12 items moved', '/catalog/default/component/logs/updates'],
    ],
    ['unknown', ['open', 'https://example.com/roadmap']],
  ] as const)(
    'leads to the roadmap that is kept here, where its evidence says %s',
    async (result, roadmap) => {
      const facts = await factsOf(
        { ...nothing, roadmap: 'https://example.com/roadmap' },
        {
          ...levelOne,
          levels: [
            {
              ...levelOne.levels[0],
              criteria: [
                {
                  ...guide,
                  evidence: [
                    {
                      criterionId: 'vision-roadmap',
                      source: 'roadmap',
                      result,
                      summary: '3 of 12 items moved',
                      firstSeenAt: '2026-11-18T12:00:00.000Z',
                      lastSeenAt: '2026-11-18T12:00:00.000Z',
                    },
                  ],
                },
              ],
            },
          ],
        },
      );
      expect(facts.Roadmap).toEqual(roadmap);
    },
  );
});
