import './__testUtils__/fewTimeZones';
import { JSX } from 'react';
import { AnyApiFactory } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { answerWith, done } from './__testUtils__/answerWith';
import { levelOne } from './__testUtils__/maturity';
import { personas } from './__testUtils__/personas';
import { pageOf, quietHome, summary } from './__testUtils__/portfolio';
import { logs, params } from './__testUtils__/renderExtension';
import {
  emptyRoster,
  noGuide,
  noReviews,
  noTimes,
} from './__testUtils__/reviewers';
import {
  noFeedback,
  noResearch,
  noScores,
  round,
} from './__testUtils__/satisfaction';
import {
  EntityContributeContent,
  EntityMaturityCard,
  EntityMaturityContent,
  EntitySatisfactionCard,
  EntitySatisfactionContent,
  platformProductApiRef,
  platformProductPlugin,
  PlatformProductPage,
  WaitingContent,
  WantedRatingsContent,
} from './legacy';

async function renderLegacy(Content: () => JSX.Element) {
  const call = answerWith({
    getAccess: personas.consumer,
    getMaturity: levelOne,
    getLevelHistory: pageOf([]),
    getFollow: { isFollowing: false, followers: 3, muted: [] },
    getContributing: noGuide,
    getRoster: emptyRoster,
    getReviewTimes: noTimes,
    getSatisfaction: noScores,
    getMyAnswer: { round },
    noteInvitation: done,
    listFeedback: noFeedback,
    listResearch: noResearch,
    getPortfolioSummary: summary,
    listPortfolio: pageOf([]),
    listRollUps: { rounds: [], items: [] },
    listAllWaivers: pageOf([]),
    listReviewers: pageOf([]),
    getMyReviews: noReviews,
    getHome: quietHome,
  });
  await renderInTestApp(
    <TestApiProvider apis={[[platformProductApiRef, { call } as never]]}>
      <Routes>
        <Route
          path="/*"
          element={
            <EntityProvider entity={logs}>
              <Content />
            </EntityProvider>
          }
        />
      </Routes>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return call;
}

describe('in the legacy frontend system', () => {
  it.each([
    [
      'the maturity tab',
      EntityMaturityContent,
      'To reach level 2 · 0 of 1 met',
    ],
    ['the contribute tab', EntityContributeContent, 'Who should review?'],
    ['the satisfaction tab', EntitySatisfactionContent, 'How is it for you?'],
    ['the maturity card', EntityMaturityCard, 'Level 1'],
    ['the satisfaction card', EntitySatisfactionCard, 'Nobody was asked yet'],
    ['what waits', WaitingContent, 'Nothing is waiting for you.'],
    ['ratings that are wanted', WantedRatingsContent, /^Nothing to rate/],
  ])('%s shows the same', async (_, Content, text) => {
    await renderLegacy(Content);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('the page has all tabs, in their order', async () => {
    await renderLegacy(PlatformProductPage);
    expect(await screen.findByText('Platforms')).toBeInTheDocument();
    const tabs = screen.getAllByRole('tab');
    const texts: [string, string | RegExp][] = [
      ['Services', 'There are no services yet.'],
      ['Satisfaction', /^No scores are published yet/],
      ['Waivers', /^Nobody has asked for a waiver yet/],
      ['Reviewers', 'Nobody reviews for any platform yet.'],
      ['My reviews', 'When you can review'],
      ['For you', 'Nothing is waiting for you.'],
    ];
    expect(tabs.map(({ textContent }) => textContent)).toEqual(
      texts.map(([name]) => name),
    );
    for (const [index, [, text]] of texts.entries()) {
      fireEvent.click(tabs[index]);
      expect(await screen.findByText(text)).toBeInTheDocument();
    }
  });

  it('the API talks to the backend that is discovered', async () => {
    const [{ api, factory }] = [
      ...platformProductPlugin.getApis(),
    ] as AnyApiFactory[];
    expect(api.id).toBe(platformProductApiRef.id);
    const fetch = jest.fn(async () => Response.json({ level: 2 }));
    const client = factory({
      discoveryApi: {
        getBaseUrl: async (id: string) => `https://backstage.example/api/${id}`,
      },
      fetchApi: { fetch },
    }) as typeof platformProductApiRef.T;
    expect(await client.call('getMaturity', { params })).toEqual({ level: 2 });
    expect(fetch).toHaveBeenCalledWith(
      'https://backstage.example/api/platform-product/entities/component/default/logs/maturity',
      expect.objectContaining({ method: 'GET' }),
    );
  });
});
