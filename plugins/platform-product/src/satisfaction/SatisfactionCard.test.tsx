import { ratedFeatures } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen } from '@testing-library/react';
import { Answers } from '../__testUtils__/answerWith';
import { renderExtension } from '../__testUtils__/renderExtension';

const round = {
  id: '2026-Q4',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2027-01-01T00:00:00.000Z',
  k: 5,
  commentThreshold: 10,
};
const access = { user: 'user:default/carl', rate: true };
const unseen = {
  round,
  state: 'none',
  features: [],
  comments: { state: 'none', items: [] },
};
const shown = {
  ...unseen,
  state: 'shown',
  scoresOf: '2026-Q3',
  features: ratedFeatures.map(feature =>
    feature === 'cost'
      ? { feature, state: 'hidden', history: [] }
      : {
          feature,
          state: 'shown',
          score: { n: 23, good: { share: 0.74, low: 0.5, high: 0.9 } },
          change: { direction: 'up' },
          history: [],
        },
  ),
};

const renderCard = (answers: Answers) =>
  renderExtension({
    id: 'entity-card:platform-product/satisfaction',
    answers: { getAccess: access, getMyAnswer: { round }, ...answers },
  });

describe('the satisfaction card', () => {
  it('shows the newest scores, and what is hidden of them', async () => {
    renderCard({ getSatisfaction: shown });
    const card = await screen.findByRole('region', { name: 'Satisfaction' });
    expect(await screen.findByText('Good ratings in 2026-Q3')).toBeVisible();
    expect(card).toHaveTextContent('Leverage74% of 23');
    expect(card).toHaveTextContent('Costhidden');
    expect(screen.getAllByTitle('more than in the round before')).toHaveLength(
      4,
    );
  });

  it('asks for a rating where there are no scores, in a dialog', async () => {
    renderCard({ getSatisfaction: unseen });
    expect(
      await screen.findByText('Scores appear once 5 people have answered.'),
    ).toBeInTheDocument();
    fireEvent.click(await screen.findByRole('button', { name: 'Rate it' }));
    expect(
      await screen.findByRole('form', { name: 'How is it for you?' }),
    ).toBeInTheDocument();
  });

  it('knows who has answered, and who is asked', async () => {
    renderCard({
      getSatisfaction: shown,
      getMyAnswer: { round, answer: { ratings: { cost: 2 } } },
    });
    expect(
      await screen.findByRole('button', { name: 'Your answer' }),
    ).toBeEnabled();
  });

  it('says that the team asks', async () => {
    renderCard({
      getSatisfaction: shown,
      getMyAnswer: { round, contact: 'invited' },
    });
    expect(
      await screen.findByText('Its team asks for your rating.'),
    ).toBeInTheDocument();
  });

  it('offers nothing that the reader may not do', async () => {
    renderCard({
      getAccess: { ...access, rate: false },
      getSatisfaction: shown,
    });
    await screen.findByText('Good ratings in 2026-Q3');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    renderCard({ getSatisfaction: new Error('The database is away') });
    expect(
      await screen.findByText('The scores could not be loaded.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});
