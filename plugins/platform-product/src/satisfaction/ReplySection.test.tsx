import { ScoresReply } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { InviteButton } from './InviteButton';
import { ReplySection } from './ReplySection';

const reply: ScoresReply = {
  roundId: '2026-Q3',
  text: 'Searching is too slow. We work on it.',
  link: 'https://example.com/roadmap',
  by: 'user:default/olga',
  at: '2026-11-18T12:00:00.000Z',
};

function renderReply(options: {
  reply?: ScoresReply;
  canReply?: boolean;
  answers?: Answers;
}) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <ReplySection
      entityRef="component:default/logs"
      roundId="2026-Q3"
      reply={options.reply}
      canReply={options.canReply ?? false}
      onChanged={onChanged}
    />,
    options.answers ?? {},
  );
  return { call, onChanged };
}

const section = () =>
  screen.findByRole('region', { name: 'What we heard, what we will do' });

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

describe('the team’s answer to the scores', () => {
  it('says who said what when, and where there is more', async () => {
    renderReply({ reply });
    const part = await section();
    expect(part).toHaveTextContent(
      'Searching is too slow. We work on it.olga · 2 days ago · read more',
    );
    expect(screen.getByText('read more')).toHaveAttribute('href', reply.link);
    expect(buttonsIn(part)).toEqual([]);
  });

  it('leads nowhere where there is no link', async () => {
    renderReply({ reply: { ...reply, link: undefined } });
    await section();
    expect(screen.queryByText('read more')).not.toBeInTheDocument();
  });

  it.each([
    [false, [], 'The team has not answered these scores yet.'],
    [
      true,
      ['Answer the scores'],
      'Tell your users what you take from the scores of 2026-Q3, and what you will do about it. That is what the ladder counts, never the scores.',
    ],
  ])(
    'is not there yet, which is said (team: %s)',
    async (canReply, buttons, text) => {
      renderReply({ canReply });
      const part = await section();
      expect(part).toHaveTextContent(text);
      expect(buttonsIn(part)).toEqual(buttons);
    },
  );

  async function openDialog(
    given: ScoresReply | undefined,
    answers: Answers = {},
  ) {
    const rendered = renderReply({ reply: given, canReply: true, answers });
    fireEvent.click(
      await screen.findByRole('button', {
        name: given ? 'Change' : 'Answer the scores',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    return {
      ...rendered,
      text: dialog.getByLabelText(/^What you heard, and what follows/),
      link: dialog.getByLabelText(/^Link/),
      submit: dialog.getByRole('button', { name: 'Publish' }),
    };
  }

  it('is published once, and looked at again', async () => {
    const { call, onChanged, text, link, submit } = await openDialog(
      undefined,
      { replyToScores: done },
    );
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'Everybody who can see the service reads it, beside the scores of 2026-Q3.',
    );
    fill(text, '  We heard you. ');
    fill(link, ' https://example.com/plan ');
    pressTwice(submit);
    expect(await screen.findByText('Published.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'replyToScores',
        {
          params: { ...params, roundId: '2026-Q3' },
          body: { text: 'We heard you.', link: 'https://example.com/plan' },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is changed from what it was', async () => {
    const { call, text, link, submit } = await openDialog(reply, {
      replyToScores: done,
    });
    expect(text).toHaveValue(reply.text);
    expect(link).toHaveValue(reply.link);
    fill(link, '');
    fireEvent.click(submit);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      text: reply.text,
      link: undefined,
    });
  });

  it('wants words, and a link that is one', async () => {
    const { text, link, submit } = await openDialog(undefined);
    expect(
      screen.getByText('A roadmap item, an issue or a changelog.'),
    ).toBeInTheDocument();
    expect(submit).toBeDisabled();
    fill(text, '   ');
    expect(submit).toBeDisabled();
    fill(text, 'We heard you.');
    expect(submit).toBeEnabled();
    fill(link, 'example');
    expect(
      screen.getByText('This is not an http(s) link.'),
    ).toBeInTheDocument();
    expect(submit).toBeDisabled();
  });

  it('loses nothing when it fails', async () => {
    const { onChanged, text, submit } = await openDialog(undefined, {
      replyToScores: new Error('The database is away'),
    });
    fill(text, 'We heard you.');
    fireEvent.click(submit);
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(text).toHaveValue('We heard you.');
    expect(onChanged).not.toHaveBeenCalled();
  });
});

describe('inviting users to rate', () => {
  function renderInvite(answers: Answers) {
    const onInvited = jest.fn();
    const call = renderWithApi(
      <InviteButton entityRef="component:default/logs" onInvited={onInvited} />,
      answers,
    );
    return { call, onInvited };
  }
  const button = () =>
    screen.findByRole('button', { name: 'Invite users to rate' });

  const dialog = () =>
    screen.findByRole('dialog', { name: 'Invite users to rate?' });

  it.each([
    [1, 1, /^1 person of 1 team use this platform/],
    [7, 2, /^7 people of 2 teams use this platform/],
    [3, 0, /^3 people follow this platform/],
  ])(
    'says that %d people of %d teams will hear',
    async (people, teams, text) => {
      const { call, onInvited } = renderInvite({
        getAudience: { people, teams },
        inviteToRate: { asked: people },
      });
      fireEvent.click(await button());
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(writes(call)).toEqual([]);
      pressTwice(
        within(await dialog()).getByRole('button', { name: 'Invite' }),
      );
      expect(
        await screen.findByText('Their next digest asks them.'),
      ).toBeInTheDocument();
      expect(writes(call)).toEqual([['inviteToRate', { params }]]);
      expect(onInvited).toHaveBeenCalledTimes(1);
    },
  );

  it('is not offered where nobody is known to use it', async () => {
    renderInvite({ getAudience: { people: 0, teams: 0 } });
    fireEvent.click(await button());
    expect(await screen.findByText(/^Nobody to invite/)).toBeInTheDocument();
    expect(
      within(await dialog()).getByRole('button', { name: 'Invite' }),
    ).toBeDisabled();
  });

  it('tries again where they could not be counted', async () => {
    let isAway = true;
    renderInvite({
      getAudience: () =>
        isAway ? new Error('The catalog is away') : { people: 7, teams: 2 },
    });
    fireEvent.click(await button());
    expect(await screen.findByText('The catalog is away')).toBeInTheDocument();
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText(/^7 people of/)).toBeInTheDocument();
  });

  it('says why it failed', async () => {
    const { onInvited } = renderInvite({
      getAudience: { people: 7, teams: 2 },
      inviteToRate: new Error('The round is over'),
    });
    fireEvent.click(await button());
    await screen.findByText(/^7 people of/);
    const invite = within(await dialog()).getByRole('button', {
      name: 'Invite',
    });
    fireEvent.click(invite);
    expect(await screen.findByText('The round is over')).toBeInTheDocument();
    expect(invite).toBeEnabled();
    expect(onInvited).not.toHaveBeenCalled();
  });
});
