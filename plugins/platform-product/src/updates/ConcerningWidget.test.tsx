import { screen } from '@testing-library/react';
import { letItBe } from '../__testUtils__/clock';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { concerning, listOf, unanswered } from '../__testUtils__/updates';
import { ConcerningWidget } from './ConcerningWidget';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

describe('the widget with what concerns the reader', () => {
  it('lists notices for each entity of theirs', async () => {
    renderWithApi(<ConcerningWidget />, {
      listConcerningNotices: listOf(concerning, {
        ...concerning,
        concerned: { ...unanswered, entityRef: 'component:default/shop' },
      }),
    });
    expect(
      await screen.findAllByText('Log search: Logs of a night are missing'),
    ).toHaveLength(2);
    expect(screen.queryByText(/^Hide until/)).not.toBeInTheDocument();
  });

  it('says that all is well, or that it is not known', async () => {
    renderWithApi(<ConcerningWidget />, { listConcerningNotices: listOf() });
    expect(
      await screen.findByText('Nothing that you depend on is in trouble.'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    renderWithApi(<ConcerningWidget />, {
      listConcerningNotices: new Error('The database is away'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What concerns this could not be loaded.',
    );
  });
});
