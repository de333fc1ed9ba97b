import {
  MyAnswer,
  Satisfaction,
} from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buttonsIn } from '../__testUtils__/actions';
import { Answers, done, sent } from '../__testUtils__/answerWith';
import { Persona, personas } from '../__testUtils__/personas';
import {
  logs,
  params,
  renderExtension,
} from '../__testUtils__/renderExtension';
import {
  hiddenScores,
  noScores,
  round,
  score,
  shownScores,
} from '../__testUtils__/satisfaction';

const renderCard = (answers: Answers = {}, entity = logs) =>
  renderExtension({
    id: 'entity-card:platform-product/satisfaction',
    entity,
    answers: {
      getAccess: personas.consumer,
      getMyAnswer: { round },
      getSatisfaction: shownScores,
      noteInvitation: done,
      ...answers,
    },
  });

const card = () => screen.findByRole('region', { name: 'Satisfaction' });

describe('the satisfaction card', () => {
  it('shows the newest scores, what has changed, and what is hidden', async () => {
    const [first, second, third, ...rest] = shownScores.features;
    renderCard({
      getSatisfaction: {
        ...shownScores,
        features: [
          {
            ...first,
            score: { ...score, n: 7, good: { ...score.good, share: 0.5 } },
          },
          { ...second, change: { ...second.change!, direction: 'down' } },
          { ...third, change: undefined },
          ...rest,
        ],
      },
    });
    expect(
      await screen.findByText('Good ratings in 2026-Q3'),
    ).toBeInTheDocument();
    const part = await card();
    const rows = [...part.querySelectorAll('dt')].map(name => {
      const row = name.parentElement!;
      return [
        name.textContent,
        row.querySelector('dd')!.firstChild!.textContent,
        row.querySelector('title')?.textContent,
        row.querySelector<HTMLElement>('[style]')?.style.width,
      ];
    });
    expect(rows).toEqual([
      ['Leverage', '50% of 7', 'more than in the round before', '50%'],
      ['Usability', '74% of 23', 'less than in the round before', '73.9%'],
      ['Reliability', '74% of 23', undefined, '73.9%'],
      ['Cost', 'hidden', undefined, undefined],
      ['Latency', '74% of 23', undefined, '73.9%'],
    ]);
    expect(ratedFeatures).toHaveLength(rows.length);
  });

  it.each<[string, Satisfaction, string]>([
    [
      'are hidden',
      hiddenScores,
      'Hidden for privacyScores appear once 5 people have answered.',
    ],
    [
      'are hidden, between rounds',
      { ...hiddenScores, round: undefined },
      'Hidden for privacyScores appear here once a round of ratings has begun.',
    ],
    [
      'are not there',
      { ...noScores, round },
      'Nobody was asked yetScores appear once 5 people have answered.',
    ],
    [
      'are not there, between rounds',
      noScores,
      'Nobody was asked yetScores appear here once a round of ratings has begun.',
    ],
  ])('says so where scores %s', async (_, getSatisfaction, text) => {
    renderCard({ getSatisfaction, getAccess: personas.nobody });
    await screen.findByText(/Hidden for privacy|Nobody was asked/);
    expect((await card()).textContent).toBe(`Satisfaction${text}`);
  });

  it.each<[Persona, string[], boolean]>([
    ['consumer', ['Rate it'], true],
    ['owner', [], false],
    ['squad', [], false],
    ['admin', ['Rate it'], true],
    ['steward', ['Rate it'], true],
    ['reader', [], false],
    ['nobody', [], false],
  ])('lets a %s rate or not', async (persona, buttons, isAsked) => {
    const call = renderCard({ getAccess: personas[persona] });
    await screen.findByText('Good ratings in 2026-Q3');
    const part = await card();
    await waitFor(() => expect(buttonsIn(part)).toEqual(buttons));
    expect(sent(call, 'getMyAnswer')).toEqual(isAsked ? [{ params }] : []);
  });

  const answer = { ratings: { cost: 2 } };
  const asked = 'Its team asks for your rating.';

  it.each<[string, MyAnswer, string[], boolean]>([
    ['may rate', { round, contact: 'seen' }, ['Rate it'], false],
    ['was asked', { round, contact: 'invited' }, ['Rate it'], true],
    [
      'was asked and has answered',
      { round, contact: 'invited', answer },
      ['Your answer'],
      false,
    ],
    ['has declined', { round, contact: 'declined' }, ['Rate it'], false],
    ['comes between rounds', {}, [], false],
  ])('knows who %s', async (_, getMyAnswer, buttons, isAsked) => {
    const call = renderCard({ getMyAnswer });
    await screen.findByText('Good ratings in 2026-Q3');
    await waitFor(() => expect(sent(call, 'getMyAnswer')).toHaveLength(1));
    const part = await card();
    await waitFor(() => expect(buttonsIn(part)).toEqual(buttons));
    expect(screen.queryByText(asked) !== null).toBe(isAsked);
  });

  it('asks for a rating in a dialog, and knows of it afterwards', async () => {
    let mine: MyAnswer = { round, contact: 'seen' };
    const call = renderCard({
      getMyAnswer: () => mine,
      putMyAnswer: () => {
        mine = { round, answer };
        return done;
      },
    });
    fireEvent.click(await screen.findByText('Rate it'));
    await screen.findByRole('dialog', { name: 'How is Logs for you?' });
    fireEvent.click((await screen.findAllByLabelText('2'))[3]);
    fireEvent.click(screen.getByText('Save answer'));
    expect(await screen.findByText('Your answer')).toBeInTheDocument();
    expect(sent(call, 'putMyAnswer')).toMatchObject([
      { params, body: { ratings: { cost: 2 } } },
    ]);
    expect(screen.queryByText('Rate it')).not.toBeInTheDocument();
  });

  it('forgets the dialog on the page of another service', async () => {
    renderCard();
    fireEvent.click(await screen.findByText('Rate it'));
    await screen.findByRole('dialog', { name: 'How is Logs for you?' });
    fireEvent.click(screen.getByText('Go to Shop'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('names a service without a title by its name', async () => {
    renderCard(
      {},
      { ...logs, metadata: { name: 'raw-logs', namespace: 'default' } },
    );
    fireEvent.click(await screen.findByText('Rate it'));
    expect(
      await screen.findByRole('dialog', { name: 'How is raw-logs for you?' }),
    ).toBeInTheDocument();
  });

  it('keeps its shape while it loads', async () => {
    renderCard({ getSatisfaction: undefined });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderCard({
      getSatisfaction: () =>
        isAway ? new Error('The database is away') : noScores,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The scores could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('Nobody was asked yet')).toBeInTheDocument();
  });
});
