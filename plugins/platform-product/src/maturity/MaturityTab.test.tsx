import { Entity } from '@backstage/catalog-model';
import { LevelChange } from '@platform-product/backstage-plugin-common';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  act,
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill } from '../__testUtils__/actions';
import { Answers, Call, done, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { guide, levelOne, waiver } from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { pageOf } from '../__testUtils__/portfolio';
import {
  logs,
  params,
  renderExtension,
} from '../__testUtils__/renderExtension';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'America/Los_Angeles' }),
);

/** When the history begins. */
const change: LevelChange = {
  at: '2026-01-01T12:00:00.000Z',
  fromLevel: 0,
  toLevel: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  reason: 'first-assessment',
  causes: [],
};

const renderTab = (
  answers: Answers,
  options: {
    entity?: Entity;
    apis?: Parameters<typeof renderExtension>[0]['apis'];
  } = {},
) =>
  renderExtension({
    id: 'entity-content:platform-product/maturity',
    answers: {
      getAccess: personas.consumer,
      getMaturity: levelOne,
      getLevelHistory: pageOf([]),
      getFollow: { isFollowing: false, followers: 3, muted: [] },
      ...answers,
    },
    ...options,
  });

const next = () => screen.findByRole('region', { name: /^To reach level 2/ });
const moments = (call: Call) =>
  sent(call, 'getMaturity').map(({ query }) => query?.at);

describe('the maturity tab', () => {
  it('keeps its shape while it loads, and shows what is known after a while', async () => {
    renderTab({
      getMaturity: undefined,
      getLevelHistory: undefined,
      getFollow: undefined,
    });
    const loading = () => screen.findAllByRole('status', { name: 'Loading' });
    expect(await loading()).toHaveLength(1);
    expect(
      await screen.findByRole('region', { name: 'Product' }, { timeout: 4000 }),
    ).toBeInTheDocument();
    expect(await loading()).toHaveLength(2);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what failed, keeps the rest, and tries again', async () => {
    let isAway = true;
    const call = renderTab({
      getMaturity: () =>
        isAway ? new Error('The database is away') : levelOne,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The maturity of this service could not be loaded.The database is away',
    );
    expect(await screen.findByText('3 people follow it')).toBeInTheDocument();
    expect(screen.getByText(/No level changes recorded/)).toBeInTheDocument();
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await next()).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(sent(call, 'getMaturity')).toHaveLength(2);
    expect(sent(call, 'getAccess')).toHaveLength(1);
  });

  it('says that it is not known what one may do, and shows the rest', async () => {
    let isAway = true;
    renderTab({
      getAccess: () =>
        isAway ? new Error('The policy is away') : personas.owner,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your permissions could not be checked.The policy is away',
    );
    expect(buttonsIn(await next())).toEqual(['What if…']);
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findAllByRole('button', { name: 'Attest: Guide' }),
    ).not.toHaveLength(0);
  });

  const attest = ['Ask for a waiver: Guide', 'Attest: Guide'];

  it.each<[Persona, string[], string | undefined]>([
    ['owner', ['What if…', ...attest, 'Follow'], undefined],
    ['productManager', ['What if…', ...attest, 'Follow'], undefined],
    ['admin', ['What if…', ...attest, 'Follow'], undefined],
    ['steward', ['What if…', 'Follow'], 'ask logs-team'],
    ['reviewer', ['What if…', 'Follow'], 'ask logs-team'],
    ['consumer', ['What if…', 'Follow'], 'ask logs-team'],
    ['reader', ['What if…'], 'ask logs-team'],
    ['nobody', ['What if…'], 'ask logs-team'],
  ])('offers a %s what they may do', async (persona, buttons, whom) => {
    renderTab({ getAccess: personas[persona] });
    await screen.findByText('3 people follow it');
    const product = screen.getByRole('region', { name: 'Product' });
    const section = await next();
    expect([...buttonsIn(section), ...buttonsIn(product)]).toEqual(buttons);
    expect(
      section.textContent?.match(
        /To change something here, (ask logs-team)$/,
      )?.[1],
    ).toBe(whom);
    const levels = screen.getAllByRole('button', { name: /^Level \d/ });
    expect(levels.map(({ textContent }) => textContent)).toEqual([
      'Level 1 · 1 of 1',
      'Level 2 · 0 of 1',
    ]);
  });

  it('lets a steward decide in the list of what is next', async () => {
    renderTab({
      getAccess: personas.steward,
      getMaturity: {
        ...levelOne,
        levels: [
          levelOne.levels[0],
          { ...levelOne.levels[1], criteria: [{ ...guide, waiver }] },
        ],
      },
    });
    expect(buttonsIn(await next())).toEqual([
      'What if…',
      'Approve: Guide',
      'Deny: Guide',
      'Take back: Guide',
    ]);
  });

  it('loads again after something was done', async () => {
    const call = renderTab({ getAccess: personas.owner, attest: done });
    const [button] = await screen.findAllByRole('button', {
      name: 'Attest: Guide',
    });
    fireEvent.click(button);
    const dialog = within(await screen.findByRole('dialog'));
    fill(dialog.getByLabelText(/What holds/), 'Two teams read it.');
    expect(sent(call, 'getMaturity', 'getLevelHistory')).toHaveLength(2);
    fireEvent.click(dialog.getByRole('button', { name: 'Attest' }));
    // The level, and what has moved it.
    await waitFor(() =>
      expect(sent(call, 'getMaturity', 'getLevelHistory')).toHaveLength(4),
    );
    expect(moments(call)).toEqual([undefined, undefined]);
  });

  it('shows a past moment with nothing to press, and comes back', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      getLevelHistory: pageOf([change]),
    });
    expect(buttonsIn(await next())).toContain('Attest: Guide');
    fill(await screen.findByLabelText('See a date'), '2026-11-01');
    expect(
      await screen.findByText('As it was on Nov 1, 2026'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(moments(call)).toEqual([undefined, '2026-11-02T07:59:59.999Z']),
    );
    expect(
      screen.queryByRole('region', { name: /^To reach/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryAllByRole('button', { name: /Guide|Vision/, hidden: true }),
    ).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    await waitFor(() => expect(moments(call).at(-1)).toBeUndefined());
    expect(moments(call)).toHaveLength(3);
    expect(await next()).toBeInTheDocument();
    expect(screen.queryByText(/^As it was on/)).not.toBeInTheDocument();
  });

  it('shows another service as it is now', async () => {
    const call = renderTab({ getLevelHistory: pageOf([change]) });
    await next();
    fill(await screen.findByLabelText('See a date'), '2026-11-01');
    await screen.findByText('As it was on Nov 1, 2026');
    fireEvent.click(screen.getByText('Go to Shop'));
    await waitFor(() =>
      expect(sent(call, 'getMaturity').at(-1)).toEqual({
        params: { ...params, name: 'shop' },
        query: { at: undefined },
      }),
    );
    expect(screen.queryByText(/^As it was on/)).not.toBeInTheDocument();
  });

  it('loads again when the backend signals a change of this service', async () => {
    const unsubscribe = jest.fn();
    const subscribe = jest.fn(
      (_channel: string, _onSignal: (message: unknown) => void) => ({
        unsubscribe,
      }),
    );
    const call = renderTab(
      { getMaturity: { ...levelOne, signalChannel: 'random-name' } },
      { apis: [[signalApiRef, { subscribe } as never]] },
    );
    await waitFor(() => expect(subscribe).toHaveBeenCalled());
    const [[channel, onSignal]] = subscribe.mock.calls;
    expect(channel).toBe('random-name');
    act(() => onSignal({}));
    await waitFor(() => expect(sent(call, 'getMaturity')).toHaveLength(2));
    expect(unsubscribe).not.toHaveBeenCalled();
    expect(subscribe).toHaveBeenCalledTimes(1);
    cleanup();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });

  it('loads again what a new follower may have changed', async () => {
    const call = renderTab({
      follow: { isFollowing: true, followers: 4, muted: [] },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Follow' }));
    expect(await screen.findByText('4 people follow it')).toBeInTheDocument();
    await waitFor(() => expect(sent(call, 'getMaturity')).toHaveLength(2));
    expect(sent(call, 'follow')).toEqual([{ params }]);
  });

  it('names every annotation that could not be read, and what it should be', async () => {
    renderTab(
      {},
      {
        entity: {
          ...logs,
          metadata: {
            ...logs.metadata,
            annotations: {
              'platform-product/sla': 'very good',
              'platform-product/level': 'high',
              'platform-product/vision': 'https://example.com/vision',
            },
          },
        },
      },
    );
    expect(
      await screen.findByText('Annotations that could not be read'),
    ).toBeInTheDocument();
    const problems = within(await screen.findByRole('alert'));
    expect(
      problems.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'platform-product/level is “high”; expected the number of a level, such as 2.',
      'platform-product/sla is “very good”; expected an absolute http(s) link.',
    ]);
  });
});
