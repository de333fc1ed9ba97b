import { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useDraft } from './useDraft';

function createApp() {
  const api = { call: jest.fn() } as never;
  const wrapper = (props: { readonly children: ReactNode }) => (
    <TestApiProvider apis={[[platformProductApiRef, api]]}>
      {props.children}
    </TestApiProvider>
  );
  return (key: string | undefined, initial = '', basis?: string) =>
    renderHook(() => useDraft(key, initial, basis), { wrapper });
}

it('is there again for whoever comes back', () => {
  const start = createApp();
  const first = start('a');
  act(() => first.result.current.set('half a sent'));
  expect(first.result.current.value).toBe('half a sent');
  first.unmount();
  expect(start('a').result.current.value).toBe('half a sent');
  expect(start('b', 'usual').result.current.value).toBe('usual');
});

it('is gone once it was sent', () => {
  const start = createApp();
  const first = start('a');
  act(() => first.result.current.set('sent'));
  act(() => first.result.current.forget());
  first.unmount();
  expect(start('a', 'saved').result.current.value).toBe('saved');
});

it('stays where it was changed while another state of it was sent', () => {
  const start = createApp();
  const first = start('a');
  act(() => first.result.current.set('sent'));
  act(() => first.result.current.set('newer'));
  act(() => first.result.current.forget('sent'));
  first.unmount();
  const again = start('a');
  expect(again.result.current.value).toBe('newer');
  act(() => again.result.current.forget('newer'));
  expect(start('a', 'saved').result.current.value).toBe('saved');
});

it('may be empty', () => {
  const start = createApp();
  const first = start('a', 'suggested');
  act(() => first.result.current.set(''));
  first.unmount();
  expect(start('a', 'suggested').result.current.value).toBe('');
});

it('is out of date once what it changes is something else', () => {
  const start = createApp();
  const first = start('a', 'old', 'old');
  act(() => first.result.current.set('changed'));
  first.unmount();
  expect(start('a', 'old', 'old').result.current.value).toBe('changed');
  expect(start('a', 'newer', 'newer').result.current.value).toBe('newer');
});

it('is gone with its component where it has no key', () => {
  const start = createApp();
  const first = start(undefined);
  act(() => first.result.current.set('typed'));
  act(() => first.result.current.forget());
  expect(first.result.current.value).toBe('typed');
  first.unmount();
  expect(start(undefined).result.current.value).toBe('');
});

it('belongs to one app', () => {
  const first = createApp()('a');
  act(() => first.result.current.set('mine'));
  first.unmount();
  expect(createApp()('a').result.current.value).toBe('');
});
