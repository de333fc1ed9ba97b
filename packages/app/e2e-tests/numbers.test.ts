import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Page, test } from '@playwright/test';
import {
  entityParamsOf,
  PlatformProductClient,
  PortfolioItem,
} from '@platform-product/backstage-plugin-common';
import {
  isOpen,
  isOutsideReviewer,
} from '@platform-product/backstage-plugin-common/rules';
import { signIn } from './helpers';

/** A client of the backend in the name of whoever uses a page. */
async function clientOf(page: Page, who: string) {
  let authorization = '';
  page.on('request', request => {
    authorization = request.headers().authorization ?? authorization;
  });
  await signIn(page, who, '/platform-product');
  await expect(page.getByRole('row')).not.toHaveCount(0);
  return new PlatformProductClient({
    discoveryApi: {
      getBaseUrl: async id => `${new URL(page.url()).origin}/api/${id}`,
    },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: {
            ...Object.fromEntries(new Headers(init?.headers)),
            authorization,
          },
        }),
    },
  });
}

type Client = Awaited<ReturnType<typeof clientOf>>;

/** All that the API says of one service. */
async function readService(client: Client, item: PortfolioItem) {
  const input = { params: entityParamsOf(item.entityRef) };
  const [
    maturity,
    roster,
    times,
    scores,
    feedback,
    contributing,
    notices,
    measures,
  ] = await Promise.all([
    client.call('getMaturity', input),
    client.call('getRoster', input),
    client.call('getReviewTimes', input),
    client.call('getSatisfaction', input),
    client.call('listFeedback', input),
    client.call('getContributing', input),
    client.call('listNotices', { ...input, query: { limit: 200 } }),
    client.call('getNoticeMeasures', input),
  ]);
  const criteria = maturity.levels.flatMap(level => level.criteria);
  /** What a source has found, in its words. */
  const foundBy = (source: string) =>
    criteria
      .flatMap(({ evidence }) => evidence)
      .find(evidence => evidence.source === source)?.summary;
  return {
    item,
    maturity,
    roster,
    times,
    scores,
    feedback,
    contributing,
    notices: notices.items,
    measures,
    foundBy,
  };
}

type Read = Awaited<ReturnType<typeof readService>>;

const numberIn = (text: string | undefined, pattern: RegExp) => {
  const found = text && pattern.exec(text)?.[1];
  return found === undefined || found === '' ? undefined : Number(found);
};

/**
 * Numbers that stand in two places, by the names that the docs have for them: what the
 * two say of a service. Undefined where one of them says nothing.
 */
const numbers: Readonly<Record<string, (read: Read) => unknown[]>> = {
  Level: ({ item, maturity }) => [item.level, maturity.level],
  'Level without waivers': ({ item, maturity }) => [
    item.levelWithoutWaivers,
    maturity.levelWithoutWaivers,
  ],
  'Level by measurement alone': ({ item, maturity }) => [
    item.measuredLevel,
    maturity.measuredLevel,
  ],
  'Criteria that hold it back': ({ item, maturity }) => [
    item.heldBackBy,
    maturity.heldBackBy,
    maturity.levels
      .find(({ level }) => level === maturity.level + 1)
      ?.criteria.filter(({ state }) => state === 'missing')
      .map(({ id }) => id) ?? [],
  ],
  'At risk': ({ item, maturity }) => [
    item.atRisk ?? null,
    maturity.atRisk ?? null,
  ],
  'Reviewers from outside': ({ roster, foundBy }) => [
    roster.items.filter(isOutsideReviewer).length,
    numberIn(foundBy('outside-reviewers'), /^(\d+) active/),
  ],
  'First reviews in time': ({ times, foundBy }) => [
    times.waiting.total || undefined,
    numberIn(foundBy('timely-reviews'), / of (\d+) in time/),
  ],
  'Promised review time': ({ times, contributing }) => [
    times.promise.guide?.hours,
    contributing.coverage.find(({ question }) => question === 'responseTime')
      ?.promisedHours,
  ],
  'Overdue reviews': ({ times }) => [
    times.overdue.length,
    times.waiting.overdue,
  ],
  'Satisfaction round': ({ item, scores }) => [
    item.satisfaction?.roundId,
    scores.scoresOf,
  ],
  'Ratings of a feature': ({ scores }) => [
    scores.features.map(({ score }) => score?.n),
    scores.features.map(({ score }) =>
      score?.counts.reduce((sum, count) => sum + count, 0),
    ),
  ],
  'Feedback by status': ({ feedback }) => [
    feedback.totalItems,
    Object.values(feedback.counts).reduce((sum, count) => sum + count, 0),
  ],
  'Open notices': ({ item, notices }) => [
    item.openNotices ?? 0,
    notices.filter(notice => notice.publishedAt && isOpen(notice)).length,
  ],
  'Time to notify': ({ item, measures }) => [
    item.noticeMeasures?.timeToNotify,
    measures.timeToNotify,
  ],
  'Entities that answered': ({ measures, notices }) => [
    measures.answers.given,
    notices.reduce((sum, { reach }) => sum + (reach?.answered ?? 0), 0),
  ],
};

test('the docs name all numbers that stand in two places', () => {
  const docs = readFileSync(
    join(__dirname, '../../../docs/portfolio.md'),
    'utf8',
  );
  const [, table = ''] = docs.split('## One number, one truth');
  const named = [...table.matchAll(/^\| (?!number|-)(.+?) +\|/gm)].map(
    ([, name]) => name,
  );
  expect(named).toEqual(Object.keys(numbers));
});

test('what stands in two places is one number, over the whole demo', async ({
  page,
}) => {
  const client = await clientOf(page, 'Ada Kovač');
  await expect(async () => {
    const { items, totalItems } = await client.call('listPortfolio', {
      params: {},
      query: { limit: 100 },
    });
    expect(totalItems).toBe(40);
    for (const item of items) {
      const read = await readService(client, item);
      for (const [name, sayings] of Object.entries(numbers)) {
        const [first, ...others] = sayings(read).filter(
          saying => saying !== undefined,
        );
        for (const other of others) {
          expect([item.title, name, other]).toEqual([item.title, name, first]);
        }
      }
    }
    const summary = await client.call('getPortfolioSummary', { params: {} });
    expect(summary.levels.map(({ level, count }) => [level, count])).toEqual(
      summary.levels.map(({ level }) => [
        level,
        items.filter(item => item.level === level).length,
      ]),
    );
    expect(summary.atRisk).toBe(items.filter(({ atRisk }) => atRisk).length);
    // A sweep between two answers may have moved something.
  }).toPass({ timeout: 50_000 });
});

test('pages say what the API says', async ({ page }) => {
  const client = await clientOf(page, 'Ada Kovač');
  const { items } = await client.call('listPortfolio', {
    params: {},
    query: { limit: 50 },
  });
  for (const item of items.slice(0, 50)) {
    const row = page.getByRole('row').filter({
      has: page.getByRole('link', { name: item.title, exact: true }),
    });
    await expect(row).toContainText(`Level ${item.level}`);
    if (item.heldBackByTitle) {
      await expect(row).toContainText(item.heldBackByTitle);
    }
    if (item.satisfaction) {
      await expect(row).toContainText(item.satisfaction.roundId);
    }
  }
  const scored = items.filter(({ satisfaction }) => satisfaction).slice(0, 3);
  for (const item of scored) {
    const { namespace, kind, name } = entityParamsOf(item.entityRef);
    await page.goto(`/catalog/${namespace}/${kind}/${name}`);
    await expect(
      page.getByText(`Level ${item.level}`, { exact: false }).first(),
    ).toBeVisible();
    await page.goto(`/catalog/${namespace}/${kind}/${name}/maturity`);
    const title = new RegExp(`^Level ${item.level} ·`);
    await expect(
      page.getByRole('heading', { name: title, level: 2 }),
    ).toBeVisible();
    if (item.heldBackBy.length) {
      await expect(
        page
          .getByRole('region', { name: /^To reach level/ })
          .getByRole('listitem'),
      ).toHaveCount(item.heldBackBy.length);
    }
  }
});
