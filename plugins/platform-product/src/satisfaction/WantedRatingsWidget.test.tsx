import { createExtensionTester } from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { Home, WantedRating } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import plugin from '..';
import { buttonsIn, pressTwice } from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { quietHome } from '../__testUtils__/portfolio';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { round } from '../__testUtils__/satisfaction';

const wanted = (
  name: string,
  more: Partial<WantedRating> = {},
): WantedRating => ({
  entityRef: `component:default/${name}`,
  title: `The ${name}`,
  isInvited: false,
  isNoted: true,
  ...more,
});

const homeOf = (
  ratings: WantedRating[],
  totalRatings = ratings.length,
): Home => ({
  ...quietHome,
  ratings,
  totalRatings,
});

function renderWidget(home: Home, answers: Answers = {}) {
  const widget = createExtensionTester(
    plugin.getExtension('home-page-widget:platform-product/wanted-ratings'),
  ).get(homePageWidgetDataRef);
  return renderWithApi(widget.component, {
    getHome: home,
    noteInvitation: done,
    ...answers,
  });
}

const texts = async () =>
  (await screen.findAllByRole('listitem')).map(
    ({ textContent }) => textContent,
  );

describe('ratings that are wanted', () => {
  it('come with until when, and with who asks for them', async () => {
    const call = renderWidget(
      homeOf([wanted('logs', { isInvited: true }), wanted('metrics')]),
    );
    expect(await texts()).toEqual([
      'The logsits team asks for itRate itNot this time',
      'The metricsRate itNot this time',
    ]);
    expect(screen.getByText('Your rating is wanted')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Platforms that you use or follow. Five questions each, under a minute; until Dec 31, 2026.',
      ),
    ).toBeInTheDocument();
    expect(buttonsIn(screen.getByRole('list'))).toEqual([
      'Rate it: The logs',
      'Not this time: The logs',
      'Rate it: The metrics',
      'Not this time: The metrics',
    ]);
    expect(sent(call, 'getHome')).toEqual([{ params: {} }]);
    expect(screen.getByText('The metrics').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/metrics',
    );
  });

  it.each([
    [5, 5, undefined],
    [6, 6, '1 more when these are answered.'],
    [50, 61, '56 more when these are answered.'],
  ])('are five at once, of %d and %d', async (given, total, text) => {
    const ratings = Array.from({ length: given }, (_, index) =>
      wanted(`service-${index}`),
    );
    renderWidget(homeOf(ratings, total));
    expect(await texts()).toHaveLength(5);
    expect(screen.queryByText(/more when these/)?.textContent).toBe(text);
  });

  it('are noted as news once, where they are shown and it is not known yet', async () => {
    const ratings = [1, 2, 3, 4, 5, 6].map(index =>
      wanted(`service-${index}`, { isNoted: ![2, 4, 6].includes(index) }),
    );
    const call = renderWidget(homeOf(ratings));
    await texts();
    expect(writes(call)).toEqual(
      ['service-2', 'service-4'].map(name => [
        'noteInvitation',
        { params: { ...params, name }, body: { outcome: 'seen' } },
      ]),
    );
  });

  it('are shown whether or not that can be noted', async () => {
    renderWidget(homeOf([wanted('logs', { isNoted: false })]), {
      noteInvitation: new Error('Nobody may'),
    });
    await texts();
    expect(screen.queryByText('Nobody may')).not.toBeInTheDocument();
  });

  it('can be declined once, and are looked at again', async () => {
    const call = renderWidget(homeOf([wanted('logs'), wanted('metrics')]));
    pressTwice(
      await screen.findByRole('button', { name: 'Not this time: The metrics' }),
    );
    expect(
      await screen.findByText(
        'Noted. You will not be asked again in this round.',
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'noteInvitation',
        {
          params: { ...params, name: 'metrics' },
          body: { outcome: 'declined' },
        },
      ],
    ]);
    await waitFor(() => expect(sent(call, 'getHome')).toHaveLength(2));
  });

  it('can be given on the spot, and are looked at again', async () => {
    const call = renderWidget(homeOf([wanted('logs'), wanted('metrics')]), {
      getMyAnswer: { round, contact: 'seen' },
      putMyAnswer: done,
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Rate it: The metrics' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'How is The metrics for you?',
      }),
    );
    fireEvent.click((await dialog.findAllByLabelText('4'))[0]);
    fireEvent.click(dialog.getByText('Save answer'));
    await waitFor(() => expect(sent(call, 'getHome')).toHaveLength(2));
    expect(sent(call, 'getMyAnswer', 'putMyAnswer')).toMatchObject([
      { params: { name: 'metrics' } },
      { params: { name: 'metrics' }, body: { ratings: { leverage: 4 } } },
    ]);
  });

  it.each<[string, Home, string]>([
    [
      'in a round',
      quietHome,
      'Nothing to rate. Platforms that your services depend on, or that you follow, appear here once a round.',
    ],
    [
      'between rounds',
      { ...quietHome, round: undefined },
      'No round of ratings is open at the moment.',
    ],
  ])('are none %s, which is said', async (_, home, text) => {
    renderWidget(home);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('keep their shape while they load', async () => {
    renderWidget(quietHome, { getHome: undefined });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('say what failed, and try again', async () => {
    let isAway = true;
    renderWidget(quietHome, {
      getHome: () => (isAway ? new Error('The catalog is away') : quietHome),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The ratings that are wanted could not be loaded.The catalog is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText(/^Nothing to rate/)).toBeInTheDocument();
  });
});
