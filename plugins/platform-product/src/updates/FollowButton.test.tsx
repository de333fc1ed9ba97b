import { fireEvent, screen } from '@testing-library/react';
import { pick, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { FollowButton } from './FollowButton';

const three = { isFollowing: false, followers: 3, muted: [] };
const four = { isFollowing: true, followers: 4, muted: [] };

function renderButton(
  answers: Answers,
  options: { readonly canFollow?: boolean } = {},
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <FollowButton
      entityRef="component:default/logs"
      canFollow={options.canFollow ?? true}
      onChanged={onChanged}
    />,
    answers,
  );
  return { call, onChanged };
}

describe('the follow button', () => {
  it('says how many follow, what following is for, and that it is done', async () => {
    const { call, onChanged } = renderButton({
      getFollow: three,
      follow: four,
    });
    const button = await screen.findByRole('button', { name: 'Follow' });
    expect(screen.getByText('3 people follow it')).toBeInTheDocument();
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(button).toHaveAccessibleDescription(
      'You will be notified of its notices, and a digest tells you once a week what is new. Others see how many people follow, not who.',
    );
    pressTwice(button);
    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('4 people follow it')).toBeInTheDocument();
    expect(writes(call)).toEqual([['follow', { params }]]);
    expect(await screen.findByText('You now follow it.')).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('lets those who follow stop, even if they may not begin', async () => {
    const { call, onChanged } = renderButton(
      {
        getFollow: four,
        unfollow: done,
      },
      { canFollow: false },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Following' }));
    expect(await screen.findByText('3 people follow it')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Follow' }),
    ).not.toBeInTheDocument();
    expect(
      await screen.findByText('You no longer follow it.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([['unfollow', { params }]]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('takes it back as soon as it is thought better of', async () => {
    const { call } = renderButton({
      getFollow: three,
      follow: four,
      unfollow: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Follow' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Following' }));
    expect(
      await screen.findByRole('button', { name: 'Follow' }),
    ).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByText('3 people follow it')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['follow', { params }],
      ['unfollow', { params }],
    ]);
  });

  it('lets followers choose what they hear of, and says when that fails', async () => {
    let isAway = false;
    const { call } = renderButton({
      getFollow: { ...four, muted: ['posts'] },
      chooseFollowed: ({ body }) =>
        isAway
          ? new Error('The database is away')
          : { ...four, muted: body?.muted ?? [] },
    });
    const heard = await screen.findByRole('button', { name: /You hear of/ });
    await pick(heard, 'its roadmap');
    expect(writes(call)).toEqual([
      ['chooseFollowed', { params, body: { muted: ['posts', 'roadmap'] } }],
    ]);
    isAway = true;
    fireEvent.click(await screen.findByRole('option', { name: 'posts' }));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'posts' })).toHaveAttribute(
      'aria-selected',
      'false',
    );
  });

  it('says that nobody follows, and offers to be the first', async () => {
    renderButton({
      getFollow: { isFollowing: false, followers: 0, muted: [] },
    });
    expect(
      await screen.findByText('Nobody follows it yet.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Follow' })).toBeEnabled();
  });

  it('stays as it was when it can’t be saved, and says why', async () => {
    const { onChanged } = renderButton({
      getFollow: three,
      follow: new Error('The database is away'),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Follow' }));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByText('3 people follow it')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Follow' })).toBeEnabled();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('says that loading failed, and tries again', async () => {
    let isAway = true;
    renderButton({
      getFollow: () => (isAway ? new Error('The database is away') : three),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The followers could not be counted. The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 people follow it')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('counts for those who may not follow', async () => {
    renderButton({ getFollow: three }, { canFollow: false });
    expect(await screen.findByText('3 people follow it')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByText(/^You will be told/)).not.toBeInTheDocument();
  });

  it('shows by its icon, too, whether one follows', async () => {
    renderButton({ getFollow: three, follow: four });
    const before = await screen.findByRole('button', { name: 'Follow' });
    const icon = before.querySelector('svg')!.innerHTML;
    fireEvent.click(before);
    const after = await screen.findByRole('button', { name: 'Following' });
    expect(after.querySelector('svg')!.innerHTML).not.toBe(icon);
  });
});
