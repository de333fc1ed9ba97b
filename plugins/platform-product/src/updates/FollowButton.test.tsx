import { ReactNode } from 'react';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { fireEvent, screen, within } from '@testing-library/react';
import plugin from '..';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { FollowButton } from './FollowButton';

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const three = { isFollowing: false, followers: 3 };
const four = { isFollowing: true, followers: 4 };

function render(element: ReactNode, answers: Record<string, unknown>) {
  const call = jest.fn(async (operation: string, _input: unknown) => {
    const answer = answers[operation];
    if (answer instanceof Error) throw answer;
    return answer ?? new Promise(() => {});
  });
  renderInTestApp(<>{element}</>, {
    apis: [[platformProductApiRef, { call } as never]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return (operation: string) =>
    call.mock.calls.filter(([name]) => name === operation);
}

function renderButton(
  answers: Record<string, unknown>,
  options: { canFollow?: boolean } = {},
) {
  const onChanged = jest.fn();
  const calls = render(
    <FollowButton
      entityRef="component:default/logs"
      canFollow={options.canFollow ?? true}
      onChanged={onChanged}
    />,
    answers,
  );
  return { answers, calls, onChanged };
}

describe('the follow button', () => {
  it('says how many follow, what following is for, and that it is done', async () => {
    const { calls, onChanged } = renderButton({
      getFollow: three,
      follow: four,
    });
    const button = await screen.findByRole('button', { name: 'Follow' });
    expect(screen.getByText('3 people follow it')).toBeInTheDocument();
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(button).toHaveAccessibleDescription(
      /^You will be told when a rating is wanted/,
    );
    fireEvent.click(button);
    fireEvent.click(button);
    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('4 people follow it')).toBeInTheDocument();
    expect(calls('follow')).toEqual([['follow', { params }]]);
    expect(await screen.findByText('You follow it now.')).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('lets those who follow stop, even if they may not begin', async () => {
    const { calls } = renderButton(
      { getFollow: four, unfollow: { isFollowing: false, followers: 1 } },
      { canFollow: false },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Following' }));
    expect(await screen.findByText('1 person follows it')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Follow' }),
    ).not.toBeInTheDocument();
    expect(calls('unfollow')).toEqual([['unfollow', { params }]]);
  });

  it('says that nobody follows, and offers to be the first', async () => {
    renderButton({ getFollow: { isFollowing: false, followers: 0 } });
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
    const { answers } = renderButton({
      getFollow: new Error('The database is away'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The followers could not be counted. The database is away',
    );
    answers.getFollow = three;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 people follow it')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is on the maturity tab, beside who uses the service', async () => {
    const tab = createExtensionTester(
      plugin.getExtension('entity-content:platform-product/maturity'),
    );
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'logs', namespace: 'default' },
      spec: { type: 'platform' },
    };
    render(
      <EntityProvider entity={entity}>{tab.reactElement()}</EntityProvider>,
      { getFollow: three, getAccess: { follow: true } },
    );
    const product = await screen.findByRole('region', { name: 'Product' });
    expect(
      await within(product).findByText('3 people follow it'),
    ).toBeInTheDocument();
    expect(
      await within(product).findByRole('button', { name: 'Follow' }),
    ).toBeEnabled();
  });
});
