import { useState } from 'react';
import {
  act,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import { Section } from './Section';

function Part() {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <Section title="To do">
        {isThere && (
          <button type="button" onClick={() => setThere(false)}>
            Do it
          </button>
        )}
        <button type="button">Do another</button>
      </Section>
      <button type="button" onClick={() => setThere(false)}>
        Elsewhere
      </button>
    </>
  );
}

const focus = (name: string) => act(() => screen.getByText(name).focus());

it('keeps the focus near what had it and is gone, and the page where it is', async () => {
  render(<Part />);
  const heading = screen.getByRole('heading', { name: 'To do' });
  const move = jest.spyOn(heading, 'focus');
  focus('Do it');
  fireEvent.pointerDown(screen.getByText('Do it'));
  fireEvent.click(screen.getByText('Do it'));
  await waitFor(() => expect(heading).toHaveFocus());
  expect(move.mock.calls).toEqual([[{ preventScroll: true }]]);
});

it.each<[string, () => Element]>([
  ['everything', () => document.body],
  ['what can be pressed', () => screen.getByRole('heading', { name: 'To do' })],
])(
  'does not call back a reader who has clicked beside %s',
  async (_, beside) => {
    render(<Part />);
    focus('Do it');
    fireEvent.pointerDown(beside());
    act(() => screen.getByText('Do it').blur());
    // Such as by a signal, minutes later.
    fireEvent.click(screen.getByText('Elsewhere'));
    await act(async () => {});
    expect(screen.queryByText('Do it')).not.toBeInTheDocument();
    expect(document.body).toHaveFocus();
  },
);

it('takes it back from a dialog whose button is gone', async () => {
  render(
    <>
      <Part />
      <div role="dialog">
        <button type="button">In the dialog</button>
      </div>
    </>,
  );
  focus('Do it');
  focus('In the dialog');
  fireEvent.pointerDown(screen.getByText('In the dialog'));
  act(() => screen.getByText('In the dialog').blur());
  fireEvent.click(screen.getByText('Elsewhere'));
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'To do' })).toHaveFocus(),
  );
});

it('leaves the focus where it has gone to meanwhile', async () => {
  render(<Part />);
  focus('Do it');
  focus('Elsewhere');
  fireEvent.click(screen.getByText('Elsewhere'));
  await act(async () => {});
  expect(screen.queryByText('Do it')).not.toBeInTheDocument();
  expect(screen.getByText('Elsewhere')).toHaveFocus();
});

it('takes no focus for what others do', async () => {
  render(<Part />);
  fireEvent.click(screen.getByText('Elsewhere'));
  await act(async () => {});
  expect(document.body).toHaveFocus();
});
