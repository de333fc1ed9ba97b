import '../__testUtils__/fewTimeZones';
import { ListedWaiver } from '@platform-product/backstage-plugin-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pageOf } from '../__testUtils__/portfolio';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { WaiversContent } from './WaiversContent';

const waiver: ListedWaiver = {
  id: '6e0c1a2e-0000-4000-8000-000000000001',
  entityRef: 'component:default/logs',
  title: 'Log aggregation',
  criterionId: 'sla',
  criterion: 'An SLA is published',
  reason: 'Legal reads it until March',
  requestedBy: 'user:default/priya-raman',
  requestedAt: '2026-11-20T09:00:00.000Z',
  expiresAt: '2027-03-01T12:00:00.000Z',
  status: 'pending',
};
const denied: ListedWaiver = {
  ...waiver,
  id: '6e0c1a2e-0000-4000-8000-000000000002',
  status: 'denied',
  decision: 'denied',
  decidedBy: 'user:default/ingrid-solberg',
  decidedAt: '2026-11-21T09:00:00.000Z',
  note: 'Ask legal for a week',
};

async function rowTexts() {
  const table = await screen.findByRole('table', { name: 'Waivers' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
}

it('lists waivers of all services, with who asked and who decided', async () => {
  renderWithApi(<WaiversContent />, {
    listAllWaivers: pageOf([waiver, denied]),
  });
  expect(await rowTexts()).toEqual([
    [
      'Log aggregation',
      'An SLA is published',
      '“Legal reads it until March”priya-raman, Nov 20, 2026',
      'waits for a decision',
      'Mar 1, 2027',
    ],
    [
      'Log aggregation',
      'An SLA is published',
      '“Legal reads it until March”priya-raman, Nov 20, 2026',
      'deniedingrid-solberg, Nov 21, 2026“Ask legal for a week”',
      'Mar 1, 2027',
    ],
  ]);
  expect(
    screen.getAllByRole('link', { name: 'Log aggregation' })[0],
  ).toHaveAttribute('href', '/catalog/default/component/logs/maturity');
});

it('says whose doing it is that a waiver is over', async () => {
  const approved: ListedWaiver = {
    ...waiver,
    decision: 'approved',
    decidedBy: 'user:default/ingrid-solberg',
    decidedAt: '2026-11-21T09:00:00.000Z',
    note: 'Until March, no longer',
  };
  renderWithApi(<WaiversContent />, {
    listAllWaivers: pageOf<ListedWaiver>([
      {
        ...approved,
        status: 'revoked',
        revokedBy: 'user:default/sam-boateng',
        revokedAt: '2026-12-02T09:00:00.000Z',
      },
      {
        ...waiver,
        id: '6e0c1a2e-0000-4000-8000-000000000003',
        status: 'revoked',
        revokedBy: waiver.requestedBy,
        revokedAt: '2026-11-22T09:00:00.000Z',
      },
      {
        ...approved,
        id: '6e0c1a2e-0000-4000-8000-000000000004',
        status: 'expired',
      },
      {
        ...waiver,
        id: '6e0c1a2e-0000-4000-8000-000000000005',
        status: 'expired',
      },
    ]),
  });
  const texts = await rowTexts();
  expect(texts.map(([, , , outcome]) => outcome)).toEqual([
    'taken backsam-boateng, Dec 2, 2026approved by ingrid-solberg, Nov 21, 2026“Until March, no longer”',
    'taken backpriya-raman, Nov 22, 2026',
    'endedapproved by ingrid-solberg, Nov 21, 2026“Until March, no longer”',
    'ended',
  ]);
});

it('asks for those of one status', async () => {
  const call = renderWithApi(<WaiversContent />, {
    listAllWaivers: pageOf([]),
  });
  expect(
    await screen.findByText(/^Nobody has asked for a waiver yet/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Status/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'denied' }));
  expect(
    await screen.findByText('There are no such waivers.'),
  ).toBeInTheDocument();
  expect(call).toHaveBeenLastCalledWith('listAllWaivers', {
    params: {},
    query: { status: ['denied'], cursor: undefined },
  });
});

it('goes from page to page, and starts anew with another status', async () => {
  const call = renderWithApi(<WaiversContent />, {
    listAllWaivers: { ...pageOf([waiver]), pageInfo: { nextCursor: 'b' } },
  });
  await rowTexts();
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(call).toHaveBeenLastCalledWith('listAllWaivers', {
    params: {},
    query: { status: undefined, cursor: 'b' },
  });
  await userEvent.click(screen.getByRole('button', { name: /Status/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'approved' }),
  );
  expect(call).toHaveBeenLastCalledWith('listAllWaivers', {
    params: {},
    query: { status: ['approved'], cursor: undefined },
  });
});

it('shows nothing under a filter until the answer to it is there', async () => {
  let answer!: (page: ReturnType<typeof pageOf<ListedWaiver>>) => void;
  renderWithApi(<WaiversContent />, {
    listAllWaivers: ({ query }) =>
      query?.status
        ? new Promise(resolve => {
            answer = resolve;
          })
        : pageOf([waiver], { nextCursor: 'b' }),
  });
  await rowTexts();
  await userEvent.click(screen.getByRole('button', { name: /Status/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'denied' }));
  expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(screen.queryByText(/^There are no|^Nobody/)).not.toBeInTheDocument();
  // It would lead on from the waivers of all statuses.
  expect(screen.queryByText('Next page')).not.toBeInTheDocument();
  answer(pageOf([denied]));
  expect(await rowTexts()).toHaveLength(1);
});

it('keeps a page until the next one is there, and says that it comes', async () => {
  let answer!: (page: ReturnType<typeof pageOf<ListedWaiver>>) => void;
  renderWithApi(<WaiversContent />, {
    listAllWaivers: ({ query }) =>
      query?.cursor
        ? new Promise(resolve => {
            answer = resolve;
          })
        : pageOf([waiver, denied], { nextCursor: 'b' }),
  });
  expect(await rowTexts()).toHaveLength(2);
  const list = () => screen.getByRole('table').closest('[aria-busy]');
  expect(list()).toHaveAttribute('aria-busy', 'false');
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(await rowTexts()).toHaveLength(2);
  expect(list()).toHaveAttribute('aria-busy', 'true');
  answer(pageOf([denied]));
  await waitFor(() => expect(list()).toHaveAttribute('aria-busy', 'false'));
  expect(await rowTexts()).toHaveLength(1);
});
