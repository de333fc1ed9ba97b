import { Home } from '@platform-product/backstage-plugin-common';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { done, sent } from '../__testUtils__/answerWith';
import { quietHome } from '../__testUtils__/portfolio';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { HomeContent } from './HomeContent';
import { PlatformsIcon } from './PlatformsIcon';

const waitingFor = (totalItems: number, totalRatings = 0): Home => ({
  ...quietHome,
  waiting: { items: [], counts: {}, totalItems },
  totalRatings,
});

afterEach(() => jest.useRealTimers());

describe('the icon in the navigation', () => {
  it.each<[Home, string, string]>([
    [waitingFor(1), '1', '1 thing is waiting for you'],
    [waitingFor(4, 7), '5', '5 things are waiting for you'],
    [waitingFor(120), '99+', '120 things are waiting for you'],
  ])('says how much waits', async (getHome, number, label) => {
    renderWithApi(
      <nav>
        <PlatformsIcon />
      </nav>,
      { getHome },
    );
    const count = await screen.findByRole('img', { name: label });
    expect(count).toHaveTextContent(number);
  });

  it('describes the link that it is in, which has a name of its own', async () => {
    renderWithApi(
      <nav>
        <a href="/platform-product" aria-label="Platforms">
          <PlatformsIcon />
        </a>
      </nav>,
      { getHome: waitingFor(2) },
    );
    const link = await screen.findByRole('link', { name: 'Platforms' });
    await waitFor(() =>
      expect(link).toHaveAttribute(
        'aria-description',
        '2 things are waiting for you',
      ),
    );
  });

  it('has the page beside it load again once it counts something else', async () => {
    jest.useFakeTimers();
    let home = waitingFor(1);
    const call = renderWithApi(
      <>
        <nav>
          <PlatformsIcon />
        </nav>
        <HomeContent />
      </>,
      { getHome: () => home },
    );
    const title = (text: string) => screen.findByRole('region', { name: text });
    await title('Waiting for you · 1');
    const before = sent(call, 'getHome').length;
    home = waitingFor(3);
    // Whoever has looked last is not the one that looks next.
    await act(() => jest.advanceTimersByTimeAsync(2 * 5 * 60_000));
    await title('Waiting for you · 3');
    // Once for the number, once for the page.
    expect(sent(call, 'getHome')).toHaveLength(before + 2);
  });

  it.each([
    ['nothing waits', quietHome],
    ['that can’t be told', new Error('The catalog is away')],
  ])('says nothing where %s', async (_, getHome) => {
    const call = renderWithApi(
      <nav>
        <PlatformsIcon />
      </nav>,
      { getHome },
    );
    await waitFor(() => expect(sent(call, 'getHome')).toHaveLength(1));
    expect(
      screen.queryByRole('img', { name: /waiting/ }),
    ).not.toBeInTheDocument();
  });

  it('goes down once something is done on the page beside it', async () => {
    let home: Home = {
      ...waitingFor(0, 1),
      ratings: [
        {
          entityRef: 'component:default/logs',
          title: 'Logs',
          isInvited: false,
          isNoted: true,
        },
      ],
    };
    renderWithApi(
      <>
        <nav>
          <PlatformsIcon />
        </nav>
        <HomeContent />
      </>,
      { getHome: () => home, noteInvitation: done },
    );
    expect(
      await screen.findByRole('img', { name: '1 thing is waiting for you' }),
    ).toBeInTheDocument();
    home = quietHome;
    fireEvent.click(await screen.findByText('Not this time'));
    await waitFor(() =>
      expect(
        screen.queryByRole('img', { name: /waiting/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('looks once, however many of it there are', async () => {
    const call = renderWithApi(
      <>
        <PlatformsIcon />
        <PlatformsIcon />
      </>,
      { getHome: quietHome },
    );
    await waitFor(() => expect(sent(call, 'getHome')).toHaveLength(1));
  });

  it('looks again every five minutes, while it is seen', async () => {
    jest.useFakeTimers();
    const call = renderWithApi(
      <nav>
        <PlatformsIcon />
      </nav>,
      { getHome: quietHome },
    );
    await act(() => jest.advanceTimersByTimeAsync(5 * 60_000 + 1));
    expect(sent(call, 'getHome')).toHaveLength(2);
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await act(() => jest.advanceTimersByTimeAsync(5 * 60_000));
    expect(sent(call, 'getHome')).toHaveLength(2);
    hidden.mockRestore();
  });
});
