import { Notice } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen } from '@testing-library/react';
import { Answers } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { renderExtension } from '../__testUtils__/renderExtension';
import {
  draftedNotice,
  listOf,
  missingLogs,
  pastNotice,
} from '../__testUtils__/updates';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const renderCard = (answers: Answers) =>
  renderExtension({ id: 'entity-card:platform-product/updates', answers });

describe('the card with the notices of a service', () => {
  it('shows what is open, and neither drafts nor what is over', async () => {
    renderCard({ listNotices: listOf(missingLogs, draftedNotice, pastNotice) });
    expect(await screen.findByText(missingLogs.title)).toBeInTheDocument();
    expect(screen.getByText('Next update in 40 minutes')).toBeInTheDocument();
    expect(screen.queryByText(draftedNotice.title)).not.toBeInTheDocument();
    expect(screen.queryByText(pastNotice.title)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All updates' })).toHaveAttribute(
      'href',
      '/catalog/default/component/logs/updates',
    );
  });

  it('says that nothing is wrong', async () => {
    renderCard({ listNotices: listOf<Notice>() });
    expect(
      await screen.findByText('Nothing is wrong that its team knows of.'),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderCard({
      listNotices: () =>
        isAway ? new Error('The database is away') : listOf(missingLogs),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The notices could not be loaded.',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText(missingLogs.title)).toBeInTheDocument();
  });
});
