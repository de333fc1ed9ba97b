import { RollUps } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { pick } from '../__testUtils__/actions';
import { Answers, sent } from '../__testUtils__/answerWith';
import { addressed, renderWithApi } from '../__testUtils__/renderWithApi';
import { score } from '../__testUtils__/satisfaction';
import { RollUpsContent } from './RollUpsContent';

const good = (share: number, n: number) => ({
  ...score,
  n,
  good: { share, low: share - 0.2, high: share + 0.1 },
});

const sums: RollUps = {
  roundId: '2026-Q3',
  rounds: ['2026-Q4', '2026-Q3'],
  items: [
    {
      name: 'system:default/shop',
      services: 1,
      features: { cost: good(0.5, 7), latency: good(0.25, 8) },
    },
    {
      name: 'system:default/observability',
      services: 3,
      features: { leverage: good(0.8, 41) },
    },
  ],
};

const renderSums = (listRollUps: Answers['listRollUps'] = sums, route = '/') =>
  renderWithApi(<RollUpsContent />, { listRollUps }, { route });

const queries = (call: ReturnType<typeof renderSums>) =>
  sent(call, 'listRollUps').map(({ query }) => query);

describe('scores across platforms', () => {
  it('are added up by what the address asks for, in the order of names', async () => {
    const call = renderSums(sums, '/?by=system&round=2026-Q3');
    const table = await screen.findByRole('table', {
      name: 'Satisfaction across platforms',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => [...row.children].map(({ textContent }) => textContent)),
    ).toEqual([
      [
        'System',
        'Platforms',
        'Leverage',
        'Usability',
        'Reliability',
        'Cost',
        'Latency',
      ],
      [
        'observability',
        '3',
        '80% of 41(60%–90%)',
        'hidden',
        'hidden',
        'hidden',
        'hidden',
      ],
      [
        'shop',
        '1',
        'hidden',
        'hidden',
        'hidden',
        '50% of 7(30%–60%)',
        '25% of 8(5%–35%)',
      ],
    ]);
    expect(
      screen.getByText(
        'Good ratings in 2026-Q3, of platforms with published scores',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Totals include only published scores of platforms you can see.',
      ),
    ).toBeInTheDocument();
    expect(within(table).getByText('shop').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    const bar = table.querySelector<HTMLElement>('[style]');
    expect(bar?.style.width).toBe('80%');
    expect(queries(call)).toEqual([{ by: 'system', round: '2026-Q3' }]);
  });

  it.each([
    ['owner', 'owner', 'Owner'],
    ['system', 'system', 'System'],
    ['domain', 'domain', 'Domain'],
    ['all platforms', 'all', 'All'],
  ])('can be added up by %s', async (option, by, column) => {
    const start = by === 'owner' ? 'all' : 'owner';
    const call = renderSums(sums, `/?by=${start}&round=2026-Q3`);
    await screen.findByRole('table');
    await pick(screen.getByLabelText('Group by'), option);
    expect(
      await screen.findByRole('columnheader', { name: column }),
    ).toBeInTheDocument();
    expect(queries(call)).toEqual([
      { by: start, round: '2026-Q3' },
      { by, round: '2026-Q3' },
    ]);
    expect(addressed()).toBe(`?by=${by}&round=2026-Q3`);
  });

  it('keep their old heading until the new ones are there', async () => {
    renderSums(
      ({ query }) => (query?.by === 'system' ? new Promise(() => {}) : sums),
      '/',
    );
    await screen.findByRole('columnheader', { name: 'Owner' });
    await pick(screen.getByLabelText('Group by'), 'system');
    expect(
      screen.getByRole('columnheader', { name: 'Owner' }),
    ).toBeInTheDocument();
  });

  it('go by owner where the address asks for nothing that is known', async () => {
    const call = renderSums(sums, '/?by=person');
    await screen.findByRole('table');
    expect(queries(call)).toEqual([{ by: 'owner', round: undefined }]);
    expect(screen.getByLabelText('Group by')).toHaveTextContent('owner');
  });

  it('are of another round when it is picked, which stays in the address', async () => {
    const call = renderSums(sums, '/?by=domain');
    await screen.findByRole('table');
    fireEvent.click(screen.getByLabelText('Round'));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      '2026-Q3',
      '2026-Q4',
    ]);
    fireEvent.click(options[1]);
    await waitFor(() =>
      expect(queries(call).at(-1)).toEqual({ by: 'domain', round: '2026-Q4' }),
    );
    expect(addressed()).toBe('?by=domain&round=2026-Q4');
  });

  it('of all platforms have one line', async () => {
    renderSums(
      { ...sums, items: [{ name: '', services: 4, features: {} }] },
      '/?by=all',
    );
    expect(await screen.findByText('All platforms')).toBeInTheDocument();
  });

  it.each<[string, RollUps, string]>([
    [
      'is released',
      { rounds: [], items: [] },
      'No scores are published yet. Totals appear once enough people have rated a platform.',
    ],
    [
      'is part of a domain',
      { roundId: '2026-Q3', rounds: ['2026-Q3'], items: [] },
      'No platform with published scores belongs to one of these.',
    ],
  ])('are none where nothing %s, which is said', async (_, answer, text) => {
    renderSums(answer, '/?by=domain');
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Round') !== null).toBe(
      answer.rounds.length > 0,
    );
  });

  it('keep their shape while they load', async () => {
    renderSums(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('say what failed, and try again', async () => {
    let isAway = true;
    renderSums(() => (isAway ? new Error('The database is away') : sums));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The totals could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });
});
