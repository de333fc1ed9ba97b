import { signalApiRef } from '@backstage/plugin-signals-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act } from '@testing-library/react';
import { useSignalled } from './useSignalled';

function renderSignalled() {
  const onSignal = jest.fn();
  const listeners = new Set<() => void>();
  const signals = {
    subscribe(_: string, listener: () => void) {
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  function Page() {
    useSignalled('news', onSignal);
    return null;
  }
  renderInTestApp(<Page />, { apis: [[signalApiRef, signals as never]] });
  return {
    onSignal,
    signal: () => act(async () => listeners.forEach(listener => listener())),
  };
}

const letPass = (milliseconds: number) =>
  act(async () => jest.advanceTimersByTime(milliseconds));

const look = async (isHidden: boolean) => {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
};

describe('useSignalled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('calls back at once, then once for all that comes meanwhile', async () => {
    const { onSignal, signal } = renderSignalled();
    await signal();
    expect(onSignal).toHaveBeenCalledTimes(1);
    for (let count = 0; count < 40; count++) await signal();
    expect(onSignal).toHaveBeenCalledTimes(1);
    await letPass(3_000);
    expect(onSignal).toHaveBeenCalledTimes(2);
    await letPass(60_000);
    expect(onSignal).toHaveBeenCalledTimes(2);
    await signal();
    expect(onSignal).toHaveBeenCalledTimes(3);
  });

  it('waits until somebody looks', async () => {
    const { onSignal, signal } = renderSignalled();
    await look(true);
    await signal();
    await letPass(60_000);
    expect(onSignal).not.toHaveBeenCalled();
    await look(false);
    expect(onSignal).toHaveBeenCalledTimes(1);
    await look(false);
    expect(onSignal).toHaveBeenCalledTimes(1);
  });
});
