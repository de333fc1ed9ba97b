import {
  Access,
  ServiceAction,
} from '@platform-product/backstage-plugin-common';
import { act, screen, waitFor } from '@testing-library/react';
import { Answers, sent } from '../__testUtils__/answerWith';
import { Persona, personas } from '../__testUtils__/personas';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { useAccess } from './useAccess';

const actions = (Object.keys(personas.owner) as (keyof Access)[]).filter(
  (key): key is ServiceAction =>
    typeof personas.owner[key] === 'boolean' && key !== 'isOwn',
);

let access: ReturnType<typeof useAccess>;

function Reader() {
  access = useAccess('component:default/logs');
  return <p>{access.loading ? 'wait' : 'known'}</p>;
}

function renderAccess(getAccess: Answers['getAccess']) {
  const call = renderWithApi(<Reader />, { getAccess });
  return { call, isKnown: () => screen.findByText('known') };
}

const allowed = () => actions.filter(action => access.can(action));

describe('what the reader may do', () => {
  it.each(Object.keys(personas) as Persona[])(
    'is what the backend says: %s',
    async persona => {
      const { call, isKnown } = renderAccess(personas[persona]);
      await isKnown();
      expect(allowed()).toEqual(
        actions.filter(action => personas[persona][action]),
      );
      expect(sent(call, 'getAccess')).toEqual([{ params }]);
    },
  );

  it('is nothing before it is known', async () => {
    renderAccess(undefined);
    await screen.findByText('wait');
    expect(allowed()).toEqual([]);
    expect(access.value).toBeUndefined();
  });

  it('is nothing for those who are no users, whatever a policy says', async () => {
    const { isKnown } = renderAccess({ ...personas.admin, user: undefined });
    await isKnown();
    expect(allowed()).toEqual([]);
  });

  it('is nothing where it could not be found out, until it is asked again', async () => {
    let isAway = true;
    const { isKnown } = renderAccess(() =>
      isAway ? new Error('The policy is away') : personas.consumer,
    );
    await isKnown();
    expect(access.error?.message).toBe('The policy is away');
    expect(allowed()).toEqual([]);
    isAway = false;
    act(() => access.reload());
    await waitFor(() => expect(access.can('rate')).toBe(true));
  });
});
