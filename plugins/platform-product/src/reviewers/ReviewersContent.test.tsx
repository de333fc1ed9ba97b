import { ReviewerListItem } from '@platform-product/backstage-plugin-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill } from '../__testUtils__/actions';
import { Answers, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { Persona, personas } from '../__testUtils__/personas';
import { pageOf, service } from '../__testUtils__/portfolio';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noSuggestions } from '../__testUtils__/reviewers';
import { ReviewersContent } from './ReviewersContent';

const noor: ReviewerListItem = {
  entityRef: 'component:default/logs',
  title: 'Logs of all',
  userRef: 'user:default/noor',
  role: 'reviewer',
  paths: ['/charts/'],
  openReviews: 1,
  maxOpenReviews: 3,
  onRotation: true,
  timeZone: 'Asia/Beirut',
  awayUntil: '2026-12-01',
};

const renderReviewers = (answers: Answers = {}) =>
  renderWithApi(<ReviewersContent />, {
    listPortfolio: pageOf([
      { ...service, owner: 'group:default/logs-team' },
      { ...service, entityRef: 'component:default/shop', title: 'Shop' },
    ]),
    listReviewers: pageOf([noor]),
    getAccess: personas.consumer,
    ...answers,
  });

const list = () => screen.findByRole('region', { name: 'All reviewers' });
const queries = (call: ReturnType<typeof renderReviewers>) =>
  sent(call, 'listReviewers').map(({ query }) => query);

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

describe('all reviewers', () => {
  it('come with their service, terms, load and place', async () => {
    const call = renderReviewers({
      listReviewers: pageOf([
        noor,
        {
          ...noor,
          userRef: 'user:default/kim',
          role: 'approver',
          paths: [],
          openReviews: 0,
          awayUntil: undefined,
          onRotation: false,
        },
      ]),
    });
    await screen.findByText('noor');
    const rows = within(await list())
      .getAllByRole('row')
      .map(row => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Platform', 'Who', 'Role', 'Open reviews', 'When'],
      [
        'Logs of all',
        'noor',
        'reviewer · /charts/',
        '1 of 3 open',
        'Beirutaway until Dec 1, 2026',
      ],
      [
        'Logs of all',
        'kim',
        'approver · everything',
        '0 of 3 open',
        'Beiruttakes no new reviews',
      ],
    ]);
    expect(queries(call)).toEqual([{ text: undefined, cursor: undefined }]);
    expect(screen.getAllByText('Logs of all')[0].closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/logs',
    );
    expect(screen.getByText('kim').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/user/kim',
    );
  });

  it('keep their shape while they load', async () => {
    renderReviewers({ listReviewers: undefined });
    expect(
      within(await list()).getByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('say what failed, and try again', async () => {
    let isAway = true;
    renderReviewers({
      listReviewers: () =>
        isAway ? new Error('The database is away') : pageOf([noor]),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The reviewers could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('noor')).toBeInTheDocument();
  });

  it('are searched for what was typed, from the first page on', async () => {
    const call = renderReviewers({
      listReviewers: ({ query }) =>
        query?.text ? pageOf([]) : pageOf([noor], { nextCursor: 'next' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    await screen.findByRole('button', { name: 'First page' });
    fill(screen.getByLabelText('Search people and platforms'), ' chloé ');
    expect(await screen.findByText('Nobody matches.')).toBeInTheDocument();
    expect(queries(call).at(-1)).toEqual({ text: 'chloé', cursor: undefined });
    expect(buttonsIn(await list())).toEqual([]);
  });

  it('are none, which is told with the first step', async () => {
    renderReviewers({ listReviewers: pageOf([]) });
    expect(
      await screen.findByText('Nobody reviews for any platform yet.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'On a platform’s Contribute tab, people offer to review and owners invite them.',
      ),
    ).toBeInTheDocument();
  });

  it('go on to the next page, and back to the first', async () => {
    const call = renderReviewers({
      listReviewers: ({ query }) =>
        query?.cursor
          ? pageOf([{ ...noor, userRef: 'user:default/kim' }])
          : pageOf([noor], { nextCursor: 'next' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('kim')).toBeInTheDocument();
    expect(buttonsIn(await list())).toEqual(['First page']);
    fireEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(await screen.findByText('noor')).toBeInTheDocument();
    expect(buttonsIn(await list())).toEqual(['Next page']);
    expect(queries(call).map(query => query?.cursor)).toEqual([
      undefined,
      'next',
      undefined,
    ]);
  });
});

describe('finding a reviewer for any platform', () => {
  async function pickLogs(name = 'Logs') {
    const picker = await screen.findByRole('combobox', { name: 'Platform' });
    act(() => picker.focus());
    fireEvent.keyDown(picker, { key: 'ArrowDown' });
    fireEvent.click(await screen.findByRole('option', { name }));
    return screen.findByRole('region', { name: 'Who should review?' });
  }

  it('begins with picking one', async () => {
    renderReviewers();
    const part = await screen.findByRole('region', {
      name: 'Find a reviewer for any platform',
    });
    expect(part).toHaveTextContent('Pick a platform to ask about a change.');
    expect(screen.queryByText('Who should review?')).not.toBeInTheDocument();
  });

  it.each<[Persona, string[]]>([
    ['consumer', ['Find', 'Ask noor']],
    ['owner', ['Find', 'Ask noor']],
    ['reader', ['Find']],
    ['nobody', ['Find']],
  ])('asks about it, as a %s', async (persona, buttons) => {
    const call = renderReviewers({
      getAccess: personas[persona],
      suggestReviewers: {
        ...noSuggestions,
        suggestions: [{ ...noor, isOutside: false, reasons: [] }],
      },
    });
    const finder = await pickLogs();
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(finder).toHaveTextContent('1 of 3 open'));
    expect(buttonsIn(finder)).toEqual(buttons);
    expect(sent(call, 'getAccess', 'suggestReviewers')).toMatchObject([
      { params },
      { params },
    ]);
  });

  it('asks nothing of those who are no users, whatever a policy says', async () => {
    renderReviewers({
      getAccess: { ...personas.consumer, user: undefined },
      suggestReviewers: {
        ...noSuggestions,
        suggestions: [{ ...noor, isOutside: false, reasons: [] }],
      },
    });
    const finder = await pickLogs();
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(finder).toHaveTextContent('1 of 3 open'));
    expect(buttonsIn(finder)).toEqual(['Find']);
  });

  it('forgets what was found for another platform', async () => {
    renderReviewers({ suggestReviewers: noSuggestions });
    const finder = await pickLogs();
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(finder).toHaveTextContent(/^.*Nobody on the/));
    expect(await pickLogs('Shop')).not.toHaveTextContent('Nobody on the');
  });

  it('offers what the backend found, whatever it is called', async () => {
    renderReviewers();
    const picker = await screen.findByRole('combobox', { name: 'Platform' });
    act(() => picker.focus());
    fill(picker, 'observability');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Logs',
      'Shop',
    ]);
  });

  it('says which was picked, and keeps it with what was typed for it', async () => {
    renderReviewers({
      listPortfolio: ({ query }) =>
        pageOf(query?.text === 'nothing' ? [] : [service]),
    });
    const finder = await pickLogs();
    const picker = screen.getByRole('combobox', { name: 'Platform' });
    expect(picker).toHaveValue('Logs');
    const paths = within(finder).getByRole('textbox');
    fill(paths, 'a.ts');
    act(() => picker.focus());
    fill(picker, 'nothing');
    act(() => picker.blur());
    await waitFor(() => expect(picker).toHaveValue('Logs'));
    expect(within(finder).getByRole('textbox')).toHaveValue('a.ts');
  });

  it('says whom to ask where there is nobody', async () => {
    renderReviewers({ suggestReviewers: noSuggestions });
    const finder = await pickLogs();
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() =>
      expect(finder).toHaveTextContent(
        'To change something here, ask logs-team',
      ),
    );
  });

  it('looks for platforms by what was typed', async () => {
    const call = renderReviewers();
    const picker = await screen.findByRole('combobox', { name: 'Platform' });
    fill(picker, ' shop ');
    await waitFor(() =>
      expect(sent(call, 'listPortfolio').map(({ query }) => query)).toEqual([
        { text: undefined, limit: 20 },
        { text: 'shop', limit: 20 },
      ]),
    );
  });

  it('says why there are no platforms', async () => {
    renderReviewers({ listPortfolio: new Error('The catalog is away') });
    expect(await screen.findByText('The catalog is away')).toBeInTheDocument();
  });
});
